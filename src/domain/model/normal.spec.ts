import fc from 'fast-check';
import { normalCdf, normalQuantile } from './normal.js';

describe('the normal distribution', () => {
  it.each([
    [0, 0.5],
    [1, 0.841344746068543],
    [-1, 0.158655253931457],
    [1.959963984540054, 0.975],
    [-3, 0.001349898031630095],
    [5, 0.9999997133484281],
  ])('has the tabulated value at %p', (x, expected) => {
    expect(normalCdf(x)).toBeCloseTo(expected, 13);
  });

  it('is symmetric, rising and between 0 and 1', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -40, max: 40, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (x, more) => {
          expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 13);
          expect(normalCdf(x + more)).toBeGreaterThanOrEqual(normalCdf(x) - 1e-14);
          expect(normalCdf(x)).toBeGreaterThanOrEqual(0);
          expect(normalCdf(x)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('is undone by its quantile', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (probability) => {
        expect(normalCdf(normalQuantile(probability))).toBeCloseTo(probability, 12);
      }),
    );
  });
});
