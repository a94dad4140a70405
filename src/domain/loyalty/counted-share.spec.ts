import fc from 'fast-check';
import { type CountedDifference, countedDifference, countedShare } from './counted-share.js';

describe('a share of some cases', () => {
  it('has the interval of Wilson', () => {
    expect(countedShare(4, 5)).toEqual({
      ...{ of: 5, hits: 4, share: 0.8, low: 0.375535, high: 0.963776 },
      tooFew: false,
    });
  });

  it('is not shown of fewer than five: the counts are', () => {
    const nothing = { share: null, low: null, high: null, tooFew: true };
    expect(countedShare(4, 4)).toEqual({ of: 4, hits: 4, ...nothing });
    expect(countedShare(0, 0)).toEqual({ of: 0, hits: 0, ...nothing });
  });
});

describe('the difference of two shares', () => {
  const counted = fc
    .integer({ min: 5, max: 200 })
    .chain((of) => fc.integer({ min: 0, max: of }).map((hits) => countedShare(hits, of)));

  it('lies within its interval, and turns its sign when the two change places', () => {
    fc.assert(
      fc.property(counted, counted, (a, b) => {
        const [there, back] = [ends(countedDifference(a, b)), ends(countedDifference(b, a))];
        const [low, difference, high] = there;
        expect([...there].sort((x, y) => x - y)).toEqual(there);
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(high).toBeLessThanOrEqual(1);
        expect(back.map((each) => each + 0)).toEqual([-high, -difference, -low].map((each) => each + 0));
      }),
      // A half at the seventh decimal.
      { examples: [[countedShare(0, 5), countedShare(21, 128)]] },
    );
  });

  it('is that of Newcombe 1998: 56 of 70 against 48 of 80', () => {
    // Table II of the article: .0524 to .3339 by method 10.
    const [low, difference, high] = ends(countedDifference(countedShare(56, 70), countedShare(48, 80)));
    expect(difference).toBeCloseTo(0.2, 6);
    expect(low).toBeCloseTo(0.0524, 4);
    expect(high).toBeCloseTo(0.3339, 4);
  });

  it('is not worked out from fewer than five on one side', () => {
    const nothing = { difference: null, low: null, high: null, tooFew: true };
    expect(countedDifference(countedShare(4, 4), countedShare(48, 80))).toEqual(nothing);
    expect(countedDifference(countedShare(48, 80), countedShare(0, 4))).toEqual(nothing);
  });
});

function ends({ low, difference, high }: CountedDifference): [number, number, number] {
  if (low === null || difference === null || high === null) throw new Error('There are enough cases.');
  return [low, difference, high];
}
