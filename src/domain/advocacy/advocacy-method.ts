import { OurFunction } from '../terms.js';

/** Our functions that should have something to say about every account. */
export const FUNCTIONS_EXPECTED: readonly OurFunction[] = [
  OurFunction.SALES,
  OurFunction.SERVICE,
  OurFunction.FIELD,
  OurFunction.ENGINEERING,
  OurFunction.FINANCE,
];

/** Every number that learning, teaching and amplifying rest on (section 9). The defaults are ours. */
export interface AdvocacyMethod {
  /** Score (0-100) from which stated advocacy is top-box: NPS 9 or 10, or definitely yes. */
  readonly topBoxFrom: number;
  /** A word older than so many days no longer says what somebody thinks of us. */
  readonly wordDays: number;
  /** Who spoke for us within so many days is active. */
  readonly activeDays: number;
  /** One person is asked at most once in so many days. */
  readonly askDays: number;
  /** What was learned, taught and said counts for the cycle and for reach for so many days. */
  readonly cycleDays: number;
  /** A level that nobody learned anything from for so many days is unheard. */
  readonly quarterDays: number;
  /** So many functions must have recorded something before one person's view is more than that. */
  readonly functionsNeeded: number;
  /** Nearest advocates named for somebody who was not reached. */
  readonly nearestShown: number;
  /** An effect is looked for within so many days after an amplification, and compared with as many before it. */
  readonly effectDays: number;
  /** What accounts do follows more slowly than what people say: a decision is looked for within so many days. */
  readonly behaviourDays: number;
}

/** The method as shipped. */
export const ADVOCACY_METHOD: AdvocacyMethod = {
  topBoxFrom: 90,
  wordDays: 365,
  activeDays: 180,
  askDays: 30,
  cycleDays: 365,
  quarterDays: 90,
  functionsNeeded: 2,
  nearestShown: 3,
  effectDays: 180,
  behaviourDays: 365,
};
