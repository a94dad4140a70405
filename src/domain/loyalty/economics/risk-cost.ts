import { Standing } from '../../judgement-terms.js';
import { valueAtRisk } from '../../value-at-risk.js';
import type { CustomerFact } from './economics-facts.js';
import { amountOf, sumOfMicros, timesFactor } from '../exact-amount.js';

/** How many customers, and what they are worth in a year. */
export interface ValuedCount {
  readonly accounts: number;
  /** As a decimal. */
  readonly value: string;
  /** Those without a value in the reporting currency, so not in `value`. */
  readonly unvalued: number;
  /** The margin on the value over the horizon, worth today: what losing all of them would cost; null while it cannot be worked out. */
  readonly cost: string | null;
}

/** What the base at risk would cost to lose. */
export interface RiskCost {
  readonly atRisk: ValuedCount;
  /** Those at risk and the unknown ones: it is at most these. */
  readonly atRiskOrUnknown: ValuedCount;
  /** The base: all customers with us. */
  readonly base: ValuedCount;
  /** The sum of annual value times risk over the base, as a decimal: an index for ordering work, no forecast. */
  readonly valueAtRisk: string;
}

/** Counts the customers with us by standing. `factor` is the worth today of one unit of annual value; null while not known. */
export function riskCost(customers: readonly CustomerFact[], factor: number | null): RiskCost {
  const base = customers.filter(({ isLost }) => !isLost);
  const atRisk = base.filter(({ standing }) => standing === Standing.AT_RISK);
  const unknown = base.filter(({ standing }) => standing === Standing.UNKNOWN);
  const risks = base.flatMap(({ annualValue, risk }) =>
    annualValue === null || risk === null ? [] : valueAtRisk(annualValue, risk),
  );
  return {
    atRisk: valuedCount(atRisk, factor),
    atRiskOrUnknown: valuedCount([...atRisk, ...unknown], factor),
    base: valuedCount(base, factor),
    valueAtRisk: amountOf(sumOfMicros(risks)),
  };
}

function valuedCount(customers: readonly CustomerFact[], factor: number | null): ValuedCount {
  const values = customers.flatMap(({ annualValue }) => annualValue ?? []);
  const micros = sumOfMicros(values);
  return {
    accounts: customers.length,
    value: amountOf(micros),
    unvalued: customers.length - values.length,
    cost: factor === null ? null : amountOf(timesFactor(micros, factor)),
  };
}
