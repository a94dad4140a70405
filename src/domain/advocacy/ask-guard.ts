import { assess, type AssessmentSettings } from '../assessment.js';
import type { AccountFacts, CalendarDate, Instant, ProblemFact } from '../facts.js';
import { dateOf, daysBefore } from '../instants.js';
import { EvidenceGrade } from '../judgement-terms.js';
import { type KnowledgeGap, knowledgeGaps } from '../ledger/knowledge-gaps.js';
import { isOpenAt } from '../ledger/problem-state.js';
import { heaviestFirst } from '../ledger/severity.js';
import { factsKnownAt } from '../standing/facts-known.js';
import type { NamedLevel } from '../standing/levels-standing.js';
import { type AdvocacyFacts, timesAsked } from './advocacy-facts.js';
import { ADVOCACY_METHOD, type AdvocacyMethod } from './advocacy-method.js';

/** Why somebody is not to be asked for anything. */
export enum AskGuardCode {
  PROBLEM_OPEN = 'PROBLEM_OPEN',
  RESOLUTION_UNTOLD = 'RESOLUTION_UNTOLD',
  LEVEL_DIVERGING = 'LEVEL_DIVERGING',
  ASKED_RECENTLY = 'ASKED_RECENTLY',
}

/** A reason that forbids asking, with its figures. */
export type AskGuard =
  | { readonly code: AskGuardCode.PROBLEM_OPEN; readonly problems: readonly ProblemFact[] }
  | { readonly code: AskGuardCode.RESOLUTION_UNTOLD; readonly gaps: readonly KnowledgeGap[] }
  | { readonly code: AskGuardCode.LEVEL_DIVERGING; readonly lower: NamedLevel | null }
  | { readonly code: AskGuardCode.ASKED_RECENTLY; readonly askedAt: Instant; readonly until: CalendarDate };

/** Grades at which a divergence is more than one voice. */
const STANDS: readonly EvidenceGrade[] = [EvidenceGrade.FACT, EvidenceGrade.STRONG, EvidenceGrade.SUPPORTED];

/** What forbids asking anybody at the account for anything at an instant: we owe them first. */
export function accountGuards(facts: AccountFacts, at: Instant, settings: AssessmentSettings): AskGuard[] {
  const known = factsKnownAt(facts, at);
  const open = known.problems.filter((problem) => isOpenAt(problem, at)).map((problem) => ({ problem }));
  const gaps = knowledgeGaps(known, at);
  const { grade, lower } = assess(facts, at, settings).divergence;
  const problems = heaviestFirst(open).map(({ problem }) => problem);
  return [
    ...(problems.length > 0 ? [{ code: AskGuardCode.PROBLEM_OPEN, problems } as const] : []),
    ...(gaps.length > 0 ? [{ code: AskGuardCode.RESOLUTION_UNTOLD, gaps } as const] : []),
    ...(STANDS.includes(grade) ? [{ code: AskGuardCode.LEVEL_DIVERGING, lower } as const] : []),
  ];
}

/**
 * What forbids asking this person on that day: having been asked within 30 days, counted in whole days. What is recorded
 * of later days counts too, so that entering the past in any order never makes two asks within 30 days.
 */
export function personGuard(
  stakeholderId: string,
  advocacy: AdvocacyFacts,
  at: Instant,
  { askDays }: AdvocacyMethod = ADVOCACY_METHOD,
): AskGuard | null {
  const askedAt = timesAsked(stakeholderId, advocacy).find((asked) => {
    return dateOf(at) < dayAfter(asked, askDays) && dateOf(asked) < dayAfter(at, askDays);
  });
  if (askedAt === undefined) return null;
  return { code: AskGuardCode.ASKED_RECENTLY, askedAt, until: dayAfter(askedAt, askDays) };
}

/** The day from which asking is allowed again: the given one when nothing forbids it, null while nobody can tell. */
export function askableFrom(guards: readonly AskGuard[], today: CalendarDate): CalendarDate | null {
  if (guards.some(({ code }) => code !== AskGuardCode.ASKED_RECENTLY)) return null;
  const days = guards.flatMap((guard) => (guard.code === AskGuardCode.ASKED_RECENTLY ? [guard.until] : []));
  return days.sort().at(-1) ?? today;
}

function dayAfter(instant: Instant, days: number): CalendarDate {
  return dateOf(daysBefore(`${dateOf(instant)}T00:00:00.000Z`, -days));
}
