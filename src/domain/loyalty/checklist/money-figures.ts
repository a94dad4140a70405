import type { Economics } from '../economics/economics.js';
import { ECONOMICS_DEFAULTS } from '../economics/economics-inputs.js';
import { FigureUnit, percent, unknownFigure, type LiveFigure } from './live-figure.js';
import { LiveFigureCode } from './statement.js';

/** The figures in money. */
export function moneyFigures(economics: Economics): LiveFigure[] {
  return [valueAtRisk(economics), customerValue(economics), preventionPayoff(economics)];
}

function valueAtRisk({ currency, riskCost: { atRisk, atRiskOrUnknown, base } }: Economics): LiveFigure {
  const code = LiveFigureCode.VALUE_AT_RISK;
  if (base.accounts === base.unvalued) {
    return unknownFigure(code, FigureUnit.MONEY, `No customer with us has an annual value in ${currency}.`);
  }
  const valued = base.accounts - base.unvalued;
  const unvalued =
    base.unvalued === 0
      ? ''
      : `; ${base.unvalued} of ${base.accounts} customers are not valued in ${currency}`;
  return {
    ...{ code, unit: FigureUnit.MONEY, currency, n: valued, hits: atRisk.accounts - atRisk.unvalued },
    ...{ value: atRisk.value, low: atRisk.value, high: atRiskOrUnknown.value },
    sentence: `Of ${currency} ${base.value} a year, at least ${atRisk.value} are at risk and at most ${atRiskOrUnknown.value}${unvalued}.`,
  };
}

function customerValue({ currency, customerValue: worth, retention, missing }: Economics): LiveFigure {
  const code = LiveFigureCode.CUSTOMER_VALUE;
  if (!worth) return unknownFigure(code, FigureUnit.MONEY, missing.join(' '));
  const { estimate, low, high } = worth.perCustomer;
  return {
    ...{ code, unit: FigureUnit.MONEY, currency, n: retention.of, hits: null, value: estimate, low, high },
    sentence: `An average customer is worth ${currency} ${estimate} over the years to come, with the default margin and discount rate.`,
  };
}

function preventionPayoff({ currency, problems, missing }: Economics): LiveFigure {
  const code = LiveFigureCode.PREVENTION_PAYOFF;
  const { payoff, withProblem, without } = problems;
  if (!payoff) return unknownFigure(code, FigureUnit.MONEY, missing.join(' '));
  const { estimate, low, high } = payoff.total;
  return {
    ...{ code, unit: FigureUnit.MONEY, currency, value: estimate, low, high },
    ...{ n: withProblem.of + without.of, hits: null },
    sentence: `Sparing ${percent(ECONOMICS_DEFAULTS.preventedShare)} of the customers with problems theirs would pay ${currency} ${estimate}, if the problems were the cause.`,
  };
}
