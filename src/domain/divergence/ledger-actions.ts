import type { Instant, ProblemFact } from '../facts.js';
import type { KnowledgeGap } from '../ledger/knowledge-gaps.js';
import { knowledgeOf } from '../ledger/knowledge.js';
import { isOpenAt } from '../ledger/problem-state.js';
import { heaviestFirst } from '../ledger/severity.js';
import type { NamedLevel } from '../standing/levels-standing.js';
import { isActive } from '../standing/people.js';
import { ProblemKnowledge } from '../terms.js';
import type { DivergenceContext } from './divergence.js';
import { type NextAction, NextActionCode } from './next-action.js';

/** Telling the people of each gap that the problem is solved: deciding levels first, the worst problem first. */
export function tellOfResolutions({ gaps, decidingLevels }: DivergenceContext): NextAction[] {
  const decides = ({ level }: KnowledgeGap): boolean => decidingLevels.includes(level);
  return heaviestFirst(gaps)
    .sort((a, b) => Number(decides(b)) - Number(decides(a)))
    .map(({ problem, level, untoldIds }) => ({
      ...about(problem),
      code: NextActionCode.TELL_RESOLUTION,
      level,
      stakeholderIds: untoldIds,
    }));
}

/** Solving the worst problem that stands open, of those that a level knows of when one is given. */
export function fixWorstProblem(context: DivergenceContext, knownAt?: NamedLevel): NextAction[] {
  const { facts, at, levels } = context;
  const open = facts.problems
    .filter((problem) => isOpenAt(problem, at))
    .map((problem) => ({ problem, knowingIds: whoKnows(problem, context, at) }));
  const concerned = open.filter(
    ({ knowingIds }) => !knownAt || knowingIds.some((id) => levels.named[knownAt].knownIds.includes(id)),
  );
  return heaviestFirst(concerned)
    .slice(0, 1)
    .map(({ problem, knowingIds }) => ({
      ...about(problem),
      code: NextActionCode.FIX_PROBLEM,
      level: null,
      stakeholderIds: knowingIds,
    }));
}

function whoKnows(problem: ProblemFact, { facts }: DivergenceContext, at: Instant): string[] {
  return facts.stakeholders
    .filter((person) => isActive(person, at))
    .map(({ id }) => id)
    .filter((id) => knowledgeOf(problem, facts.knowledge, id, at).knowledge !== ProblemKnowledge.UNAWARE);
}

function about({ id, title }: ProblemFact): Pick<NextAction, 'criteria' | 'problem'> {
  return { criteria: [], problem: { id, title } };
}
