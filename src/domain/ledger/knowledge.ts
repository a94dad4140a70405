import type { Instant, KnowledgeFact, ProblemFact, Told } from '../facts.js';
import { ProblemKnowledge } from '../terms.js';
import { problemStateAt, type ProblemState } from './problem-state.js';

const { UNAWARE, TOLD_OF_PROBLEM, TOLD_OF_RESOLUTION, CONFIRMED_SOLVED } = ProblemKnowledge;

/** A step in what somebody knows of a problem. */
export interface KnowledgeStep {
  /** The ledger entry; null for having reported the problem, which needs none. */
  readonly entryId: string | null;
  /** As it was told. */
  readonly told: Told;
  /** What it is worth now: of a solution that did not last, only the problem remains known. */
  readonly worth: Told;
  readonly at: Instant;
  readonly interactionId: string | null;
  readonly toldById: string | null;
}

/** What one stakeholder knows of one problem, and how they came to know. */
export interface KnowledgeOfProblem {
  readonly knowledge: ProblemKnowledge;
  /** Since when they know that much; null for the unaware. */
  readonly since: Instant | null;
  /** Oldest first. */
  readonly history: readonly KnowledgeStep[];
}

const RANK: Readonly<Record<ProblemKnowledge, number>> = {
  [UNAWARE]: 0,
  [TOLD_OF_PROBLEM]: 1,
  [TOLD_OF_RESOLUTION]: 2,
  [CONFIRMED_SOLVED]: 3,
};

/** Whether somebody who knows `knowledge` knows at least `least`. */
export function knowsAtLeast(knowledge: ProblemKnowledge, least: ProblemKnowledge): boolean {
  return RANK[knowledge] >= RANK[least];
}

/**
 * What a stakeholder knows of a problem at an instant. Nothing told is ever untold, so the furthest step counts; but a
 * resolution told before the problem came back no longer does.
 */
export function knowledgeOf(
  problem: ProblemFact,
  entries: readonly KnowledgeFact[],
  stakeholderId: string,
  at: Instant,
): KnowledgeOfProblem {
  const history = stepsOf(problem, entries, stakeholderId, at);
  const furthest = history.reduce<ProblemKnowledge>(
    (most, { worth }) => (knowsAtLeast(most, worth) ? most : worth),
    UNAWARE,
  );
  const reached = history.find(({ worth }) => worth === furthest);
  return { knowledge: furthest, since: reached?.at ?? null, history };
}

function stepsOf(
  problem: ProblemFact,
  entries: readonly KnowledgeFact[],
  stakeholderId: string,
  at: Instant,
): KnowledgeStep[] {
  if (problem.occurredAt > at) return [];
  const state = problemStateAt(problem, at);
  const told = entries
    .filter((each) => each.problemId === problem.id && each.stakeholderId === stakeholderId && each.at <= at)
    .sort(byTime)
    .map((entry) => stepFrom(entry, state));
  return problem.reportedByIds.includes(stakeholderId) ? [reportOf(problem), ...told] : told;
}

function stepFrom(entry: KnowledgeFact, { resolvedAt }: ProblemState): KnowledgeStep {
  const { id: entryId, knowledge: told, at, interactionId, toldById } = entry;
  const holds = resolvedAt !== null && at >= resolvedAt;
  return { entryId, told, worth: holds ? told : TOLD_OF_PROBLEM, at, interactionId, toldById };
}

/** Who reports a problem knows of it. */
function reportOf({ occurredAt }: ProblemFact): KnowledgeStep {
  const known = { told: TOLD_OF_PROBLEM, worth: TOLD_OF_PROBLEM } as const;
  return { entryId: null, ...known, at: occurredAt, interactionId: null, toldById: null };
}

function byTime(a: KnowledgeFact, b: KnowledgeFact): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
