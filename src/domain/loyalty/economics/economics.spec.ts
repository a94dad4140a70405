import { Standing } from '../../judgement-terms.js';
import type { LoyaltyEventFact } from '../outcome.js';
import { LoyaltyEventKind } from '../terms.js';
import { economicsOf } from './economics.js';
import type { CustomerFact, EconomicsFacts, ProblemSpan } from './economics-facts.js';
import { InputSource } from './economics-inputs.js';

const TODAY = '2026-11-22';

let count = 0;
function event(
  accountId: string,
  kind: LoyaltyEventKind,
  occurredOn: string,
  amount: string | null = null,
  currency: string | null = amount && 'EUR',
): LoyaltyEventFact {
  count += 1;
  return { id: `e${count}`, accountId, kind, occurredOn, amount, currency };
}

function customer(accountId: string, more: Partial<CustomerFact> = {}): CustomerFact {
  return { accountId, isLost: false, annualValue: '1000', standing: Standing.SAFE, risk: 0, ...more };
}

const facts = (more: Partial<EconomicsFacts>): EconomicsFacts => ({
  ...{ today: TODAY, currency: 'EUR', customers: [], events: [], problems: [] },
  ...more,
});

const ids = (prefix: string, n: number): string[] =>
  Array.from({ length: n }, (_, index) => `${prefix}${index}`);

/** Ten accounts decide in 2025: eight stay, two leave. The eight are worth 1,000 a year each. */
function eightOfTen(): EconomicsFacts {
  return facts({
    customers: [
      ...ids('stay', 8).map((id) => customer(id)),
      ...ids('left', 2).map((id) => customer(id, { isLost: true, annualValue: '5000' })),
    ],
    events: [
      ...ids('stay', 8).map((id) => event(id, LoyaltyEventKind.RENEWED, '2025-06-01', '1000')),
      ...ids('left', 2).map((id) => event(id, LoyaltyEventKind.LOST, '2025-09-01', '500')),
    ],
  });
}

describe('the value of a customer', () => {
  it('is margin times annual value times what the coming years are worth, at the retention observed', () => {
    const { customerValue, retention } = economicsOf(eightOfTen(), {
      margin: 0.5,
      discountRate: 0.25,
      horizonYears: 2,
    });
    expect(retention).toMatchObject({ of: 10, hits: 8, share: 0.8 });
    // .8/1.25 + (.8/1.25)^2 = .64 + .4096
    expect(customerValue?.multiple.estimate).toBe(1.0496);
    expect(customerValue?.perCustomer.estimate).toBe('524.80');
    expect(customerValue?.base.estimate).toBe('4198.40');
    // Wilson for 8 of 10: .4901625 to .9433178.
    expect([retention.low, retention.high]).toEqual([0.490162, 0.943318]);
    expect(customerValue?.perCustomer.low).toBe('272.95');
    expect(customerValue?.perCustomer.high).toBe('662.08');
  });

  it('counts all years to come where there is no end', () => {
    const { customerValue } = economicsOf(eightOfTen(), { margin: 1, discountRate: 0.1, endless: true });
    // .8 / (1.1 - .8)
    expect(customerValue?.multiple.estimate).toBe(2.666667);
    expect(customerValue?.perCustomer.estimate).toBe('2666.67');
  });

  it('leaves lost accounts and other currencies out of the average, and sums without a trace of rounding', () => {
    const { inputs, riskCost } = economicsOf(
      facts({
        customers: [
          customer('a', { annualValue: '0.1' }),
          customer('b', { annualValue: '0.2' }),
          customer('c', { annualValue: null }),
          customer('d', { annualValue: '999', isLost: true }),
        ],
      }),
    );
    expect(inputs[0]).toMatchObject({ value: '0.15', source: InputSource.OBSERVED, n: 2 });
    expect(riskCost.base).toEqual({ accounts: 3, value: '0.30', unvalued: 1, cost: null });
  });

  it('is not worked out from nine account-years, and the counts are shown all the same', () => {
    const ten = eightOfTen();
    const nine = economicsOf({ ...ten, events: ten.events.slice(1) });
    expect(nine.retention).toMatchObject({ of: 9, hits: 7 });
    expect([nine.customerValue, nine.retentionEffect, nine.riskCost.base.cost]).toEqual([null, null, null]);
    expect(nine.missing[0]).toContain('there are 9.');
    expect(nine.years[0]?.lost).toMatchObject({ accounts: 2, amount: '1000.00' });
    expect(economicsOf(ten).customerValue).not.toBeNull();
  });

  it('can be worked out from a retention that is given, without bounds', () => {
    const { customerValue, inputs } = economicsOf(facts({ customers: [customer('a')] }), {
      ...{ retention: 0.5, margin: 1, discountRate: 0, horizonYears: 2 },
    });
    expect(customerValue?.perCustomer).toEqual({ estimate: '750.00', low: null, high: null });
    expect(inputs[1]).toMatchObject({ value: '0.5', source: InputSource.GIVEN, n: null });
  });

  it('says of each input whether it was observed, is a default or was given', () => {
    const sources = economicsOf(eightOfTen(), { margin: 0.4 }).inputs.map(({ name, source }) => [
      name,
      source,
    ]);
    expect(Object.fromEntries(sources)).toEqual({
      ANNUAL_VALUE: 'OBSERVED',
      RETENTION: 'OBSERVED',
      MARGIN: 'GIVEN',
      DISCOUNT_RATE: 'DEFAULT',
      HORIZON_YEARS: 'DEFAULT',
      RETENTION_CHANGE: 'DEFAULT',
      HANDLING_COST: 'DEFAULT',
      PREVENTED_SHARE: 'DEFAULT',
    });
  });
});

describe('a change of retention', () => {
  it('is worth the difference it makes in each year', () => {
    const { retentionEffect } = economicsOf(eightOfTen(), {
      ...{ margin: 0.5, discountRate: 0.25, horizonYears: 2, retentionChange: 0.1 },
    });
    // A year's margin of the base is 4,000. Year 1: .1; year 2: .81 - .64 = .17.
    expect(retentionEffect).toMatchObject({ from: 0.8, to: 0.9 });
    expect(retentionEffect?.years).toEqual([
      { year: 1, cashFlow: '400.00', presentValue: '320.00' },
      { year: 2, cashFlow: '680.00', presentValue: '435.20' },
    ]);
    expect(retentionEffect?.presentValue.estimate).toBe('755.20');
  });

  it('stops where everybody stays', () => {
    const { retentionEffect } = economicsOf(eightOfTen(), { retention: 0.95, retentionChange: 0.2 });
    expect(retentionEffect?.to).toBe(1);
  });
});

describe('the account-years', () => {
  it('count an account once a year, as left if it left at any time of it', () => {
    const { retention, years } = economicsOf(
      facts({
        customers: [customer('a')],
        events: [
          event('a', LoyaltyEventKind.RENEWED, '2024-01-10'),
          event('a', LoyaltyEventKind.RENEWED, '2024-11-10'),
          event('a', LoyaltyEventKind.LOST, '2025-02-01'),
          event('a', LoyaltyEventKind.WON_BACK, '2025-06-01', '400'),
          event('a', LoyaltyEventKind.RENEWED, '2025-12-01'),
        ],
      }),
    );
    expect(retention).toMatchObject({ of: 2, hits: 1 });
    expect(years.map(({ year, retention: { of, hits } }) => [year, of, hits])).toEqual([
      [2025, 1, 0],
      [2024, 1, 1],
    ]);
    expect(years[0]?.wonBack).toEqual({ accounts: 1, amount: '400.00', unvalued: 0 });
  });
});

describe('the value kept in a year', () => {
  it('is what was renewed of what came up, and with what was added', () => {
    const { years } = economicsOf(
      facts({
        events: [
          event('a', LoyaltyEventKind.RENEWED, '2025-03-01', '600'),
          event('a', LoyaltyEventKind.EXPANDED, '2025-03-02', '150'),
          event('b', LoyaltyEventKind.RENEWED, '2025-04-01', '200'),
          event('b', LoyaltyEventKind.CONTRACTED, '2025-04-01', '100'),
          event('c', LoyaltyEventKind.LOST, '2025-05-01', '100'),
        ],
      }),
    );
    expect(years[0]?.retained).toEqual({
      ...{ decisions: 3, unvalued: 0, cameUp: '1000.00', gross: 0.8, net: 0.95 },
    });
  });

  it('leaves out decisions of which an amount is missing or in another currency, and counts them', () => {
    const { years } = economicsOf(
      facts({
        events: [
          event('a', LoyaltyEventKind.RENEWED, '2025-03-01', '600'),
          event('b', LoyaltyEventKind.RENEWED, '2025-03-01'),
          event('c', LoyaltyEventKind.LOST, '2025-03-01', '900', 'USD'),
          event('d', LoyaltyEventKind.EXPANDED, '2025-03-01', '900'),
        ],
      }),
    );
    expect(years[0]?.retained).toMatchObject({ decisions: 1, unvalued: 3, gross: 1, net: 1 });
    expect(years[0]?.lost).toEqual({ accounts: 1, amount: '0.00', unvalued: 1 });
    expect(years[0]?.expanded).toEqual({ accounts: 1, amount: '900.00', unvalued: 0 });
  });
});

describe('the cost of problems', () => {
  const span = (accountId: string, occurredAt: string, resolvedAt: string | null = null): ProblemSpan => ({
    ...{ accountId, occurredAt, resolvedAt },
  });
  const stayed = (id: string) => event(id, LoyaltyEventKind.RENEWED, '2026-06-01');
  const left = (id: string) => event(id, LoyaltyEventKind.LOST, '2026-06-01');

  /** With a problem 5 of 10 stay, without 9 of 10. Of those with us, five had a problem; they are worth 1,000 each. */
  function tenAndTen(): EconomicsFacts {
    const [kept, gone] = [ids('pk', 5), ids('pg', 5)];
    const [calm, quit] = [ids('ck', 9), ids('cg', 1)];
    return facts({
      customers: [
        ...[...kept, ...calm].map((id) => customer(id)),
        ...[...gone, ...quit].map((id) => customer(id, { isLost: true })),
      ],
      events: [...kept.map(stayed), ...gone.map(left), ...calm.map(stayed), ...quit.map(left)],
      problems: [...kept, ...gone].map((id) =>
        span(id, '2026-03-01T09:00:00.000Z', '2026-03-05T09:00:00.000Z'),
      ),
    });
  }

  it('sets those with a problem before the decision against those without, with intervals', () => {
    const { problems } = economicsOf(tenAndTen());
    expect(problems.withProblem).toMatchObject({
      of: 10,
      hits: 5,
      share: 0.5,
      low: 0.236593,
      high: 0.763407,
    });
    expect(problems.without).toMatchObject({ of: 10, hits: 9, share: 0.9, low: 0.59585, high: 0.982124 });
    // Newcombe's method 10: .4 - sqrt((.9-.59585)^2 + (.763407-.5)^2), .4 + sqrt((.982124-.9)^2 + (.5-.236593)^2)
    expect(problems.fewerStay).toEqual({ difference: 0.4, low: -0.002356, high: 0.675912, tooFew: false });
    expect(problems.affected).toMatchObject({ of: 14, hits: 5 });
    expect(problems.valueAtStake).toBe('5000.00');
  });

  it('works out what prevention pays: margin kept and handling saved', () => {
    const { problems, reading } = economicsOf(tenAndTen(), {
      ...{ margin: 0.5, discountRate: 0, horizonYears: 2, retention: 0.7 },
      ...{ handlingCost: '200', preventedShare: 0.5 },
    });
    // Half of 5,000 times .4 stays; margin .5 over 1 + .7 years. Five problems at 200, half of them spared.
    expect(problems.handlingCost).toBe('1000.00');
    expect(problems.payoff?.valueKept.estimate).toBe('1000.00');
    expect(problems.payoff?.marginKept.estimate).toBe('850.00');
    expect(problems.payoff?.handlingSaved).toBe('500.00');
    expect(problems.payoff?.total.estimate).toBe('1350.00');
    expect(problems.payoff?.total.low).toBe('494.99');
    expect(reading.join(' ')).toContain('A difference of nothing lies within the interval.');
    expect(reading.join(' ')).toContain('does not prove');
  });

  it('works out no payoff from nine account-years on one side', () => {
    const all = tenAndTen();
    const { problems, missing } = economicsOf({ ...all, events: all.events.slice(1) });
    expect(problems.withProblem.of).toBe(9);
    expect(problems.payoff).toBeNull();
    expect(missing.join(' ')).toContain('there are 9 and 10.');
  });

  it.each([
    ['arose on the day of the decision', '2026-06-01T00:00:00.000Z', null, 0],
    ['arose the day before', '2026-05-31T23:59:00.000Z', null, 1],
    ['was solved 365 days before', '2024-01-01T00:00:00.000Z', '2025-06-01T09:00:00.000Z', 1],
    ['was solved 366 days before', '2024-01-01T00:00:00.000Z', '2025-05-31T09:00:00.000Z', 0],
    ['has stood ever since', '2020-01-01T00:00:00.000Z', null, 1],
  ])('counts an account-year or not by when the problem stood: it %s', (_, occurredAt, resolvedAt, n) => {
    const { problems } = economicsOf(
      facts({ events: [stayed('a')], problems: [span('a', occurredAt, resolvedAt)] }),
    );
    expect([problems.withProblem.of, problems.without.of]).toEqual([n, 1 - n]);
  });
});

describe('the cost of the base at risk', () => {
  it('lies between those at risk and those and the unknown ones', () => {
    const { riskCost } = economicsOf(
      facts({
        customers: [
          customer('a', { standing: Standing.AT_RISK, risk: 0.6, annualValue: '1000' }),
          customer('b', { standing: Standing.UNKNOWN, risk: 0.2, annualValue: '500' }),
          customer('c', { standing: Standing.SAFE, risk: 0.05, annualValue: '2000' }),
          customer('d', { standing: Standing.AT_RISK, risk: 0.9, annualValue: '7000', isLost: true }),
          customer('e', { standing: Standing.UNKNOWN, risk: null, annualValue: null }),
        ],
      }),
      { retention: 0.5, margin: 0.5, discountRate: 0, horizonYears: 2 },
    );
    expect(riskCost.atRisk).toEqual({ accounts: 1, value: '1000.00', unvalued: 0, cost: '375.00' });
    expect(riskCost.atRiskOrUnknown).toEqual({ accounts: 3, value: '1500.00', unvalued: 1, cost: '562.50' });
    expect(riskCost.base).toMatchObject({ accounts: 4, value: '3500.00', cost: '1312.50' });
    expect(riskCost.valueAtRisk).toBe('800.00');
  });
});
