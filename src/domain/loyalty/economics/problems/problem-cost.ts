import { dateOf, daysBefore } from '../../../instants.js';
import { ENOUGH_ACCOUNT_YEARS, retentionOf, type AccountYear } from '../account-years.js';
import type { Bounded, BoundedRate } from '../value/bounded.js';
import type { EconomicsFacts } from '../economics-facts.js';
import { amountOf, microsOf, sumOfMicros, timesFactor } from '../../exact-amount.js';
import { keptMultiple, type Discounting } from '../value/margin-multiple.js';
import {
  countedShare,
  countedDifference,
  type CountedShare,
  type CountedDifference,
} from '../../counted-share.js';
import { ProblemCalendar } from './problem-spans.js';

/** What prevention is worked out with. */
export interface PreventionInputs extends Discounting {
  readonly retention: BoundedRate | null;
  readonly margin: number;
  /** Of one problem, as a decimal. */
  readonly handlingCost: string;
  /** Share of the accounts with problems that would have had none, 0..1. */
  readonly preventedShare: number;
}

/** What preventing some of the problems would pay. */
export interface PreventionPayoff {
  /** Annual value that would stay for the share of accounts spared. */
  readonly valueKept: Bounded;
  /** The margin on it over the horizon, worth today. */
  readonly marginKept: Bounded;
  /** Handling cost of a year's problems that would not arise. */
  readonly handlingSaved: string;
  /** Margin kept and handling saved. */
  readonly total: Bounded;
}

/** What goes with problems: how many stay, with them and without, and what depends on it. */
export interface ProblemCost {
  /** Account-years with a problem in the 365 days before the decision, and the share that stayed. */
  readonly withProblem: CountedShare;
  /** The same without a problem. */
  readonly without: CountedShare;
  /** By how much fewer stay with a problem. */
  readonly fewerStay: CountedDifference;
  /** Of the customers with us, those with a problem in the last 365 days. */
  readonly affected: CountedShare;
  /** What they are worth in a year, as a decimal. */
  readonly valueAtStake: string;
  /** Those of them whose value is not known in the reporting currency. */
  readonly unvalued: number;
  /** Problems that arose at customers with us in the last 365 days. */
  readonly problemsAYear: number;
  /** What those cost to handle, as a decimal. */
  readonly handlingCost: string;
  /** Null while either side has fewer than ten account-years, or retention is not known. */
  readonly payoff: PreventionPayoff | null;
}

/** Compares account-years with a problem before the decision to those without, and works out what prevention would pay. */
export function problemCost(
  facts: EconomicsFacts,
  years: readonly AccountYear[],
  inputs: PreventionInputs,
): ProblemCost {
  const calendar = new ProblemCalendar(facts.problems);
  const [troubled, calm] = partition(years, ({ accountId, decidedOn }) =>
    calendar.hadProblemBefore(accountId, decidedOn),
  );
  const withProblem = retentionOf(troubled);
  const without = retentionOf(calm);
  const fewerStay = countedDifference(without, withProblem);
  const affected = affectedOf(facts, calendar);
  const handlingMicros = microsOf(inputs.handlingCost) * BigInt(affected.problemsAYear);
  const isEnough = Math.min(withProblem.of, without.of) >= ENOUGH_ACCOUNT_YEARS;
  return {
    withProblem,
    without,
    fewerStay,
    affected: affected.share,
    valueAtStake: amountOf(affected.micros),
    unvalued: affected.unvalued,
    problemsAYear: affected.problemsAYear,
    handlingCost: amountOf(handlingMicros),
    payoff: isEnough ? payoffOf(fewerStay, affected.micros, handlingMicros, inputs) : null,
  };
}

/** The customers with us that had a problem in the last 365 days, today among them. */
interface Affected {
  readonly share: CountedShare;
  /** Their annual value in millionths. */
  readonly micros: bigint;
  readonly unvalued: number;
  readonly problemsAYear: number;
}

function affectedOf({ today, customers }: EconomicsFacts, calendar: ProblemCalendar): Affected {
  const tomorrow = dateOf(daysBefore(today, -1));
  const present = customers.filter(({ isLost }) => !isLost);
  const affected = present.filter(({ accountId }) => calendar.hadProblemBefore(accountId, tomorrow));
  const values = affected.flatMap(({ annualValue }) => annualValue ?? []);
  return {
    share: countedShare(affected.length, present.length),
    micros: sumOfMicros(values),
    unvalued: affected.length - values.length,
    problemsAYear: present.reduce(
      (total, { accountId }) => total + calendar.arisenBefore(accountId, tomorrow),
      0,
    ),
  };
}

/**
 * Prevention spares a share of the affected accounts the lower retention once: so many more come through the coming year, and
 * stay from then on like any other. The bounds are those of the difference between the two shares.
 */
function payoffOf(
  { difference, low, high }: CountedDifference,
  stakeMicros: bigint,
  handlingMicros: bigint,
  { retention, margin, preventedShare, ...discounting }: PreventionInputs,
): PreventionPayoff | null {
  if (difference === null || low === null || high === null || !retention) return null;
  const multiple = keptMultiple(retention.estimate, discounting);
  const saved = timesFactor(handlingMicros, preventedShare);
  const kept = (points: number): bigint => timesFactor(stakeMicros, preventedShare * points);
  const worth = (points: number): bigint =>
    timesFactor(stakeMicros, preventedShare * points * margin * multiple);
  const bounded = (amount: (points: number) => bigint): Bounded => ({
    estimate: amountOf(amount(difference)),
    low: amountOf(amount(low)),
    high: amountOf(amount(high)),
  });
  return {
    valueKept: bounded(kept),
    marginKept: bounded(worth),
    handlingSaved: amountOf(saved),
    total: bounded((points) => worth(points) + saved),
  };
}

function partition<Row>(rows: readonly Row[], isFirst: (row: Row) => boolean): [Row[], Row[]] {
  const [first, second]: [Row[], Row[]] = [[], []];
  for (const row of rows) (isFirst(row) ? first : second).push(row);
  return [first, second];
}
