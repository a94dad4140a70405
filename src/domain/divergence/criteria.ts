import type { AnswerFact } from '../facts.js';
import { POINTS_OF_CONNECTION } from '../instruments/built-in.js';
import { type LevelsStanding, type NamedLevel, otherLevel } from '../standing/levels-standing.js';

/**
 * The points of connection the lower level rates lower by at least the gap (in rating steps), provided it rates some
 * other point no lower than the other level does: then it weighs other criteria instead of being less satisfied
 * altogether. Only points both levels rated are compared. The point that drives the gap, where they lie widest
 * apart, comes first. Empty when that is not the picture.
 */
export function criteriaSeenDifferently(
  lower: NamedLevel,
  answers: readonly AnswerFact[],
  levels: LevelsStanding,
  gap: number,
): string[] {
  const here = meanRatings(answers, levels.named[lower].answerIds);
  const there = meanRatings(answers, levels.named[otherLevel(lower)].answerIds);
  const differences = [...here]
    .map(([item, rating]) => ({ item, difference: (there.get(item) ?? NaN) - rating }))
    .filter(({ difference }) => !Number.isNaN(difference));
  if (!differences.some(({ difference }) => difference <= 0)) return [];
  return differences
    .filter(({ difference }) => difference >= gap)
    .sort((a, b) => b.difference - a.difference)
    .map(({ item }) => item);
}

/** Mean rating (1..5) of each point of connection over the answers counted, in the order the points are defined. */
function meanRatings(answers: readonly AnswerFact[], countedIds: readonly string[]): Map<string, number> {
  const ratings = answers
    .filter((answer) => answer.instrument === POINTS_OF_CONNECTION.code && countedIds.includes(answer.id))
    .map((answer) => answer.items ?? {});
  const means = POINTS_OF_CONNECTION.items.flatMap(({ code }) => {
    const given = ratings.map((items) => items[code]).filter((rating) => rating !== undefined);
    const sum = given.reduce((total, rating) => total + rating, 0);
    return given.length === 0 ? [] : [[code, sum / given.length] as const];
  });
  return new Map(means);
}
