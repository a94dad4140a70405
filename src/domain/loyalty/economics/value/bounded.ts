/** An amount that was worked out, as a decimal, and between what it lies if what it rests on is as uncertain as counted. */
export interface Bounded {
  readonly estimate: string;
  /** Null where there is no interval to carry over: the asker gave the number. */
  readonly low: string | null;
  readonly high: string | null;
}

/** A rate, 0..1, with the ends of its interval; null ends where the asker gave it. */
export interface BoundedRate {
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
}
