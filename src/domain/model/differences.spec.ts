import fc from 'fast-check';
import { meanDifference, shareDifference } from './differences.js';
import { studentCdf, studentQuantile } from './student.js';
import { wilsonInterval } from './wilson.js';

const Z = 1.959963984540054;

describe('the interval of a share', () => {
  it('is what the formula gives by hand', () => {
    // 8 of 10: centre (.8 + .19207) / 1.38415, reach 1.95996 sqrt(.016 + .0096036) / 1.38415.
    expect(wilsonInterval(8, 10, 0.95)?.low).toBeCloseTo(0.490162, 6);
    expect(wilsonInterval(8, 10, 0.95)?.high).toBeCloseTo(0.943318, 6);
  });

  it('holds the shares whose score test the counts pass', () => {
    const passes = (truth: number, hits: number, of: number) =>
      (hits - of * truth) ** 2 <= Z ** 2 * of * truth * (1 - truth) * (1 + 1e-9) + 1e-12;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (of, part) => {
          const hits = Math.round(part * of);
          const { low, high } = wilsonInterval(hits, of, 0.95) ?? { low: NaN, high: NaN };
          for (const inside of [low + 1e-7, hits / of, high - 1e-7])
            expect(passes(inside, hits, of)).toBe(true);
          if (low > 1e-6) expect(passes(low - 1e-6, hits, of)).toBe(false);
          if (high < 1 - 1e-6) expect(passes(high + 1e-6, hits, of)).toBe(false);
        },
      ),
    );
  });
});

describe('the difference of two shares', () => {
  it.each([
    { first: { hits: 56, of: 70 }, second: { hits: 48, of: 80 }, difference: 0.2, low: 0.0524, high: 0.3339 },
    { first: { hits: 9, of: 10 }, second: { hits: 3, of: 10 }, difference: 0.6, low: 0.1705, high: 0.809 },
    { first: { hits: 10, of: 10 }, second: { hits: 0, of: 20 }, difference: 1, low: 0.6791, high: 1 },
  ])('has the published interval for $first against $second', ({ first, second, ...expected }) => {
    const found = shareDifference(first, second, 0.95);
    expect(found?.difference).toBeCloseTo(expected.difference, 12);
    expect(found?.low).toBeCloseTo(expected.low, 4);
    expect(found?.high).toBeCloseTo(expected.high, 4);
  });

  it('is not told of none', () => {
    expect(shareDifference({ hits: 0, of: 0 }, { hits: 1, of: 2 }, 0.95)).toBeNull();
  });

  it('covers the true difference about as often as it promises', () => {
    // Every pair of counts, each with its exact probability: no drawing, no luck.
    const [p, q, m, n] = [0.85, 0.6, 20, 12];
    let covered = 0;
    for (let hits = 0; hits <= m; hits += 1) {
      for (let others = 0; others <= n; others += 1) {
        const { low, high } = shareDifference({ hits, of: m }, { hits: others, of: n }, 0.95) ?? {
          low: 1,
          high: -1,
        };
        if (low <= p - q && p - q <= high) covered += binomial(hits, m, p) * binomial(others, n, q);
      }
    }
    expect(covered).toBeGreaterThan(0.93);
    expect(covered).toBeLessThan(0.985);
  });
});

describe('the distribution of Student', () => {
  /** With `t = sqrt(freedom) tan(angle)` the density is a power of the cosine, summed here by Simpson's rule. */
  function byAngles(t: number, freedom: number): number {
    const area = (to: number): number => {
      const steps = 4000;
      const at = (index: number) => Math.cos((index * to) / steps) ** (freedom - 1);
      let sum = at(0) + at(steps);
      for (let index = 1; index < steps; index += 1) sum += (index % 2 === 0 ? 2 : 4) * at(index);
      return (sum * to) / steps / 3;
    };
    return 0.5 + area(Math.atan(t / Math.sqrt(freedom))) / (2 * area(Math.PI / 2));
  }

  it.each([
    [0.975, 1, 12.7062],
    [0.975, 4, 2.776445],
    [0.975, 10, 2.228139],
    [0.95, 30, 1.697261],
    [0.975, 1e6, 1.959966],
  ])('has the tabulated quantile %p at %p degrees of freedom', (probability, freedom, expected) => {
    expect(studentQuantile(probability, freedom)).toBeCloseTo(expected, 4);
  });

  it('is the area under its density', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 8, noNaN: true }),
        fc.double({ min: 4, max: 300, noNaN: true }),
        (t, freedom) => {
          expect(studentCdf(t, freedom)).toBeCloseTo(byAngles(t, freedom), 8);
          expect(studentCdf(-t, freedom)).toBeCloseTo(1 - studentCdf(t, freedom), 10);
        },
      ),
      { examples: [[1.33e-8, 6]] },
    );
  });
});

describe('the difference of two means', () => {
  const sample = (values: readonly number[]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return { n: values.length, mean, variance: squares / (values.length - 1) };
  };

  it('is what computing by hand gives', () => {
    // Means 3 and 6, variances 2.5 and 10: error sqrt(.5 + 2), 6.25 / (.25/4 + 4/4) = 5.882 degrees of freedom, t = 2.4588.
    const found = meanDifference(sample([1, 2, 3, 4, 5]), sample([2, 4, 6, 8, 10]), 0.95);
    expect(found?.difference).toBe(-3);
    expect(found?.low).toBeCloseTo(-3 - 2.4588 * Math.sqrt(2.5), 3);
    expect(found?.high).toBeCloseTo(-3 + 2.4588 * Math.sqrt(2.5), 3);
  });

  it('is not told where one side has one value, or where nothing varies', () => {
    expect(meanDifference(sample([1, 2]), { n: 1, mean: 1, variance: 0 }, 0.95)).toBeNull();
    expect(meanDifference(sample([2, 2]), sample([3, 3, 3]), 0.95)).toBeNull();
  });
});

function binomial(hits: number, of: number, share: number): number {
  let ways = 1;
  for (let each = 1; each <= hits; each += 1) ways = (ways * (of - hits + each)) / each;
  return ways * share ** hits * (1 - share) ** (of - hits);
}
