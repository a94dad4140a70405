import fc from 'fast-check';
import { valueAtRisk } from './value-at-risk.js';

describe('value at risk', () => {
  it.each([
    ['1000.50', 0.3625, '362.68'],
    ['0', 0.9, '0.00'],
    ['100', 1, '100.00'],
    ['999999999999999.999999', 0.5, '500000000000000.00'],
    ['0.01', 0.5, '0.01'],
  ])('of %s a year at risk %d is %s', (amount, risk, expected) => {
    expect(valueAtRisk(amount, risk)).toBe(expected);
  });

  it('lies between nothing and the whole value', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 12 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        (cents, micro) => {
          const amount = (cents / 100).toFixed(2);
          const atRisk = Number(valueAtRisk(amount, micro / 1_000_000));
          expect(atRisk).toBeGreaterThanOrEqual(0);
          expect(atRisk).toBeLessThanOrEqual(Number(amount) + 0.005);
        },
      ),
    );
  });
});
