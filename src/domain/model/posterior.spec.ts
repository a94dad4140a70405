import fc from 'fast-check';
import { METHOD_DEFAULTS } from '../method.js';
import { gapOf, posterior } from './posterior.js';

const NO_OWN_MEANS = { operations: null, management: null };
const { model, divergence } = METHOD_DEFAULTS;

function operationsHigher(operations: number, n: number, management: number, m: number): number {
  const belief = posterior(
    { score: operations, effectiveN: n },
    { score: management, effectiveN: m },
    NO_OWN_MEANS,
    model,
  );
  return gapOf(belief, divergence.relevantGap).operationsHigher;
}

describe('the posterior of the two level means', () => {
  it.each([
    [95, 5, 15, 3, 0.982],
    [90, 3, 20, 2, 0.822],
    [80, 5, 50, 3, 0.528],
    [90, 5, 10, 1, 0.754],
    [75, 4, 70, 3, 0.18],
    [60, 1, 60, 1, 0.178],
  ])('gives the reference probability for operations %p (n %p) against management %p (n %p)', (...row) => {
    const [operations, n, management, m, expected] = row;
    expect(operationsHigher(operations, n, management, m)).toBeCloseTo(expected, 3);
  });

  it('agrees with the gain form m = mu + K (y - mu), V = S - K S', () => {
    const belief = posterior({ score: 95, effectiveN: 5 }, { score: 15, effectiveN: 3 }, NO_OWN_MEANS, model);
    expect(belief.operationsMean).toBeCloseTo(81.598361, 6);
    expect(belief.managementMean).toBeCloseTo(46.02459, 6);
    expect(belief.operationsVariance).toBeCloseTo(66.393443, 6);
    expect(belief.managementVariance).toBeCloseTo(88.52459, 6);
    expect(belief.covariance).toBeCloseTo(16.598361, 6);
  });

  it('is the prior around the tenant’s own means while nobody was heard', () => {
    const nobody = { score: null, effectiveN: 0 };
    const belief = posterior(nobody, nobody, { operations: 80, management: 60 }, model);
    expect(belief.operationsMean).toBeCloseTo(80, 10);
    expect(belief.managementMean).toBeCloseTo(60, 10);
    expect(belief.operationsVariance).toBeCloseTo(225, 10);
    expect(belief.covariance).toBeCloseTo(112.5, 10);
  });

  it('lets the level that was heard speak, by the correlation, for the one that was not', () => {
    const belief = posterior(
      { score: 20, effectiveN: 4 },
      { score: null, effectiveN: 0 },
      NO_OWN_MEANS,
      model,
    );
    const fall = model.defaultMean - belief.operationsMean;
    expect(fall).toBeCloseTo((52.5 * 225) / (225 + 22.5 ** 2 / 4), 10);
    expect(model.defaultMean - belief.managementMean).toBeCloseTo(fall * model.levelCorrelation, 10);
  });

  it('mirrors when the levels are swapped', () => {
    const score = fc.double({ min: 0, max: 100, noNaN: true });
    const n = fc.double({ min: 0, max: 50, noNaN: true });
    fc.assert(
      fc.property(score, n, score, n, (a, na, b, nb) => {
        const one = posterior(
          { score: a, effectiveN: na },
          { score: b, effectiveN: nb },
          NO_OWN_MEANS,
          model,
        );
        const other = posterior(
          { score: b, effectiveN: nb },
          { score: a, effectiveN: na },
          NO_OWN_MEANS,
          model,
        );
        expect(gapOf(one, 12.5).operationsHigher).toBeCloseTo(gapOf(other, 12.5).managementHigher, 12);
      }),
    );
  });
});
