import { NAMED_LEVELS, type NamedLevel } from '../../standing/levels-standing.js';
import { type DisclosureMethod, DISCLOSURE, isSplitPublishable, type Voice, voicesOf } from './sample.js';

/** A stretch of the scale 0-100; the upper end belongs to the last one only. */
export interface Band {
  readonly from: number;
  readonly to: number;
  /** Of the voices, in points of a hundred, rounded. */
  readonly share: number;
}

/** What is said of some voices, rounded so that no account can be worked out. */
export interface BenchmarkFigures {
  /** At least so many accounts. */
  readonly accounts: number;
  /** At least so many people. */
  readonly voices: number;
  readonly mean: number;
  readonly median: number;
  /** Lowest first. Being rounded, the shares need not add up to 100. */
  readonly bands: readonly Band[];
}

/** The same for one level. */
export interface LevelFigures extends BenchmarkFigures {
  readonly level: NamedLevel;
}

/** Everything a benchmark says. */
export interface PublishedFigures extends BenchmarkFigures {
  /** Empty where the levels cannot be shown without giving somebody away. */
  readonly levels: readonly LevelFigures[];
}

const BANDS = 5;
const WIDTH = 100 / BANDS;

/** What may be said of a publishable sample. */
export function publishedFigures(
  voices: readonly Voice[],
  showLevels: boolean,
  method: DisclosureMethod = DISCLOSURE,
): PublishedFigures {
  const isSplit = showLevels && isSplitPublishable(voices, method);
  const levels = isSplit
    ? NAMED_LEVELS.map((level) => ({ level, ...figuresOf(voicesOf(level, voices), method) }))
    : [];
  return { ...figuresOf(voices, method), levels };
}

/** Figures of at least one voice. */
function figuresOf(voices: readonly Voice[], { rounding }: DisclosureMethod): BenchmarkFigures {
  const scores = voices.map(({ score }) => score).sort((a, b) => a - b);
  const down = (count: number): number => Math.floor(count / rounding) * rounding;
  return {
    accounts: down(new Set(voices.map(({ accountId }) => accountId)).size),
    voices: down(scores.length),
    mean: rounded(scores.reduce((sum, score) => sum + score, 0) / scores.length, rounding),
    median: rounded(medianOf(scores), rounding),
    bands: bandsOf(scores, rounding),
  };
}

/** The median of ascending scores. */
export function medianOf(scores: readonly number[]): number {
  const middle = (scores.length - 1) / 2;
  return ((scores[Math.floor(middle)] ?? 0) + (scores[Math.ceil(middle)] ?? 0)) / 2;
}

/** The place of a score among the bands, from 0. */
export function bandOf(score: number): number {
  return Math.min(BANDS - 1, Math.floor(score / WIDTH));
}

function bandsOf(scores: readonly number[], rounding: number): Band[] {
  return Array.from({ length: BANDS }, (_, index) => {
    const inBand = scores.filter((score) => bandOf(score) === index).length;
    return {
      from: index * WIDTH,
      to: (index + 1) * WIDTH,
      share: rounded((100 * inBand) / scores.length, rounding),
    };
  });
}

function rounded(value: number, to: number): number {
  return Math.round(value / to) * to;
}
