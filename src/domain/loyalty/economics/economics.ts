import { toFigure, toFigureOrNull } from '../../model/figures.js';
import { outcomesOf } from '../outcome.js';
import { accountYearsOf, retentionOf } from './account-years.js';
import type { Bounded } from './value/bounded.js';
import type { EconomicsFacts } from './economics-facts.js';
import type { GivenInputs } from './economics-inputs.js';
import { missingForEconomics, readingOfEconomics } from './economics-sentences.js';
import { amountOf, timesFactor } from '../exact-amount.js';
import { settleInputs, type Inputs, type InputUsed } from './inputs-used.js';
import { marginMultiple } from './value/margin-multiple.js';
import type { CountedShare } from '../counted-share.js';
import { problemCost, type ProblemCost } from './problems/problem-cost.js';
import { retentionEffect, type RetentionEffect } from './value/retention-effect.js';
import { revenueYears, type RevenueYear } from './revenue-years.js';
import { riskCost, type RiskCost } from './risk-cost.js';

/** What a customer is worth today: margin x annual value x the multiple of section "What loyalty is worth". */
export interface CustomerValue {
  /** Worth today of one unit of margin a year; low and high at the ends of the interval of retention. */
  readonly multiple: { readonly estimate: number; readonly low: number | null; readonly high: number | null };
  readonly perCustomer: Bounded;
  /** Of all customers with us who are valued. */
  readonly base: Bounded;
}

/** What the loyalty of a set of accounts is worth. */
export interface Economics {
  readonly currency: string;
  readonly inputs: readonly InputUsed[];
  /** Share of account-years with a decision that ended with the account still with us. */
  readonly retention: CountedShare;
  /** Null while retention or values are missing. */
  readonly customerValue: CustomerValue | null;
  readonly retentionEffect: RetentionEffect | null;
  readonly problems: ProblemCost;
  readonly riskCost: RiskCost;
  /** Latest first. */
  readonly years: readonly RevenueYear[];
  /** What could not be worked out, and what it would take; empty when all could. */
  readonly missing: readonly string[];
  /** How to read the figures, and what they do not prove. */
  readonly reading: readonly string[];
}

/** Works out the economics; the inputs are checked before (`inputFault`). */
export function economicsOf(facts: EconomicsFacts, given: GivenInputs = {}): Economics {
  const outcomes = outcomesOf(facts.events);
  const accountYears = accountYearsOf(outcomes);
  const retention = retentionOf(accountYears);
  const inputs = settleInputs(given, retention, facts.customers);
  const customerValue = customerValueOf(inputs);
  const problems = problemCost(facts, accountYears, inputs);
  const factor = inputs.retention && marginMultiple(inputs.retention.estimate, inputs) * inputs.margin;
  return {
    currency: facts.currency,
    inputs: inputs.used,
    retention,
    customerValue,
    retentionEffect: effectOf(inputs),
    problems,
    riskCost: riskCost(facts.customers, factor),
    years: revenueYears(facts.events, outcomes, accountYears, facts.currency),
    missing: missingForEconomics({ retention, inputs, problems, currency: facts.currency }),
    reading: readingOfEconomics(inputs, problems),
  };
}

function customerValueOf(inputs: Inputs): CustomerValue | null {
  const { retention, averageMicros, baseMicros, margin } = inputs;
  if (!retention || averageMicros === null || baseMicros === null) return null;
  const at = (rate: number | null): number | null => (rate === null ? null : marginMultiple(rate, inputs));
  const estimate = marginMultiple(retention.estimate, inputs);
  const [low, high] = [at(retention.low), at(retention.high)];
  const worth = (micros: bigint, multiple: number): string =>
    amountOf(timesFactor(micros, multiple * margin));
  const bounded = (micros: bigint): Bounded => ({
    estimate: worth(micros, estimate),
    low: low === null ? null : worth(micros, low),
    high: high === null ? null : worth(micros, high),
  });
  const multiple = { estimate: toFigure(estimate), low: toFigureOrNull(low), high: toFigureOrNull(high) };
  return { multiple, perCustomer: bounded(averageMicros), base: bounded(baseMicros) };
}

function effectOf(inputs: Inputs): RetentionEffect | null {
  const { retention, baseMicros, margin, retentionChange } = inputs;
  if (!retention || baseMicros === null) return null;
  return retentionEffect(timesFactor(baseMicros, margin), retention, retentionChange, inputs);
}
