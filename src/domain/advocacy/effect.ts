import type { Instant } from '../facts.js';
import { daysBefore, isWithin } from '../instants.js';
import { toFigure } from '../model/figures.js';
import { wilsonInterval } from '../model/wilson.js';
import { ADVOCACY_METHOD, type AdvocacyMethod } from './advocacy-method.js';

/** A stated answer with a score. */
export interface ScoredAnswer {
  readonly stakeholderId: string;
  readonly instrument: string;
  /** 0-100. */
  readonly score: number;
  readonly answeredAt: Instant;
}

/** How a group of people answered after an instant, beside what they had said before it. */
export interface Followed {
  /** People looked at. */
  readonly people: number;
  /** Those who answered the same instrument before and after. */
  readonly heardTwice: number;
  readonly higher: number;
  readonly same: number;
  readonly lower: number;
  /** Of those heard twice, the share that answered higher, 0..1; null while nobody was heard twice. */
  readonly share: number | null;
  /** Ends of the 95 % Wilson interval of that share. */
  readonly low: number | null;
  readonly high: number | null;
}

const CREDIBILITY = 0.95;

/**
 * How people answered in the days after an instant: the latest answer of each within them, against the latest one to the
 * same instrument in as many days before. What they said more than that long ago, or later, says nothing here.
 */
export function followedUp(
  stakeholderIds: readonly string[],
  answers: readonly ScoredAnswer[],
  at: Instant,
  { effectDays }: AdvocacyMethod = ADVOCACY_METHOD,
): Followed {
  const people = [...new Set(stakeholderIds)];
  const changes = people.flatMap((id) =>
    changeOf(
      answers.filter((each) => each.stakeholderId === id),
      at,
      effectDays,
    ),
  );
  const higher = changes.filter((change) => change > 0).length;
  const lower = changes.filter((change) => change < 0).length;
  const interval = wilsonInterval(higher, changes.length, CREDIBILITY);
  return {
    people: people.length,
    heardTwice: changes.length,
    higher,
    same: changes.length - higher - lower,
    lower,
    share: changes.length === 0 ? null : toFigure(higher / changes.length),
    low: interval && toFigure(interval.low),
    high: interval && toFigure(interval.high),
  };
}

/** The change of one person on the instrument answered last; none when there is no pair. */
function changeOf(answers: readonly ScoredAnswer[], at: Instant, days: number): number[] {
  const before = { from: daysBefore(at, days), to: at };
  const after = { from: at, to: daysBefore(at, -days) };
  const latest = [...answers].sort((a, b) => compare(b.answeredAt, a.answeredAt));
  for (const later of latest.filter(({ answeredAt }) => answeredAt > at && isWithin(answeredAt, after))) {
    const earlier = latest.find(
      ({ instrument, answeredAt }) => instrument === later.instrument && isWithin(answeredAt, before),
    );
    if (earlier) return [later.score - earlier.score];
  }
  return [];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
