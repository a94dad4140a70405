import type { Instant, KnowledgeFact, ProblemFact } from '../../facts.js';
import { daysBefore } from '../../instants.js';
import { knowledgeOf, knowsAtLeast } from '../../ledger/knowledge.js';
import { ProblemKnowledge } from '../../terms.js';
import { EVIDENCE_METHOD } from '../evidence-method.js';
import {
  type CountedDifference,
  countedDifference,
  type CountedShare,
  countedShare,
} from '../counted-share.js';
import { stoodOpenWithin } from './recovery-before.js';

/** Somebody's first low answer, and the next one to the same instrument. */
export interface LowScorer {
  readonly stakeholderId: string;
  readonly lowAt: Instant;
  /** Null while no answer followed. */
  readonly next: { readonly score: number; readonly at: Instant } | null;
}

/** What had been done for somebody between a low answer and the next. */
export enum LowScorerGroup {
  /** Was told in between that what they knew had gone wrong is solved. */
  RECOVERED = 'RECOVERED',
  /** Knew of a problem, and was told of no solution in between. */
  NOT_RECOVERED = 'NOT_RECOVERED',
  /** Knew of no problem: nothing was there to recover. */
  UNTOUCHED = 'UNTOUCHED',
}

/** How low scorers answered the next time. */
export interface Rescored extends CountedShare {
  readonly group: LowScorerGroup;
  /** Low scorers; `of` counts those who answered again. */
  readonly people: number;
}

/** Whether low scorers rise, and how much of it recovery can claim. */
export interface Rescores {
  /** One per group, none left out. */
  readonly groups: readonly Rescored[];
  /** Share of the recovered that rose minus the share of the untouched. */
  readonly recoveredLessUntouched: CountedDifference;
}

/** What had been done for a low scorer until they answered again, or until `now`; `problems` are those of the account. */
export function lowScorerGroup(
  { stakeholderId, lowAt, next }: LowScorer,
  problems: readonly ProblemFact[],
  knowledge: readonly KnowledgeFact[],
  now: Instant,
): LowScorerGroup {
  const latest = daysBefore(lowAt, -EVIDENCE_METHOD.days);
  const until = next?.at ?? (latest < now ? latest : now);
  const period = { from: daysBefore(lowAt, EVIDENCE_METHOD.days), to: until };
  const knows = (problem: ProblemFact, at: Instant, least: ProblemKnowledge): boolean =>
    knowsAtLeast(knowledgeOf(problem, knowledge, stakeholderId, at).knowledge, least);
  const known = problems.filter(
    (problem) => stoodOpenWithin(problem, period) && knows(problem, until, ProblemKnowledge.TOLD_OF_PROBLEM),
  );
  if (known.length === 0) return LowScorerGroup.UNTOUCHED;
  const heardOf = (at: Instant) =>
    known.filter((problem) => knows(problem, at, ProblemKnowledge.TOLD_OF_RESOLUTION)).length;
  const isRecovered = heardOf(until) === known.length && heardOf(lowAt) < known.length;
  return isRecovered ? LowScorerGroup.RECOVERED : LowScorerGroup.NOT_RECOVERED;
}

/** How many of each group answered at least as high as the line the next time. */
export function rescores(
  scorers: readonly { readonly group: LowScorerGroup; readonly nextScore: number | null }[],
): Rescores {
  const groups = Object.values(LowScorerGroup).map((group): Rescored => {
    const people = scorers.filter((each) => each.group === group);
    const again = people.flatMap(({ nextScore }) => nextScore ?? []);
    const risen = again.filter((score) => score >= EVIDENCE_METHOD.lowBelow).length;
    return { group, people: people.length, ...countedShare(risen, again.length) };
  });
  const countsOf = (group: LowScorerGroup): CountedShare =>
    groups.find((each) => each.group === group) ?? countedShare(0, 0);
  return {
    groups,
    recoveredLessUntouched: countedDifference(
      countsOf(LowScorerGroup.RECOVERED),
      countsOf(LowScorerGroup.UNTOUCHED),
    ),
  };
}
