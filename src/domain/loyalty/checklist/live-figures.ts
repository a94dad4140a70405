import type { Economics } from '../economics/economics.js';
import { ENOUGH_OUTCOMES, type ObservedShare } from '../observed-share.js';
import { FigureUnit, percent, shareText, unknownFigure, type LiveFigure } from './live-figure.js';
import { moneyFigures } from './money-figures.js';
import { LiveFigureCode } from './statement.js';

/** What the figures are made of. */
export interface FigureFacts {
  readonly economics: Economics;
  /** Of the problems that arose in a year at customers with us, those solved of which nobody is left to be told. */
  readonly recovery: ObservedShare;
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
      `${affected.hits} of ${affected.n} customers had a problem in the last 365 days that somebody recorded.`,
      'There are no customers yet.',
    ),
    shareFigure(
      LiveFigureCode.RECOVERY_RATE,
      recovery,
      `${recovery.hits} of ${recovery.n} problems of the last 365 days are solved, and everybody to be told of it has been.`,
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
  const { hits, n } = share;
  return shareFigure(
    LiveFigureCode.RETENTION,
    share,
    `Of ${n} account-years with a decision, ${hits} ended with the customer still with us.`,
    'No decision of a customer has been recorded yet.',
  );
}

function problemEffect({ problems: { withProblem, without, fewerStay } }: Economics): LiveFigure {
  const code = LiveFigureCode.PROBLEM_EFFECT;
  if (!fewerStay || Math.min(withProblem.n, without.n) < ENOUGH_OUTCOMES) {
    const why = `It takes ${ENOUGH_OUTCOMES} account-years with a problem before the decision and ${ENOUGH_OUTCOMES} without; there are ${withProblem.n} and ${without.n}.`;
    return unknownFigure(code, FigureUnit.DIFFERENCE, why);
  }
  const { difference, low, high } = fewerStay;
  return {
    ...{ code, unit: FigureUnit.DIFFERENCE, currency: null, n: withProblem.n + without.n, hits: null },
    ...{ value: shareText(difference), low: shareText(low), high: shareText(high) },
    sentence: `With a problem ${percent(withProblem.share ?? 0)} stayed (${withProblem.hits} of ${withProblem.n}), without ${percent(without.share ?? 0)} (${without.hits} of ${without.n}). That they go together does not prove cause.`,
  };
}

function shareFigure(code: LiveFigureCode, share: ObservedShare, sentence: string, why: string): LiveFigure {
  const { n, hits, low, high } = share;
  if (share.share === null || low === null || high === null)
    return unknownFigure(code, FigureUnit.SHARE, why);
  return {
    ...{ code, unit: FigureUnit.SHARE, currency: null, n, hits, sentence },
    ...{ value: shareText(share.share), low: shareText(low), high: shareText(high) },
  };
}
