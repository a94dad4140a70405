import fc from 'fast-check';
import { Standing } from '../../judgement-terms.js';
import { LoyaltyEventKind } from '../terms.js';
import { keptMultiple, marginMultiple } from './value/margin-multiple.js';
import { amountOf, microsOf, sumOfMicros, timesFactor } from '../exact-amount.js';
import { economicsOf, type Economics } from './economics.js';
import type { EconomicsFacts } from './economics-facts.js';
import { inputFault, type GivenInputs } from './economics-inputs.js';

/** The sum as it is written, a year at a time: another way than the closed form of the rules. */
function yearByYear(retention: number, discountRate: number, years: number, firstExponent: 0 | 1): number {
  let total = 0;
  let staying = firstExponent === 1 ? retention : 1;
  let worth = 1;
  for (let year = 1; year <= years; year += 1) {
    worth /= 1 + discountRate;
    total += staying * worth;
    staying *= retention;
  }
  return total;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const rate = fc.double({ min: 0, max: 1, noNaN: true });
const years = fc.integer({ min: 1, max: 100 });

describe('the multiple of the margin', () => {
  it('is the sum of the years, one by one', () => {
    fc.assert(
      fc.property(share, rate, years, (retention, discountRate, horizonYears) => {
        const inputs = { discountRate, horizonYears };
        expect(marginMultiple(retention, inputs)).toBeCloseTo(
          yearByYear(retention, discountRate, horizonYears, 1),
          6,
        );
        expect(keptMultiple(retention, inputs)).toBeCloseTo(
          yearByYear(retention, discountRate, horizonYears, 0),
          6,
        );
      }),
    );
  });

  it('without an end is what a very long horizon comes to', () => {
    const some = fc.double({ min: 0, max: 0.95, noNaN: true });
    const above = fc.double({ min: 0.02, max: 1, noNaN: true });
    fc.assert(
      fc.property(some, above, (retention, discountRate) => {
        const endless = { discountRate, horizonYears: null };
        expect(marginMultiple(retention, endless)).toBeCloseTo(
          yearByYear(retention, discountRate, 2_000, 1),
          6,
        );
        expect(keptMultiple(retention, endless)).toBeCloseTo(
          yearByYear(retention, discountRate, 2_000, 0),
          6,
        );
      }),
    );
  });

  it('rises with retention and falls with the discount rate', () => {
    fc.assert(
      fc.property(share, share, rate, years, (a, b, discountRate, horizonYears) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const inputs = { discountRate, horizonYears };
        expect(marginMultiple(high, inputs)).toBeGreaterThanOrEqual(marginMultiple(low, inputs) - 1e-9);
        const [cheap, dear] = [low, high].map((each) =>
          marginMultiple(discountRate, { discountRate: each, horizonYears }),
        );
        expect(dear).toBeLessThanOrEqual((cheap ?? 0) + 1e-9);
      }),
    );
  });
});

describe('exact amounts', () => {
  const amount = fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), fc.integer({ min: 0, max: 999_999 }))
    .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(6, '0')}`);

  it('come out as they went in, and their sum does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 30 }), (amounts) => {
        for (const each of amounts) expect(microsOf(amountOf(microsOf(each)))).toBe(microsOf(each));
        expect(sumOfMicros([...amounts].reverse())).toBe(sumOfMicros(amounts));
      }),
    );
  });

  it('are rounded to cents when multiplied, to the same size on both sides of zero', () => {
    expect(amountOf(timesFactor(microsOf('0.01'), 0.5))).toBe('0.01');
    expect(amountOf(timesFactor(microsOf('-0.01'), 0.5))).toBe('-0.01');
    expect(amountOf(timesFactor(microsOf('1000000000000.10'), 1))).toBe('1000000000000.10');
    expect(amountOf(microsOf('12.345600'))).toBe('12.3456');
    expect(amountOf(microsOf('7'))).toBe('7.00');
  });
});

describe('the economics of any base', () => {
  /** Decisions of some accounts in one year, each worth something else. */
  const base = fc
    .array(
      fc.record({
        stayed: fc.boolean(),
        value: fc.integer({ min: 0, max: 1_000_000 }),
        troubled: fc.boolean(),
      }),
      {
        minLength: 10,
        maxLength: 40,
      },
    )
    .map((accounts): EconomicsFacts => ({
      today: '2026-11-22',
      currency: 'EUR',
      customers: accounts.map(({ stayed, value }, index) => ({
        ...{ accountId: `a${index}`, isLost: !stayed, annualValue: String(value) },
        ...{ standing: Standing.SAFE, risk: 0.1 },
      })),
      events: accounts.map(({ stayed, value }, index) => ({
        ...{
          id: `e${index}`,
          accountId: `a${index}`,
          occurredOn: '2026-02-01',
          amount: String(value),
          currency: 'EUR',
        },
        kind: stayed ? LoyaltyEventKind.RENEWED : LoyaltyEventKind.LOST,
      })),
      problems: accounts.flatMap(({ troubled }, index) =>
        troubled
          ? [{ accountId: `a${index}`, occurredAt: '2026-01-05T00:00:00.000Z', resolvedAt: null }]
          : [],
      ),
    }));

  const given = fc.record({
    margin: fc.double({ min: 0, max: 1, noNaN: true }),
    discountRate: fc.double({ min: 0, max: 1, noNaN: true }),
    horizonYears: fc.integer({ min: 1, max: 30 }),
    retentionChange: fc.double({ min: -1, max: 1, noNaN: true }),
    preventedShare: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  function boundeds({ customerValue, retentionEffect, problems }: Economics) {
    const { payoff } = problems;
    return [
      ...(customerValue ? [customerValue.perCustomer, customerValue.base] : []),
      ...(retentionEffect ? [retentionEffect.presentValue] : []),
      ...(payoff ? [payoff.valueKept, payoff.marginKept, payoff.total] : []),
    ];
  }

  it('keep every estimate within its bounds', () => {
    fc.assert(
      fc.property(base, given, (facts, inputs) => {
        for (const { estimate, low, high } of boundeds(economicsOf(facts, inputs))) {
          expect(microsOf(low ?? '')).toBeLessThanOrEqual(microsOf(estimate));
          expect(microsOf(high ?? '')).toBeGreaterThanOrEqual(microsOf(estimate));
        }
      }),
    );
  });

  it('show the effect of no change as nothing', () => {
    fc.assert(
      fc.property(base, given, (facts, inputs) => {
        const effect = economicsOf(facts, { ...inputs, retentionChange: 0, preventedShare: 0 });
        expect(effect.retentionEffect?.presentValue.estimate ?? '0.00').toBe('0.00');
        for (const { cashFlow } of effect.retentionEffect?.years ?? []) expect(cashFlow).toBe('0.00');
        expect(effect.problems.payoff?.total.estimate ?? '0.00').toBe('0.00');
      }),
    );
  });

  it('value a customer no less at a higher margin', () => {
    const worthAt = (facts: EconomicsFacts, inputs: GivenInputs) =>
      microsOf(economicsOf(facts, inputs).customerValue?.base.estimate ?? '0');
    fc.assert(
      fc.property(base, given, share, (facts, inputs, other) => {
        const [low, high] = [Math.min(inputs.margin, other), Math.max(inputs.margin, other)];
        expect(worthAt(facts, { ...inputs, margin: high })).toBeGreaterThanOrEqual(
          worthAt(facts, { ...inputs, margin: low }),
        );
      }),
    );
  });

  it('do not depend on the order of the facts', () => {
    fc.assert(
      fc.property(base, (facts) => {
        const turned = {
          ...facts,
          customers: [...facts.customers].reverse(),
          events: [...facts.events].reverse(),
          problems: [...facts.problems].reverse(),
        };
        expect(economicsOf(turned)).toEqual(economicsOf(facts));
      }),
    );
  });
});

describe('inputs', () => {
  it.each<[string, GivenInputs]>([
    ['margin', { margin: 1.01 }],
    ['margin', { margin: -0.1 }],
    ['retention', { retention: 1.2 }],
    ['retention', { retention: 1, endless: true }],
    ['discountRate', { discountRate: -0.01 }],
    ['discountRate', { discountRate: 0, endless: true }],
    ['horizonYears', { horizonYears: 0 }],
    ['horizonYears', { horizonYears: 101 }],
    ['horizonYears', { horizonYears: 5, endless: true }],
    ['retentionChange', { retentionChange: 1.5 }],
    ['preventedShare', { preventedShare: 2 }],
    ['handlingCost', { handlingCost: '-1' }],
    ['annualValue', { annualValue: '-0.01' }],
    ['margin', { margin: Number.NaN }],
  ])('out of range are named: %s of %j', (input, given) => {
    expect(inputFault(given)?.input).toBe(input);
  });

  it('within their ranges, the ends among them, are taken', () => {
    expect(inputFault({})).toBeNull();
    expect(
      inputFault({ margin: 1, retention: 1, discountRate: 0, horizonYears: 100, annualValue: '0' }),
    ).toBeNull();
    expect(inputFault({ endless: true, retention: 0.99, discountRate: 0.01 })).toBeNull();
  });
});
