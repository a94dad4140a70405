import type { AnswerFact } from '../facts.js';
import { normalQuantile } from '../model/normal.js';
import { NPS } from './built-in.js';

/** A Net Promoter Score with its adjusted-Wald interval, all on the scale -100..100. */
export interface NetPromoterScore {
  readonly score: number;
  readonly low: number;
  readonly high: number;
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

/** What the adjusted-Wald interval adds to promoters and to detractors; passives get twice as much (Rocks 2016). */
const PSEUDO_RESPONSES = 0.75;

/**
 * The Net Promoter Score of these answers. Null for none, and null as soon as one of them is not an answer to NPS:
 * an average of other ratings is never called NPS.
 */
export function netPromoterScore(
  answers: readonly AnswerFact[],
  credibility: number,
): NetPromoterScore | null {
  const ratings = answers.flatMap(({ instrument, score }) =>
    instrument === NPS.code && score !== null ? [Math.round(score / 10)] : [],
  );
  if (ratings.length === 0 || ratings.length < answers.length) return null;
  const promoters = ratings.filter((rating) => rating >= 9).length;
  const detractors = ratings.filter((rating) => rating <= 6).length;
  const counts = { promoters, passives: ratings.length - promoters - detractors, detractors };
  const score = (100 * (promoters - detractors)) / ratings.length;
  return { ...counts, score, ...adjustedWaldInterval(counts, credibility) };
}

/**
 * The interval of a Net Promoter Score that keeps its promise for few answers: three pseudo-responses are added before
 * the variance of the difference of two shares is taken (Rocks 2016, The American Statistician 70:365). Cut at +-100.
 */
export function adjustedWaldInterval(
  { promoters, passives, detractors }: Pick<NetPromoterScore, 'promoters' | 'passives' | 'detractors'>,
  credibility: number,
): { readonly low: number; readonly high: number } {
  const n = promoters + passives + detractors + 4 * PSEUDO_RESPONSES;
  const promoting = (promoters + PSEUDO_RESPONSES) / n;
  const detracting = (detractors + PSEUDO_RESPONSES) / n;
  const centre = promoting - detracting;
  const standardError = Math.sqrt((promoting + detracting - centre ** 2) / n);
  const reach = normalQuantile(0.5 + credibility / 2) * standardError;
  return { low: Math.max(-100, 100 * (centre - reach)), high: Math.min(100, 100 * (centre + reach)) };
}
