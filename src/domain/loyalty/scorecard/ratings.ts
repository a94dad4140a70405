import type { Instant } from '../../facts.js';
import { isWithin, type Period } from '../../instants.js';
import type { OrganisationLevel } from '../../terms.js';

/** What one person said about the criteria, at the level held at the time. */
export interface RatedAnswer {
  readonly id: string;
  readonly stakeholderId: string;
  /** The level held when it was given. */
  readonly level: OrganisationLevel;
  readonly answeredAt: Instant;
  /** Rating 1..5 per criterion answered. */
  readonly items: Readonly<Record<string, number>>;
}

/** The latest answer of each person within a period: one voice each, in the order of the people's ids. */
export function latestOfEach(answers: readonly RatedAnswer[], period: Period): RatedAnswer[] {
  const latest = new Map<string, RatedAnswer>();
  for (const answer of answers) {
    if (!isWithin(answer.answeredAt, period)) continue;
    const other = latest.get(answer.stakeholderId);
    if (other === undefined || isLater(answer, other)) latest.set(answer.stakeholderId, answer);
  }
  return [...latest.values()].sort((a, b) => (a.stakeholderId < b.stakeholderId ? -1 : 1));
}

/** The ratings of one criterion; who left it blank has none. */
export function ratingsOf(criterion: string, voices: readonly RatedAnswer[]): number[] {
  return voices.flatMap(({ items }) => items[criterion] ?? []);
}

/** Of two at the same instant, the one with the later id. */
function isLater(answer: RatedAnswer, other: RatedAnswer): boolean {
  if (answer.answeredAt !== other.answeredAt) return answer.answeredAt > other.answeredAt;
  return answer.id > other.id;
}
