/** The numbers a scorecard rests on. The defaults are ours. */
export const SCORECARD_METHOD = {
  /** Length of each of the two periods compared, in days. */
  halfYearDays: 180,
  /**
   * How far the ratings (1..5) of one criterion lie apart at least, as a standard deviation. A handful of equal ratings
   * would otherwise pass for certainty.
   */
  leastRatingSd: 1,
  /** Coverage of the intervals, 0..1. */
  credibility: 0.95,
  /** Below so many people heard, figures say what these people said and nothing of the others. */
  fewPeople: 5,
} as const;
