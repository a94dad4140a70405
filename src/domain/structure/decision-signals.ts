import type { AccountFacts, DecisionFact, Instant } from '../facts.js';
import { dateOf, daysBefore } from '../instants.js';
import { levelAt } from '../map/levels-held.js';
import { OrganisationLevel, OrganisationStructure } from '../terms.js';
import {
  structureDecidedBy,
  type StructureMethod,
  type StructureSignal,
  StructureSignalKind,
} from './signal.js';

const { HIERARCHICAL, FLAT } = OrganisationStructure;

/** A decision at the bottom that many had to approve tells of a hierarchy, but less than one taken at the top. */
const APPROVED_BELOW = 0.5;

/** One signal for each decision observed lately whose level is known. */
export function decisionSignals(
  facts: AccountFacts,
  at: Instant,
  method: StructureMethod,
): StructureSignal[] {
  const [from, to] = [dateOf(daysBefore(at, method.days)), dateOf(at)];
  return facts.decisions
    .filter(({ decidedOn }) => decidedOn >= from && decidedOn <= to)
    .flatMap((decision) => signalOf(decision, facts, method))
    .sort((a, b) => ((a.ids[0] ?? '') < (b.ids[0] ?? '') ? -1 : 1));
}

function signalOf(decision: DecisionFact, facts: AccountFacts, method: StructureMethod): StructureSignal[] {
  const decidedIn = structureDecidedBy(levelOf(decision, facts));
  if (decidedIn === null) return [];
  const wasPassedUp = decidedIn === FLAT && (decision.approvals ?? 0) >= method.manyApprovals;
  return [
    {
      kind: StructureSignalKind.DECISION,
      leaning: wasPassedUp ? HIERARCHICAL : decidedIn,
      weight: wasPassedUp ? APPROVED_BELOW : 1,
      ids: [decision.id],
    },
  ];
}

/** The level as observed, else the one that the person who decided held on that day. */
function levelOf(
  { level, decidedById, decidedOn }: DecisionFact,
  { stakeholders }: AccountFacts,
): OrganisationLevel {
  if (level !== OrganisationLevel.UNKNOWN) return level;
  const decider = stakeholders.find(({ id }) => id === decidedById);
  return decider ? levelAt(decider.levels, `${decidedOn}T12:00:00.000Z`) : OrganisationLevel.UNKNOWN;
}
