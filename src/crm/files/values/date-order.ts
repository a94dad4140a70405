import { splitDateAndTime, writtenDate } from './date-text.js';

/** The order of day, month and year in dates written in numbers with the year last or, for `YMD`, first. */
export type DateOrder = 'DMY' | 'MDY' | 'YMD';

/** What the dates of a column prove about their order. */
export interface DateOrderScan {
  /**
   * `DMY` or `MDY` when at least one date has only that reading; `YMD` when every date names its year first or its month
   * by name, so that no order is needed; `AMBIGUOUS` when nothing proves an order; `CONTRADICTORY` when both are proven.
   */
  readonly order: DateOrder | 'AMBIGUOUS' | 'CONTRADICTORY';
  /** Dates that are dates only with the day first. */
  readonly dayFirst: number;
  /** Dates that are dates only with the month first. */
  readonly monthFirst: number;
  /** Dates that prove neither order, because both numbers could be a month; 05/05 is among them. */
  readonly undecided: number;
}

/** Collects the evidence of a column, value by value. */
export class DateOrderTally {
  private dayFirst = 0;
  private monthFirst = 0;
  private undecided = 0;
  private yearLast = 0;

  /** Takes the next cell; what is no date is no evidence. */
  add(text: string): void {
    const [date] = splitDateAndTime(text);
    const written = writtenDate(date);
    if (written?.kind !== 'YEAR_LAST') return;
    const { first, second } = written;
    this.yearLast += 1;
    if (first > 12 && second <= 12) this.dayFirst += 1;
    else if (second > 12 && first <= 12) this.monthFirst += 1;
    else if (first <= 12 && second <= 12) this.undecided += 1;
  }

  /** What the values so far prove. */
  scan(): DateOrderScan {
    const { dayFirst, monthFirst, undecided } = this;
    return { order: this.order(), dayFirst, monthFirst, undecided };
  }

  private order(): DateOrderScan['order'] {
    if (this.dayFirst > 0 && this.monthFirst > 0) return 'CONTRADICTORY';
    if (this.dayFirst > 0) return 'DMY';
    if (this.monthFirst > 0) return 'MDY';
    return this.yearLast > 0 ? 'AMBIGUOUS' : 'YMD';
  }
}

/** The order that the dates of a column prove together. */
export function detectDateOrder(values: Iterable<string>): DateOrderScan {
  const tally = new DateOrderTally();
  for (const value of values) tally.add(value);
  return tally.scan();
}
