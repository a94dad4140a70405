import fc from 'fast-check';
import { type PairedCase, rocArea, rocAreaDifference, rocAreaInterval } from './roc-area.js';

const Z = 1.959963984540054;
const score = fc.integer({ min: 0, max: 12 });
const scores = fc.array(score, { minLength: 1, maxLength: 12 });

/** Every pair of one good and one bad case, counted one by one. */
function byPairs(good: readonly number[], bad: readonly number[]): number {
  const wins = good.flatMap((x) => bad.map((y): number => (x > y ? 1 : x === y ? 0.5 : 0)));
  return wins.reduce((sum, win) => sum + win, 0) / wins.length;
}

/** Uniform numbers that are the same in every run (Park & Miller's generator). */
function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** A normal number out of two uniform ones (Box & Muller). */
function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
}

describe('the area under the ROC curve', () => {
  it('is what counting by hand gives', () => {
    // 80 beats 60 and 50, 60 ties with 60 and beats 50, 40 loses twice: 3.5 of 6 pairs.
    expect(rocArea([80, 60, 40], [60, 50])).toBeCloseTo(3.5 / 6, 12);
    expect(rocArea([3, 4], [1, 2])).toBe(1);
    expect(rocArea([50, 50], [50])).toBe(0.5);
    expect(rocArea([1], [])).toBeNull();
  });

  it('is the share of all pairs that are told apart', () => {
    fc.assert(
      fc.property(scores, scores, (good, bad) => {
        expect(rocArea(good, bad)).toBeCloseTo(byPairs(good, bad), 12);
      }),
    );
  });
});

describe('the interval of an area', () => {
  /** The ends found by walking over all areas in small steps, with the variance written out as it is printed. */
  function byWalking(area: number, m: number, n: number): [number, number] {
    const star = (m + n) / 2 - 1;
    const agreeing: number[] = [];
    for (let t = 0; t <= 1; t += 0.0001) {
      const variance = ((t * (1 - t)) / (m * n)) * (1 + (star * (1 - t)) / (2 - t) + (star * t) / (1 + t));
      if ((t - area) ** 2 <= Z ** 2 * variance) agreeing.push(t);
    }
    return [Math.min(...agreeing), Math.max(...agreeing)];
  }

  it.each([
    [0.8, 20, 10],
    [0.5, 8, 30],
    [1, 6, 6],
    [0, 5, 9],
    [0.93, 60, 14],
  ])('holds the areas that %p of %p and %p cases does not contradict', (area, good, bad) => {
    const { low, high } = rocAreaInterval(area, good, bad, 0.95);
    const [least, most] = byWalking(area, good, bad);
    expect(Math.abs(low - least)).toBeLessThan(2e-4);
    expect(Math.abs(high - most)).toBeLessThan(2e-4);
  });

  it('does not claim certainty for a few cases told apart completely', () => {
    const { low, high } = rocAreaInterval(1, 5, 5, 0.95);
    expect(high).toBe(1);
    expect(low).toBeLessThan(0.75);
  });

  it('mirrors when good and bad change places', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 2, max: 40 }),
        fc.integer({ min: 2, max: 40 }),
        (area, good, bad) => {
          const one = rocAreaInterval(area, good, bad, 0.95);
          const other = rocAreaInterval(1 - area, bad, good, 0.95);
          expect(one.low).toBeCloseTo(1 - other.high, 9);
          expect(one.high).toBeCloseTo(1 - other.low, 9);
        },
      ),
    );
  });

  it('covers the true area about as often as it promises', () => {
    const next = uniform(20261122);
    // Normal scores 1.2 standard deviations apart have an area of Phi(1.2 / sqrt 2) = .80193.
    const draw = (centre: number) => centre + normal(next);
    let covered = 0;
    for (let run = 0; run < 400; run += 1) {
      const good = Array.from({ length: 14 }, () => draw(1.2));
      const bad = Array.from({ length: 9 }, () => draw(0));
      const { low, high } = rocAreaInterval(byPairs(good, bad), 14, 9, 0.95);
      covered += Number(low <= 0.80193 && 0.80193 <= high);
    }
    expect(covered / 400).toBeGreaterThan(0.92);
    expect(covered / 400).toBeLessThan(0.99);
  });
});

describe('the difference of two areas over the same cases', () => {
  const CASES: PairedCase[] = [
    { first: 90, second: 40, good: true },
    { first: 80, second: 70, good: true },
    { first: 55, second: 90, good: true },
    { first: 60, second: 60, good: false },
    { first: 30, second: 80, good: false },
  ];

  it('is what computing by hand gives', () => {
    // First: 90 and 80 beat both, 55 beats one: 5/6. Second: 40 none, 70 one, 90 both: 3/6.
    const found = rocAreaDifference(CASES, 0.95);
    expect(found?.difference).toBeCloseTo(1 / 3, 12);
    // Places of the good by the first 1, 1, 1/2, by the second 0, 1/2, 1; of the bad 1/3, 0 and 1/3, 2/3.
    const covariance = -1 / 8 / 3 - 1 / 18 / 2;
    const correlation = covariance / Math.sqrt((1 / 12 / 3 + 1 / 18 / 2) * (1 / 4 / 3 + 1 / 18 / 2));
    const [first, second] = [rocAreaInterval(5 / 6, 3, 2, 0.95), rocAreaInterval(0.5, 3, 2, 0.95)];
    const [a, b] = [5 / 6 - first.low, second.high - 0.5];
    expect(found?.low).toBeCloseTo(1 / 3 - Math.sqrt(a * a + b * b - 2 * correlation * a * b), 9);
  });

  const drawn = fc.array(fc.record({ first: score, second: score, good: fc.boolean() }), {
    minLength: 6,
    maxLength: 25,
  });

  it('has the correlation of the full covariance matrices', () => {
    fc.assert(
      fc.property(drawn, (cases) => {
        const found = rocAreaDifference(cases, 0.95);
        const expected = byMatrices(cases);
        expect(found === null).toBe(expected === null);
        if (!found || !expected) return;
        const { areas, correlation, good, bad } = expected;
        const [first, second] = areas.map((area) => rocAreaInterval(area, good, bad, 0.95));
        const [a, b] = [areas[0] - (first?.low ?? 0), (second?.high ?? 0) - areas[1]];
        expect(found.difference).toBeCloseTo(areas[0] - areas[1], 12);
        const reach = Math.sqrt(Math.max(0, a * a + b * b - 2 * correlation * a * b));
        expect(found.low).toBeCloseTo(Math.max(-1, areas[0] - areas[1] - reach), 6);
      }),
    );
  });

  it('is as wide as drawing the cases anew says', () => {
    const next = uniform(7);
    const cases = Array.from({ length: 120 }, (_, index): PairedCase => {
      const good = index % 3 !== 0;
      const common = normal(next);
      const lift = good ? 1 : 0;
      return {
        first: common + normal(next) + 1.3 * lift,
        second: common + normal(next) + 0.5 * lift,
        good,
      };
    });
    const again = (kind: boolean): PairedCase[] => {
      const from = cases.filter(({ good }) => good === kind);
      return from.flatMap(() => from[Math.floor(next() * from.length)] ?? []);
    };
    const differences = Array.from({ length: 400 }, () => {
      const [good, bad] = [again(true), again(false)];
      const area = (of: (each: PairedCase) => number) => byPairs(good.map(of), bad.map(of));
      return area(({ first }) => first) - area(({ second }) => second);
    });
    const centre = differences.reduce((sum, value) => sum + value, 0) / differences.length;
    const spread = Math.sqrt(
      differences.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (differences.length - 1),
    );
    const { low, high } = rocAreaDifference(cases, 0.95) ?? { low: 0, high: 0 };
    expect((high - low) / (2 * Z) / spread).toBeGreaterThan(0.87);
    expect((high - low) / (2 * Z) / spread).toBeLessThan(1.13);
  });

  it('changes its sign when the scores change places', () => {
    fc.assert(
      fc.property(drawn, (cases) => {
        const swapped = cases.map(({ first, second, good }) => ({ first: second, second: first, good }));
        const [one, other] = [rocAreaDifference(cases, 0.95), rocAreaDifference(swapped, 0.95)];
        expect(one === null).toBe(other === null);
        expect(one?.difference ?? 0).toBeCloseTo(-(other?.difference ?? 0), 12);
        expect(one?.low ?? 0).toBeCloseTo(-(other?.high ?? 0), 9);
      }),
    );
  });

  it('claims no certainty for a few cases that one score tells apart and the other does not', () => {
    const few = [1, 2, 3, 4, 5].flatMap((score): PairedCase[] => [
      { first: 50 + score, second: 50, good: true },
      { first: score, second: 50, good: false },
    ]);
    const { difference, low, high } = rocAreaDifference(few, 0.95) ?? { difference: 0, low: 0, high: 0 };
    expect(difference).toBe(0.5);
    expect(low).toBeLessThan(0.1);
    expect(high).toBeGreaterThan(0.7);
    expect(rocAreaDifference(CASES.slice(0, 4), 0.95)).toBeNull();
  });

  it('covers the true difference about as often as it promises, in small samples too', () => {
    const next = uniform(4711);
    // Two scores that share half of their noise: areas Phi(1.2 / sqrt 2) = .80193 and Phi(.4 / sqrt 2) = .61135.
    const draw = (good: boolean): PairedCase => {
      const common = normal(next);
      const noisy = () => (common + normal(next)) / Math.SQRT2;
      return { first: noisy() + (good ? 1.2 : 0), second: noisy() + (good ? 0.4 : 0), good };
    };
    let covered = 0;
    for (let run = 0; run < 300; run += 1) {
      const cases = Array.from({ length: 20 }, (_, index) => draw(index < 12));
      const { low, high } = rocAreaDifference(cases, 0.95) ?? { low: 1, high: -1 };
      covered += Number(low <= 0.19058 && 0.19058 <= high);
    }
    expect(covered / 300).toBeGreaterThan(0.92);
    expect(covered / 300).toBeLessThan(1);
  });
});

/** DeLong's statistic by the matrices of the paper: components by pairs, then S10 and S01. */
function byMatrices(
  cases: readonly PairedCase[],
): { areas: [number, number]; correlation: number; good: number; bad: number } | null {
  const good = cases.filter((each) => each.good);
  const bad = cases.filter((each) => !each.good);
  if (good.length < 2 || bad.length < 2) return null;
  const components = (key: 'first' | 'second') => ({
    v10: good.map((x) =>
      byPairs(
        [x[key]],
        bad.map((y) => y[key]),
      ),
    ),
    v01: bad.map((y) =>
      byPairs(
        good.map((x) => x[key]),
        [y[key]],
      ),
    ),
  });
  const [one, other] = [components('first'), components('second')];
  type Components = typeof one;
  const s = (a: Components, b: Components) =>
    sampleCovariance(a.v10, b.v10) / good.length + sampleCovariance(a.v01, b.v01) / bad.length;
  const spread = Math.sqrt(s(one, one) * s(other, other));
  const area = (key: 'first' | 'second') =>
    byPairs(
      good.map((x) => x[key]),
      bad.map((y) => y[key]),
    );
  return {
    areas: [area('first'), area('second')],
    correlation: spread < 1e-12 ? 0 : s(one, other) / spread,
    good: good.length,
    bad: bad.length,
  };
}

/** `(sum of products - product of sums / n) / (n - 1)`. */
function sampleCovariance(a: readonly number[], b: readonly number[]): number {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const products = a.map((value, index) => value * (b[index] ?? 0));
  return (sum(products) - (sum(a) * sum(b)) / a.length) / (a.length - 1);
}
