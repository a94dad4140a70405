import type { Economics } from '../economics/economics.js';
import type { CountedShare } from '../counted-share.js';
import { ENOUGH_ACCOUNT_YEARS } from '../economics/account-years.js';
import { FigureUnit, percent, shareText, unknownFigure, type LiveFigure } from './live-figure.js';
import { moneyFigures } from './money-figures.js';
import { LiveFigureCode } from './statement.js';

/** What the figures are made of. */
export interface FigureFacts {
  readonly economics: Economics;
  /** Of the problems that arose in a year at customers with us, those solved of which nobody is left to be told. */
  readonly recovery: CountedShare;
}

/** Every figure that stands beside a statement, once each. */
export function liveFigures({ economics, recovery }: FigureFacts): LiveFigure[] {
  const { affected } = economics.problems;
  return [
    baseAtRisk(economics),
    ...moneyFigures(economics),
    shareFigure(
      LiveFigureCode.CUSTOMERS_WITH_PROBLEMS,
      affected,
      `${affected.hits} of ${affected.of} customers had a problem in the last 365 days that somebody recorded.`,
      'There are no customers yet.',
    ),
    shareFigure(
      LiveFigureCode.RECOVERY_RATE,
      recovery,
      `${recovery.hits} of ${recovery.of} problems of the last 365 days are solved, and everybody to be told of it has been.`,
      'No problem was recorded in the last 365 days.',
    ),
    retention(economics),
    problemEffect(economics),
  ];
}

/** A census has no sampling error: the share lies between those at risk, and those and the unknown ones. */
function baseAtRisk({ riskCost: { atRisk, atRiskOrUnknown, base } }: Economics): LiveFigure {
  const code = LiveFigureCode.BASE_AT_RISK;
  if (base.accounts === 0) return unknownFigure(code, FigureUnit.SHARE, 'There are no customers yet.');
  const [least, most] = [atRisk.accounts / base.accounts, atRiskOrUnknown.accounts / base.accounts];
  const unknown = atRiskOrUnknown.accounts - atRisk.accounts;
  return {
    ...{ code, unit: FigureUnit.SHARE, currency: null, n: base.accounts, hits: atRisk.accounts },
    ...{ value: shareText(least), low: shareText(least), high: shareText(most) },
    sentence: `At least ${atRisk.accounts} of ${base.accounts} customers are at risk; ${unknown} more are not known.`,
  };
}

function retention({ retention: share }: Economics): LiveFigure {
  const { hits, of } = share;
  return shareFigure(
    LiveFigureCode.RETENTION,
    share,
    `Of ${of} account-years with a decision, ${hits} ended with the customer still with us.`,
    'No decision of a customer has been recorded yet.',
  );
}

function problemEffect({ problems: { withProblem, without, fewerStay } }: Economics): LiveFigure {
  const code = LiveFigureCode.PROBLEM_EFFECT;
  const { difference, low, high } = fewerStay;
  const isEnough = Math.min(withProblem.of, without.of) >= ENOUGH_ACCOUNT_YEARS;
  if (!isEnough || difference === null || low === null || high === null) {
    const why = `It takes ${ENOUGH_ACCOUNT_YEARS} account-years with a problem before the decision and ${ENOUGH_ACCOUNT_YEARS} without; there are ${withProblem.of} and ${without.of}.`;
    return unknownFigure(code, FigureUnit.DIFFERENCE, why);
  }
  return {
    ...{ code, unit: FigureUnit.DIFFERENCE, currency: null, n: withProblem.of + without.of, hits: null },
    ...{ value: shareText(difference), low: shareText(low), high: shareText(high) },
    sentence: `With a problem ${percent(withProblem.share ?? 0)} stayed (${withProblem.hits} of ${withProblem.of}), without ${percent(without.share ?? 0)} (${without.hits} of ${without.of}). That they go together does not prove cause.`,
  };
}

/** Of too few cases the sentence gives the counts, and there is no share; of none it says why. */
function shareFigure(code: LiveFigureCode, share: CountedShare, sentence: string, why: string): LiveFigure {
  const { of, hits, low, high } = share;
  if (of === 0) return unknownFigure(code, FigureUnit.SHARE, why);
  const text = (value: number | null): string | null => (value === null ? null : shareText(value));
  return {
    ...{ code, unit: FigureUnit.SHARE, currency: null, n: of, hits, sentence },
    ...{ value: text(share.share), low: text(low), high: text(high) },
  };
}
