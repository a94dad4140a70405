/** The numbers by which what was said is held against what was done. `fewest` and `credibility` hold for all figures of loyalty. */
export interface EvidenceMethod {
  /** What was said or went wrong so many days before a decision, or longer ago, says nothing of it. */
  readonly days: number;
  /** A share of fewer cases than this is not shown: it would say less than its digits. */
  readonly fewest: number;
  /** Coverage of every interval, 0..1. */
  readonly credibility: number;
  /** Score, 0-100, from which somebody speaks for us: NPS 9 and 10. */
  readonly advocateFrom: number;
  /** Score, 0-100, up to which somebody speaks against us: NPS 6. */
  readonly criticTo: number;
  /** Score, 0-100, below which an answer is low. */
  readonly lowBelow: number;
}

/** The numbers as shipped. */
export const EVIDENCE_METHOD: EvidenceMethod = {
  days: 365,
  fewest: 5,
  credibility: 0.95,
  advocateFrom: 90,
  criticTo: 60,
  lowBelow: 50,
};
