import type { CountedShare } from '../../../domain/loyalty/counted-share.js';
import { moneyInWords } from '../words.js';
import { boundsInWords, intervalInWords, whole, type BoundedAnswer, SHARE_FIELDS } from './shares.js';

const COUNT = '{ accounts value unvalued cost }';

/** The fields of `ProblemCost` that are printed. */
export const PROBLEMS_FIELDS = `withProblem { ${SHARE_FIELDS} } without { ${SHARE_FIELDS} } fewerStay { difference low high } affected { ${SHARE_FIELDS} }
  valueAtStake unvalued problemsAYear handlingCost
  payoff { valueKept { estimate low high } marginKept { estimate low high } handlingSaved total { estimate low high } }`;

/** The fields of `RiskCost` that are printed. */
export const RISK_FIELDS = `atRisk ${COUNT} atRiskOrUnknown ${COUNT} base ${COUNT} valueAtRisk`;

/** `ProblemCost`. */
export interface ProblemsAnswer {
  readonly withProblem: CountedShare;
  readonly without: CountedShare;
  readonly affected: CountedShare;
  readonly valueAtStake: string;
  readonly unvalued: number;
  readonly problemsAYear: number;
  readonly handlingCost: string;
  readonly payoff: { readonly total: BoundedAnswer } | null;
}

interface CountAnswer {
  readonly accounts: number;
  readonly value: string;
  readonly unvalued: number;
  readonly cost: string | null;
}

/** `RiskCost`. */
export interface RiskAnswer {
  readonly atRisk: CountAnswer;
  readonly atRiskOrUnknown: CountAnswer;
  readonly base: CountAnswer;
}

/** Who stays with problems and without, what depends on it, and what prevention would pay. */
export function problemLines(problems: ProblemsAnswer, currency: string): string[] {
  const { withProblem, without, affected, valueAtStake, unvalued, problemsAYear, payoff } = problems;
  const money = (amount: string): string => moneyInWords({ amount, currency });
  return [
    `Stayed after a problem: ${intervalInWords(withProblem)}`,
    `Stayed without one: ${intervalInWords(without)}`,
    `Customers with a problem in 365 days: ${affected.hits} of ${affected.of}, worth ${money(valueAtStake)} a year${notValued(unvalued)}`,
    `Problems in 365 days: ${problemsAYear}, to handle ${money(problems.handlingCost)}`,
    ...(payoff ? [`Payoff of prevention: ${boundsInWords(payoff.total, currency)}`] : []),
  ];
}

/** Between which bounds the part of the base at risk lies, and what losing it would cost. */
export function riskLines({ atRisk, atRiskOrUnknown, base }: RiskAnswer, currency: string): string[] {
  if (base.accounts === 0) return ['There are no customers yet.'];
  const value = (count: CountAnswer): string => moneyInWords({ amount: count.value, currency });
  const lines = [
    `At least ${atRisk.accounts}, at most ${atRiskOrUnknown.accounts} of ${base.accounts} customers`,
    `${value(atRisk)} to ${whole(atRiskOrUnknown.value)} of ${value(base)} a year${notValued(base.unvalued)}`,
  ];
  if (atRisk.cost === null || atRiskOrUnknown.cost === null) return lines;
  const least = moneyInWords({ amount: atRisk.cost, currency });
  return [
    ...lines,
    `Losing all of them would cost ${least} to ${whole(atRiskOrUnknown.cost)} of margin, worth today`,
  ];
}

function notValued(accounts: number): string {
  return accounts === 0 ? '' : `; ${accounts} not valued in it`;
}
