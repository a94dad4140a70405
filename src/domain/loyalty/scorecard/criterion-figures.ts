import { toFigureOrNull } from '../../model/figures.js';
import { normalQuantile } from '../../model/normal.js';
import { POINTS_OF_CONNECTION } from '../../instruments/built-in.js';
import { type RatedAnswer, ratingsOf } from './ratings.js';
import { SCORECARD_METHOD } from './scorecard-method.js';

/** What people say of one criterion, and how that has changed. Ratings run from 1 to 5. */
export interface CriterionFigures {
  /** Code of the criterion, as `RELIABILITY`. */
  readonly criterion: string;
  /** People who rated it in the last half-year. */
  readonly people: number;
  /** Mean rating; null while nobody rated it. */
  readonly mean: number | null;
  /** Lower end of the interval of the mean. */
  readonly low: number | null;
  /** Upper end of the interval of the mean. */
  readonly high: number | null;
  /** People who rated it in the half-year before. */
  readonly peopleBefore: number;
  /** Mean rating in the half-year before; null while nobody rated it then. */
  readonly meanBefore: number | null;
  /** Mean now less the mean before; null unless both are known. */
  readonly change: number | null;
  /** Lower end of the interval of the change. */
  readonly changeLow: number | null;
  /** Upper end of the interval of the change. */
  readonly changeHigh: number | null;
}

const { min: LOWEST, max: HIGHEST } = POINTS_OF_CONNECTION;

/**
 * Mean, interval and change of one criterion. The interval is the normal one, `mean +- z sd / sqrt(n)`, with the spread of
 * these ratings or the least spread that ratings are taken to have, whichever is larger; of a change,
 * `z sqrt(sd^2 / n + sd'^2 / n')`, as if nobody had answered twice, which is rather too wide than too narrow.
 */
export function criterionFigures(
  criterion: string,
  now: readonly RatedAnswer[],
  before: readonly RatedAnswer[],
): CriterionFigures {
  const current = summed(ratingsOf(criterion, now));
  const earlier = summed(ratingsOf(criterion, before));
  const change = current.mean === null || earlier.mean === null ? null : current.mean - earlier.mean;
  const reach = Z * Math.sqrt(current.variance);
  const changeReach = Z * Math.sqrt(current.variance + earlier.variance);
  return {
    criterion,
    people: current.people,
    mean: toFigureOrNull(current.mean),
    low: toFigureOrNull(current.mean === null ? null : Math.max(LOWEST, current.mean - reach)),
    high: toFigureOrNull(current.mean === null ? null : Math.min(HIGHEST, current.mean + reach)),
    peopleBefore: earlier.people,
    meanBefore: toFigureOrNull(earlier.mean),
    change: toFigureOrNull(change),
    changeLow: toFigureOrNull(change === null ? null : Math.max(LOWEST - HIGHEST, change - changeReach)),
    changeHigh: toFigureOrNull(change === null ? null : Math.min(HIGHEST - LOWEST, change + changeReach)),
  };
}

/** The criteria with the lowest mean, in their usual order; none while all that are known are the same. */
export function weakestOf(figures: readonly CriterionFigures[]): string[] {
  const means = figures.flatMap(({ mean }) => mean ?? []);
  const lowest = Math.min(...means);
  if (means.length === 0 || lowest === Math.max(...means)) return [];
  return figures.filter(({ mean }) => mean === lowest).map(({ criterion }) => criterion);
}

const Z = normalQuantile(0.5 + SCORECARD_METHOD.credibility / 2);

interface Summed {
  readonly people: number;
  readonly mean: number | null;
  /** Of the mean. */
  readonly variance: number;
}

function summed(ratings: readonly number[]): Summed {
  const people = ratings.length;
  if (people === 0) return { people, mean: null, variance: 0 };
  const mean = ratings.reduce((sum, rating) => sum + rating, 0) / people;
  const squares = ratings.reduce((sum, rating) => sum + (rating - mean) ** 2, 0);
  const own = people < 2 ? 0 : squares / (people - 1);
  return { people, mean, variance: Math.max(own, SCORECARD_METHOD.leastRatingSd ** 2) / people };
}
