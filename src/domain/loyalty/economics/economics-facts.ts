import type { CalendarDate, Instant } from '../../facts.js';
import type { Standing } from '../../judgement-terms.js';
import type { LoyaltyEventFact } from '../outcome.js';

/** An account as far as its worth is concerned. Departments of ours are none. */
export interface CustomerFact {
  readonly accountId: string;
  /** Whether it is no longer with us. */
  readonly isLost: boolean;
  /** What it is worth in a year, as a decimal in the reporting currency; null if not known in it. */
  readonly annualValue: string | null;
  readonly standing: Standing;
  /** 0..1; null while it was never judged. */
  readonly risk: number | null;
}

/** When an account had a problem. */
export interface ProblemSpan {
  readonly accountId: string;
  readonly occurredAt: Instant;
  /** Null while it stands. */
  readonly resolvedAt: Instant | null;
}

/** Everything the economics rest on, all of it about the same accounts. The order of the lists carries no meaning. */
export interface EconomicsFacts {
  readonly today: CalendarDate;
  /** The reporting currency, ISO 4217. Amounts in another one are counted, not converted. */
  readonly currency: string;
  readonly customers: readonly CustomerFact[];
  readonly events: readonly LoyaltyEventFact[];
  readonly problems: readonly ProblemSpan[];
}
