/** What the economics are worked out from. */
export enum EconomicsInputName {
  ANNUAL_VALUE = 'ANNUAL_VALUE',
  RETENTION = 'RETENTION',
  MARGIN = 'MARGIN',
  DISCOUNT_RATE = 'DISCOUNT_RATE',
  HORIZON_YEARS = 'HORIZON_YEARS',
  RETENTION_CHANGE = 'RETENTION_CHANGE',
  HANDLING_COST = 'HANDLING_COST',
  PREVENTED_SHARE = 'PREVENTED_SHARE',
}

/** Where an input comes from. */
export enum InputSource {
  OBSERVED = 'OBSERVED',
  DEFAULT = 'DEFAULT',
  GIVEN = 'GIVEN',
}

/** What the asker sets; what is left out is observed, or a default. */
export interface GivenInputs {
  /** Of an average customer, a decimal of zero or more in the reporting currency. */
  readonly annualValue?: string | null;
  /** Share of customers that stay from one year to the next, 0..1. */
  readonly retention?: number | null;
  /** Share of the annual value that is left after what serving the customer costs, 0..1. */
  readonly margin?: number | null;
  /** Share a year, 0..1. */
  readonly discountRate?: number | null;
  /** Whole years, 1..100. */
  readonly horizonYears?: number | null;
  /** All years to come instead of a horizon. */
  readonly endless?: boolean | null;
  /** Points of retention to look at, -1..1: .01 is one point. */
  readonly retentionChange?: number | null;
  /** Of one problem, a decimal of zero or more in the reporting currency. */
  readonly handlingCost?: string | null;
  /** Share of the accounts with problems that would have had none, 0..1. */
  readonly preventedShare?: number | null;
}

/** Used where nothing is given. Nothing recorded speaks for these numbers: they are ours, and meant to be replaced. */
export const ECONOMICS_DEFAULTS = {
  margin: 0.3,
  discountRate: 0.1,
  horizonYears: 10,
  retentionChange: 0.01,
  handlingCost: '0',
  preventedShare: 0.25,
} as const;

/** An input that cannot be used, and what would be right. */
export interface InputFault {
  readonly input: keyof GivenInputs;
  readonly message: string;
}

const MOST_YEARS = 100;

type Rule = (given: GivenInputs) => InputFault | null;

const RULES: readonly Rule[] = [
  within('margin', 0, 1, 'A margin is a share of the annual value, 0 to 1.'),
  within('retention', 0, 1, 'Retention is a share of the customers, 0 to 1.'),
  within('discountRate', 0, 1, 'A discount rate is a share a year, 0 to 1.'),
  within('horizonYears', 1, MOST_YEARS, 'A horizon has 1 to 100 years.'),
  within('retentionChange', -1, 1, 'A change of retention lies between -1 and 1; one point is 0.01.'),
  within('preventedShare', 0, 1, 'What is prevented is a share of the accounts with problems, 0 to 1.'),
  notNegative('annualValue'),
  notNegative('handlingCost'),
  ({ endless, horizonYears }) =>
    endless && isGiven(horizonYears)
      ? { input: 'horizonYears', message: 'A horizon and no end exclude each other: give one of them.' }
      : null,
  ({ endless, retention }) =>
    endless && retention === 1
      ? { input: 'retention', message: 'Nobody stays for ever: without an end, retention is below 1.' }
      : null,
  ({ endless, discountRate }) =>
    endless && discountRate === 0
      ? { input: 'discountRate', message: 'Without an end, a discount rate above 0 is needed.' }
      : null,
];

/** The first input that is out of its range or contradicts another; null if all can be used. */
export function inputFault(given: GivenInputs): InputFault | null {
  for (const rule of RULES) {
    const fault = rule(given);
    if (fault) return fault;
  }
  return null;
}

type NumberInput =
  'margin' | 'retention' | 'discountRate' | 'horizonYears' | 'retentionChange' | 'preventedShare';

function within(input: NumberInput, least: number, most: number, message: string): Rule {
  return (given) => {
    const value = given[input];
    return !isGiven(value) || (value >= least && value <= most) ? null : { input, message };
  };
}

function notNegative(input: 'annualValue' | 'handlingCost'): Rule {
  return (given) =>
    given[input]?.startsWith('-') ? { input, message: 'An amount of zero or more is needed.' } : null;
}

function isGiven<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}
