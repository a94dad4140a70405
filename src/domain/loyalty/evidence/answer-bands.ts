import {
  CSAT,
  NPS,
  PARTNERSHIP,
  POINTS_OF_CONNECTION,
  RECOMMEND,
  REPURCHASE,
} from '../../instruments/built-in.js';
import { Said } from './said.js';

/** Answers of an instrument that are counted together. */
export interface AnswerBand {
  /** As one would name the answers: `9 to 10`, `rating 4`. */
  readonly words: string;
  /** Scores up to the next band's belong to it, 0-100; null for what has no score. */
  readonly from: number | null;
  /** What was said, where that is no score. */
  readonly said: Said | null;
}

const scored = (from: number, words: string): AnswerBand => ({ words, from, said: null });
const unscored = (said: Said, words: string): AnswerBand => ({ words, from: null, said });

/** Half-way between neighbouring ratings: the mean of several people belongs to the rating it is nearest to. */
const RATINGS = [0, 12.5, 37.5, 62.5, 87.5].map((from, index) => scored(from, `rating ${index + 1}`));
const FIFTHS = [0, 20, 40, 60, 80].map((from) => scored(from, `score ${from} to ${from + 20}`));

const BANDS: ReadonlyMap<string, readonly AnswerBand[]> = new Map([
  [
    REPURCHASE.code,
    [
      unscored(Said.WOULD_NOT, 'no'),
      unscored(Said.DIVIDED, 'divided'),
      unscored(Said.WOULD, 'yes'),
      unscored(Said.DECLINED, 'declined to say'),
    ],
  ],
  [NPS.code, [scored(0, '0 to 6'), scored(65, '7 to 8'), scored(85, '9 to 10')]],
  [
    RECOMMEND.code,
    RECOMMEND.choices.map(({ words }, index) => scored(index === 0 ? 0 : (100 * (index - 0.5)) / 3, words)),
  ],
  ...[CSAT, POINTS_OF_CONNECTION, PARTNERSHIP].map(({ code }) => [code, RATINGS] as const),
]);

/** The bands of an instrument, worst answers first; of one that a tenant made, fifths of its scale. */
export function bandsOf(instrument: string): readonly AnswerBand[] {
  return BANDS.get(instrument) ?? FIFTHS;
}

/** The band a score belongs to. */
export function bandOfScore(instrument: string, score: number): AnswerBand | null {
  return bandsOf(instrument).findLast(({ from }) => from !== null && score >= from) ?? null;
}

/** The band of what was said; null where nothing was. */
export function bandOfSaid(instrument: string, said: Said): AnswerBand | null {
  return bandsOf(instrument).find((band) => band.said === said) ?? null;
}
