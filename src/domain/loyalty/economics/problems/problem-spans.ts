import type { CalendarDate } from '../../../facts.js';
import { dateOf, daysBefore } from '../../../instants.js';
import type { ProblemSpan } from '../economics-facts.js';

/** How long before a day a problem may have stood and still count. */
export const PROBLEM_DAYS = 365;

/** Answers for many accounts and days whether there was a problem. */
export class ProblemCalendar {
  private readonly spans = new Map<string, ProblemSpan[]>();
  /** Many accounts decide on the same days, and reckoning with dates is slow. */
  private readonly starts = new Map<CalendarDate, CalendarDate>();

  constructor(problems: readonly ProblemSpan[]) {
    for (const problem of problems) {
      const known = this.spans.get(problem.accountId);
      if (known) known.push(problem);
      else this.spans.set(problem.accountId, [problem]);
    }
  }

  /** Whether a problem stood at the account on any of the 365 days before the day; the day itself does not count. */
  hadProblemBefore(accountId: string, day: CalendarDate): boolean {
    const from = this.startOf(day);
    return (this.spans.get(accountId) ?? []).some(
      ({ occurredAt, resolvedAt }) =>
        dateOf(occurredAt) < day && (resolvedAt === null || dateOf(resolvedAt) >= from),
    );
  }

  /** Problems that arose at the account on the 365 days before the day. */
  arisenBefore(accountId: string, day: CalendarDate): number {
    const from = this.startOf(day);
    return (this.spans.get(accountId) ?? []).filter(
      ({ occurredAt }) => dateOf(occurredAt) >= from && dateOf(occurredAt) < day,
    ).length;
  }

  private startOf(day: CalendarDate): CalendarDate {
    const known = this.starts.get(day);
    if (known !== undefined) return known;
    const start = dateOf(daysBefore(day, PROBLEM_DAYS));
    this.starts.set(day, start);
    return start;
  }
}
