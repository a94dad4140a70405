import { Standing } from './judgement-terms.js';

/** How many accounts of a standing there are and what those with a known value are worth. */
export interface StandingCount {
  readonly standing: Standing;
  readonly accounts: number;
  /** Sum of annual values in one currency. */
  readonly value: number;
}

/** Between which shares, 0..1, the part of a base that is at risk lies. A census has no sampling error. */
export interface RiskBounds {
  readonly atLeast: number;
  readonly atMost: number;
  readonly valueAtLeast: number;
  readonly valueAtMost: number;
}

/** At least what is at risk, at most that and what is unknown. An empty base has nothing at risk. */
export function riskBounds(counts: readonly StandingCount[]): RiskBounds {
  const share = (measure: 'accounts' | 'value', standings: readonly Standing[]): number => {
    const total = sum(counts.map((count) => count[measure]));
    const part = sum(
      counts.filter(({ standing }) => standings.includes(standing)).map((count) => count[measure]),
    );
    return total === 0 ? 0 : part / total;
  };
  return {
    atLeast: share('accounts', [Standing.AT_RISK]),
    atMost: share('accounts', [Standing.AT_RISK, Standing.UNKNOWN]),
    valueAtLeast: share('value', [Standing.AT_RISK]),
    valueAtMost: share('value', [Standing.AT_RISK, Standing.UNKNOWN]),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
