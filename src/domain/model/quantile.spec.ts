import { quantile } from './quantile.js';

describe('a quantile', () => {
  it('is interpolated between the neighbours', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([4, 1, 3, 2], 0.25)).toBe(1.75);
    expect([quantile([7, 9], 0), quantile([7, 9], 1)]).toEqual([7, 9]);
    expect(quantile([5], 0.25)).toBe(5);
    expect(quantile([], 0.5)).toBeNaN();
  });
});
