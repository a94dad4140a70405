import { heaviestFirst } from '../ledger/severity.js';
import type { KnowledgeGap } from '../ledger/knowledge-gaps.js';
import { levelKnowledge } from '../ledger/level-knowledge.js';
import { type NamedLevel, otherLevel } from '../standing/levels-standing.js';
import { peopleAt } from '../standing/people.js';
import type { DivergenceContext } from './divergence.js';

/**
 * The level that the ledger proves to be behind: it knows of a problem and not of its solution, which the other level
 * knows. Null when no such proof exists. Between contradicting proofs a deciding level leads, then the worse problem.
 */
export function levelBehind(context: DivergenceContext): NamedLevel | null {
  const proofs = context.gaps.filter((gap) => provesDivergence(gap, context));
  const decides = ({ level }: KnowledgeGap): boolean => context.decidingLevels.includes(level);
  const [first] = heaviestFirst(proofs).sort((a, b) => Number(decides(b)) - Number(decides(a)));
  return first?.level ?? null;
}

/**
 * Whoever felt a problem enough to report it is presumed to notice its end, told or not. So the other level knows of
 * the solution when it was told or reported the problem, and a level that reported it itself is not behind.
 */
function provesDivergence(gap: KnowledgeGap, context: DivergenceContext): boolean {
  const { facts, at } = context;
  const other = otherLevel(gap.level);
  if (reported(gap, gap.level, context)) return false;
  return reported(gap, other, context) || levelKnowledge(other, gap.problem, facts, at).knowsOfResolution;
}

function reported({ problem }: KnowledgeGap, level: NamedLevel, { facts, at }: DivergenceContext): boolean {
  return peopleAt(level, facts, at).some(({ id }) => problem.reportedByIds.includes(id));
}
