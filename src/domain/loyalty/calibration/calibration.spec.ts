import fc from 'fast-check';
import { RiskReasonCode } from '../../judgement-terms.js';
import { calibratedWeight, hazardOf } from '../../reasons/calibration.js';
import { CALIBRATION_METHOD } from './calibration-method.js';
import { fitFactors } from './fit-factors.js';
import { fitLogistic, logisticChance } from './fit-logistic.js';
import { CalibrationNeed, missingFor } from './missing.js';
import type { Observation, ReasonThen } from './observation.js';
import { CalibrationVerdict, proposeCalibration, splitInTime } from './proposal.js';
import { brierDifference, scoreOf } from './scoring.js';

const { PROBLEM_OPEN, DECLINING, LEVELS_DIVERGE, STATED_DEFECTION } = RiskReasonCode;
const UNBOUND = { ...CALIBRATION_METHOD, factorSd: 1e4, leastFactor: 0, mostFactor: 1e3, coefficientSd: 1e4 };

/** So many equal observations, of which the first `left` ones left. */
function group(n: number, left: number, reasons: ReasonThen[], decidedOn = '2025-01-01'): Observation[] {
  return Array.from({ length: n }, (_, index) => ({
    accountId: `${decidedOn} ${index}`,
    decidedOn,
    left: index < left,
    reasons,
  }));
}

const held = (code: RiskReasonCode, weight: number): ReasonThen => ({ code, weight });

/** A generator of numbers in [0, 1) that is the same every time (Lehmer 1951, multiplier 48271). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** Outcomes of accounts that leave just as these factors say. */
function synthetic(
  n: number,
  factors: Partial<Record<RiskReasonCode, number>>,
  background: number,
): Observation[] {
  const next = numbers(20261122);
  return Array.from({ length: n }, (_, index) => {
    const reasons = Object.keys(factors)
      .filter(() => next() < 0.4)
      .map((code) => held(code as RiskReasonCode, [0.1, 0.2, 0.3][Math.floor(next() * 3)] ?? 0.1));
    const stays = reasons.reduce(
      (chance, { code, weight }) => chance * (1 - weight) ** (factors[code] ?? 1),
      1 - background,
    );
    const day = new Date(Date.UTC(2020, 0, 1 + Math.floor((index * 1500) / n))).toISOString().slice(0, 10);
    return { accountId: `a${index}`, decidedOn: day, left: next() >= stays, reasons };
  });
}

describe('the factors of the reasons', () => {
  it('are the exact ones where few enough outcomes leave no choice', () => {
    // Without the reason 10 of 100 leave; with it 46 of 100: (1 - .46) / (1 - .10) = .6 = .8 ^ factor.
    const fit = fitFactors([...group(100, 10, []), ...group(100, 46, [held(DECLINING, 0.2)])], UNBOUND);
    expect(fit.background).toBeCloseTo(0.1, 5);
    expect(fit.factors).toEqual([
      expect.objectContaining({ code: DECLINING, held: 100, left: 46, shippedWeight: 0.2 }),
    ]);
    expect(fit.factors[0]?.factor).toBeCloseTo(Math.log(0.6) / Math.log(0.8), 4);
  });

  it('are the background alone where no reason ever held', () => {
    const fit = fitFactors(group(40, 10, []));
    expect(fit.factors).toEqual([]);
    expect(fit.background).toBeCloseTo(0.25, 5);
  });

  it('are drawn towards 1, the more so the fewer outcomes there are', () => {
    const factorOf = (size: number) =>
      fitFactors([...group(100 * size, 10 * size, []), ...group(10 * size, 8 * size, [held(DECLINING, 0.2)])])
        .factors[0]?.factor ?? 0;
    const exact = Math.log(0.2 / 0.9) / Math.log(0.8);
    expect(factorOf(1)).toBeGreaterThan(1);
    expect(factorOf(10)).toBeGreaterThan(factorOf(1));
    expect(factorOf(10)).toBeLessThanOrEqual(Math.min(exact, CALIBRATION_METHOD.mostFactor));
  });

  it('stay within their bounds, and a reason that warned of nothing stays visible', () => {
    const fit = fitFactors([...group(200, 40, []), ...group(5000, 0, [held(STATED_DEFECTION, 0.5)])]);
    expect(fit.factors[0]?.factor).toBe(CALIBRATION_METHOD.leastFactor);
  });

  it('agree with a plain gradient descent on the product of probabilities', () => {
    const observations = synthetic(250, { [PROBLEM_OPEN]: 2, [DECLINING]: 0.5 }, 0.06);
    const fit = fitFactors(observations);
    const { factors, background } = descend(observations, [DECLINING, PROBLEM_OPEN]);
    expect(fit.factors.map(({ code }) => code)).toEqual([DECLINING, PROBLEM_OPEN]);
    fit.factors.forEach(({ factor }, index) => expect(factor).toBeCloseTo(factors[index] ?? 0, 3));
    expect(fit.background).toBeCloseTo(background, 3);
  });

  it('are found again in outcomes made with known ones', () => {
    const truth = { [PROBLEM_OPEN]: 2, [DECLINING]: 0.5, [LEVELS_DIVERGE]: 1 };
    const fit = fitFactors(synthetic(6000, truth, 0.05));
    for (const { code, factor, low, high } of fit.factors) {
      const known = truth[code as keyof typeof truth];
      expect(Math.abs(factor - known)).toBeLessThan(0.25);
      expect(low).toBeLessThan(known);
      expect(high).toBeGreaterThan(known);
    }
    expect(fit.background).toBeCloseTo(0.05, 1);
  });

  it('do not depend on the order of the outcomes', () => {
    const observations = synthetic(120, { [PROBLEM_OPEN]: 2, [DECLINING]: 0.5 }, 0.05);
    const forwards = fitFactors(observations);
    fitFactors([...observations].reverse()).factors.forEach(({ factor }, index) =>
      expect(factor).toBeCloseTo(forwards.factors[index]?.factor ?? 0, 5),
    );
  });
});

/** The same fit by another road: steepest descent with numerical slopes on -log of the product of probabilities. */
function descend(observations: readonly Observation[], codes: readonly RiskReasonCode[]) {
  const cost = (at: readonly number[]): number => {
    let sum = 0;
    for (const { left, reasons } of observations) {
      let stays = 1 - (at.at(-1) ?? 0);
      for (const { code, weight } of reasons) stays *= (1 - weight) ** (at[codes.indexOf(code)] ?? 1);
      sum -= Math.log(left ? 1 - stays : stays);
    }
    const away = at.slice(0, -1).reduce((total, factor) => total + (factor - 1) ** 2, 0);
    return sum + away / (2 * CALIBRATION_METHOD.factorSd ** 2);
  };
  let at = [...codes.map(() => 1), 0.1];
  let stride = 0.01;
  for (let step = 0; step < 20_000 && stride > 1e-12; step += 1) {
    const slopes = at.map((value, index) => {
      const [up, down] = [at.with(index, value + 1e-6), at.with(index, value - 1e-6)];
      return (cost(up) - cost(down)) / 2e-6;
    });
    const next = at.map((value, index) => Math.max(1e-4, value - stride * (slopes[index] ?? 0)));
    if (cost(next) < cost(at)) {
      at = next;
      stride *= 1.2;
    } else stride /= 2;
  }
  return { factors: at.slice(0, -1), background: at.at(-1) ?? 0 };
}

describe('the logistic yardstick', () => {
  it('gives the observed log odds where nothing is drawn anywhere', () => {
    const fit = fitLogistic([...group(100, 20, []), ...group(100, 50, [held(DECLINING, 0.2)])], UNBOUND);
    expect(fit.intercept).toBeCloseTo(Math.log(0.25), 4);
    expect(fit.coefficients[0]?.coefficient).toBeCloseTo(-Math.log(0.25), 4);
  });

  it('draws coefficients to 0 so that the slope of the penalised likelihood vanishes', () => {
    const observations = synthetic(200, { [PROBLEM_OPEN]: 2, [DECLINING]: 0.5 }, 0.05);
    const fit = fitLogistic(observations);
    const missed = (wanted: (each: Observation) => boolean) =>
      observations
        .filter(wanted)
        .reduce((sum, each) => sum + Number(each.left) - logisticChance(fit, each), 0);
    expect(missed(() => true)).toBeCloseTo(0, 3);
    for (const { code, coefficient } of fit.coefficients) {
      expect(missed(({ reasons }) => reasons.some((reason) => reason.code === code))).toBeCloseTo(
        coefficient / CALIBRATION_METHOD.coefficientSd ** 2,
        3,
      );
    }
  });

  it('can find that a reason speaks for staying, which weights must not', () => {
    const observations = [...group(50, 30, []), ...group(50, 5, [held(DECLINING, 0.2)])];
    expect(fitLogistic(observations).coefficients[0]?.coefficient).toBeLessThan(-1);
    expect(fitFactors(observations).factors[0]?.factor).toBeGreaterThanOrEqual(
      CALIBRATION_METHOD.leastFactor,
    );
  });
});

describe('scores', () => {
  const predictions = [
    { risk: 0, left: false },
    { risk: 0.19, left: true },
    { risk: 0.5, left: true },
    { risk: 1, left: true },
  ];

  it('are the mean squared distance, as worked out by hand', () => {
    // (0 + .6561 + .25 + 0) / 4
    expect(scoreOf(predictions, 5).brier).toBe(0.226525);
  });

  it('show in each band what was predicted and what came', () => {
    const { bands } = scoreOf(predictions, 5);
    expect(bands.map(({ from, to }) => [from, to])).toEqual([
      [0, 0.2],
      [0.2, 0.4],
      [0.4, 0.6],
      [0.6, 0.8],
      [0.8, 1],
    ]);
    expect(bands.map(({ predicted }) => predicted)).toEqual([0.095, null, 0.5, null, 1]);
    expect(bands[0]?.observed).toMatchObject({ of: 2, hits: 1, tooFew: true });
    expect(bands[1]?.observed).toMatchObject({ of: 0, hits: 0, tooFew: true });
  });

  it('differ by the mean of the differences, with an interval from their spread', () => {
    const other = predictions.map((each) => ({ ...each, risk: 0.5 }));
    // Differences: -.25, .4061, 0, -.25; mean -.023475, standard deviation .310009, over sqrt(4).
    const { difference, low, high } = brierDifference(predictions, other);
    expect(difference).toBe(-0.023475);
    expect(high - difference).toBeCloseTo(1.959964 * (0.3100087 / 2), 3);
    expect(difference - low).toBeCloseTo(high - difference, 5);
    expect(brierDifference(predictions, predictions)).toEqual({ difference: 0, low: 0, high: 0 });
  });
});

describe('a proposal', () => {
  const TRUTH = { [PROBLEM_OPEN]: 3, [DECLINING]: 0.2, [LEVELS_DIVERGE]: 1 };

  it('is tried only on outcomes later than those it was learned from', () => {
    const observations = synthetic(400, TRUTH, 0.03);
    const { laterFrom, earlier, later } = splitInTime(observations, CALIBRATION_METHOD);
    expect(earlier.every(({ decidedOn }) => decidedOn < laterFrom)).toBe(true);
    expect(later.every(({ decidedOn }) => decidedOn >= laterFrom)).toBe(true);
    expect(earlier.length + later.length).toBe(400);
    expect(later.length).toBeGreaterThanOrEqual(120);
    const proposal = proposeCalibration(observations);
    expect(proposal.later.losses + proposal.later.stays).toBe(later.length);
    const changed = observations.map((each) =>
      each.decidedOn >= laterFrom ? { ...each, left: !each.left } : each,
    );
    expect(proposeCalibration(changed).fitted).toEqual(proposal.fitted);
  });

  it('divides no day between learning and trying', () => {
    const oneDay = group(100, 50, [], '2025-05-01');
    expect(splitInTime(oneDay, CALIBRATION_METHOD)).toMatchObject({ earlier: [], laterFrom: '2025-05-01' });
  });

  it('is called better when accounts leave by other weights than those shipped', () => {
    const proposal = proposeCalibration(synthetic(3000, TRUTH, 0.03));
    expect(proposal.verdict).toBe(CalibrationVerdict.BETTER);
    expect(proposal.proposed.brier).toBeLessThan(proposal.shipped.brier);
    expect(proposal.gain.high).toBeLessThan(0);
  });

  it('says that it is no better when accounts leave just as the weights as shipped say', () => {
    const right = { [PROBLEM_OPEN]: 1, [DECLINING]: 1, [LEVELS_DIVERGE]: 1 };
    const verdict = proposeCalibration(synthetic(1200, right, 0)).verdict;
    expect(verdict).not.toBe(CalibrationVerdict.BETTER);
    // What was learned is turned round later on.
    const observations = synthetic(400, TRUTH, 0.03);
    const { laterFrom } = splitInTime(observations, CALIBRATION_METHOD);
    const turned = observations.map((each) => ({
      ...each,
      left: each.decidedOn >= laterFrom ? each.reasons.some(({ code }) => code === DECLINING) : each.left,
    }));
    expect(proposeCalibration(turned).verdict).toBe(CalibrationVerdict.NO_BETTER);
  });
});

describe('what is missing', () => {
  const of = (losses: number, stays: number) => [
    ...group(losses, losses, [], '2025-01-01').map((each, index) => dated(each, index, losses)),
    ...group(stays, 0, [], '2025-01-01').map((each, index) => dated(each, index, stays)),
  ];

  function dated(each: Observation, index: number, n: number): Observation {
    const day = new Date(Date.UTC(2024, 0, 1 + Math.floor((index * 700) / n))).toISOString();
    return { ...each, decidedOn: day.slice(0, 10) };
  }

  it('is nothing from fifty losses and fifty stays on, spread over time', () => {
    expect(missingFor(of(50, 50))).toEqual([]);
    expect(missingFor(of(49, 50))).toEqual([{ need: CalibrationNeed.LOSSES, have: 49, needed: 50 }]);
    expect(missingFor(of(50, 49))).toEqual([{ need: CalibrationNeed.STAYS, have: 49, needed: 50 }]);
  });

  it('is the losses among the later outcomes where all came early', () => {
    const early = of(60, 100).map((each) => (each.left ? { ...each, decidedOn: '2024-01-01' } : each));
    expect(missingFor(early)).toEqual([{ need: CalibrationNeed.LATER_LOSSES, have: 0, needed: 10 }]);
  });

  it('is all of it for nothing', () => {
    expect(missingFor([])).toHaveLength(6);
  });
});

describe('a weight in force', () => {
  it('has the hazard of the one shipped, times the factor', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.6, noNaN: true }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (weight, factor) => {
          expect(hazardOf(calibratedWeight(weight, factor))).toBeCloseTo(hazardOf(weight) * factor, 3);
        },
      ),
    );
  });

  it('never shrinks when the weight or the factor grows, and is never certain', () => {
    const share = fc.double({ min: 0, max: 0.95, noNaN: true });
    const factor = fc.double({ min: 0, max: 10, noNaN: true });
    fc.assert(
      fc.property(share, share, factor, factor, (a, b, f, g) => {
        const least = calibratedWeight(Math.min(a, b), Math.min(f, g));
        const most = calibratedWeight(Math.max(a, b), Math.max(f, g));
        expect(least).toBeLessThanOrEqual(most + 1e-6);
        expect(most).toBeLessThanOrEqual(0.95);
        expect(least).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is the one shipped for a factor of 1, and nothing for a factor of 0', () => {
    expect(calibratedWeight(0.3, 1)).toBe(0.3);
    expect(calibratedWeight(0.3, 0)).toBe(0);
    expect(calibratedWeight(0.3, 2)).toBe(0.51);
  });
});
