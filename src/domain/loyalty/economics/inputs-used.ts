import { toFigure } from '../../model/figures.js';
import type { BoundedRate } from './value/bounded.js';
import { ECONOMICS_DEFAULTS, EconomicsInputName, InputSource, type GivenInputs } from './economics-inputs.js';
import type { CustomerFact } from './economics-facts.js';
import { amountOf, dividedBy, microsOf, sumOfMicros } from '../exact-amount.js';
import type { CountedShare } from '../counted-share.js';
import { ENOUGH_ACCOUNT_YEARS } from './account-years.js';

/** A number the economics were worked out with, and where it comes from. */
export interface InputUsed {
  readonly name: EconomicsInputName;
  /** As a decimal; null where it is not known, or, for the horizon, where there is no end. */
  readonly value: string | null;
  readonly source: InputSource;
  /** Cases it was counted from; null unless observed. */
  readonly n: number | null;
  /** Ends of its 95 % interval, as decimals; null where it has none. */
  readonly low: string | null;
  readonly high: string | null;
}

/** The numbers themselves. */
export interface Inputs {
  /** Of all customers with us, in millionths; null while none of them is valued. */
  readonly baseMicros: bigint | null;
  /** Of an average customer with us, in millionths. */
  readonly averageMicros: bigint | null;
  /** Null while there are fewer than ten account-years and none is given. */
  readonly retention: BoundedRate | null;
  readonly margin: number;
  readonly discountRate: number;
  readonly horizonYears: number | null;
  readonly retentionChange: number;
  readonly handlingCost: string;
  readonly preventedShare: number;
  readonly used: readonly InputUsed[];
}

/** What is given goes before what was observed, and that before a default. */
export function settleInputs(
  given: GivenInputs,
  observed: CountedShare,
  customers: readonly CustomerFact[],
): Inputs {
  const present = customers.filter(({ isLost }) => !isLost);
  const values = present.flatMap(({ annualValue }) => annualValue ?? []);
  const { margin, discountRate, retentionChange, handlingCost, preventedShare } = ECONOMICS_DEFAULTS;
  const inputs = {
    ...valueOf(given, values, present.length),
    retention: rateOf(given, observed),
    margin: given.margin ?? margin,
    discountRate: given.discountRate ?? discountRate,
    horizonYears: given.endless ? null : (given.horizonYears ?? ECONOMICS_DEFAULTS.horizonYears),
    retentionChange: given.retentionChange ?? retentionChange,
    handlingCost: given.handlingCost ?? handlingCost,
    preventedShare: given.preventedShare ?? preventedShare,
  };
  return { ...inputs, used: usedOf(given, inputs, observed, values.length) };
}

function valueOf(
  { annualValue }: GivenInputs,
  values: readonly string[],
  customers: number,
): Pick<Inputs, 'baseMicros' | 'averageMicros'> {
  if (typeof annualValue === 'string') {
    const averageMicros = microsOf(annualValue);
    return { averageMicros, baseMicros: averageMicros * BigInt(customers) };
  }
  if (values.length === 0) return { averageMicros: null, baseMicros: null };
  const baseMicros = sumOfMicros(values);
  return { baseMicros, averageMicros: dividedBy(baseMicros, values.length) };
}

function rateOf({ retention }: GivenInputs, observed: CountedShare): BoundedRate | null {
  if (typeof retention === 'number') return { estimate: retention, low: null, high: null };
  if (observed.of < ENOUGH_ACCOUNT_YEARS || observed.share === null) return null;
  return { estimate: observed.share, low: observed.low, high: observed.high };
}

function usedOf(
  given: GivenInputs,
  inputs: Omit<Inputs, 'used'>,
  observed: CountedShare,
  valued: number,
): InputUsed[] {
  const { ANNUAL_VALUE, RETENTION, MARGIN, DISCOUNT_RATE, HORIZON_YEARS } = EconomicsInputName;
  const { RETENTION_CHANGE, HANDLING_COST, PREVENTED_SHARE } = EconomicsInputName;
  const set = (name: EconomicsInputName, value: string | null, isGiven: boolean): InputUsed => ({
    ...{ name, value, source: isGiven ? InputSource.GIVEN : InputSource.DEFAULT },
    ...{ n: null, low: null, high: null },
  });
  const average = inputs.averageMicros === null ? null : amountOf(inputs.averageMicros);
  const seen = {
    name: ANNUAL_VALUE,
    value: average,
    source: InputSource.OBSERVED,
    n: valued,
    low: null,
    high: null,
  };
  return [
    isSet(given.annualValue) ? set(ANNUAL_VALUE, average, true) : seen,
    isSet(given.retention) ? set(RETENTION, text(given.retention), true) : observedRate(observed),
    set(MARGIN, text(inputs.margin), isSet(given.margin)),
    set(DISCOUNT_RATE, text(inputs.discountRate), isSet(given.discountRate)),
    set(HORIZON_YEARS, text(inputs.horizonYears), isSet(given.horizonYears) || given.endless === true),
    set(RETENTION_CHANGE, text(inputs.retentionChange), isSet(given.retentionChange)),
    set(HANDLING_COST, amountOf(microsOf(inputs.handlingCost)), isSet(given.handlingCost)),
    set(PREVENTED_SHARE, text(inputs.preventedShare), isSet(given.preventedShare)),
  ];
}

function isSet(value: unknown): boolean {
  return value !== null && value !== undefined;
}

function observedRate({ of, share, low, high }: CountedShare): InputUsed {
  const name = EconomicsInputName.RETENTION;
  return { name, value: text(share), source: InputSource.OBSERVED, n: of, low: text(low), high: text(high) };
}

/** Six places at most, and never an exponent, which a decimal has none of. */
function text(value: number | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  return toFigure(value)
    .toFixed(6)
    .replace(/\.?0+$/, '');
}
