import { type BenchmarkFigures, bandOf, medianOf } from './figures.js';
import type { Voice } from './sample.js';

/** Where an account lies beside a benchmark. */
export enum Place {
  BELOW = 'BELOW',
  ABOUT = 'ABOUT',
  ABOVE = 'ABOVE',
}

/** The asking account's own place, worked out from its own answers and what is published, so it says nothing more of others. */
export interface OwnPlace {
  /** How many of its people have answered. */
  readonly voices: number;
  /** Their median, 0-100. */
  readonly median: number;
  /** Beside the median of the segment. */
  readonly place: Place;
  /** The band of the benchmark that its median falls into, from 0. */
  readonly band: number;
}

/** Half the rounding of a benchmark: differences up to that are no differences. */
const ABOUT_THE_SAME = 2.5;

/** The place of an account with these voices; null when it has none. */
export function ownPlace(
  own: readonly Pick<Voice, 'score'>[],
  { median: theirs }: Pick<BenchmarkFigures, 'median'>,
): OwnPlace | null {
  if (own.length === 0) return null;
  const median = medianOf(own.map(({ score }) => score).sort((a, b) => a - b));
  return { voices: own.length, median, place: placeOf(median - theirs), band: bandOf(median) };
}

function placeOf(difference: number): Place {
  if (Math.abs(difference) <= ABOUT_THE_SAME) return Place.ABOUT;
  return difference > 0 ? Place.ABOVE : Place.BELOW;
}
