import { Role } from '../src/domain/rights.js';
import { accepted } from './outcomes.js';
import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';

interface Economics {
  currency: string;
  inputs: { name: string; value: string | null; source: string; n: number | null; low: string | null }[];
  retention: { of: number; hits: number; share: number | null };
  customerValue: { multiple: { estimate: number }; perCustomer: Bounded; base: Bounded } | null;
  retentionEffect: { from: number; to: number; presentValue: Bounded; years: object[] } | null;
  problems: {
    withProblem: { of: number; hits: number };
    without: { of: number; hits: number };
    affected: { of: number; hits: number };
    valueAtStake: string;
    problemsAYear: number;
    handlingCost: string;
    payoff: object | null;
  };
  riskCost: { base: { accounts: number; value: string; unvalued: number } };
  years: object[];
  missing: string[];
  reading: string[];
}

interface Bounded {
  estimate: string;
  low: string | null;
  high: string | null;
}

const BOUNDED = '{ estimate low high }';
const QUERY = `query ($filter: AccountFilter, $inputs: EconomicsInputs) { loyaltyEconomics(filter: $filter, inputs: $inputs) {
  currency inputs { name value source n low }
  retention { of hits share low high tooFew }
  customerValue { multiple { estimate } perCustomer ${BOUNDED} base ${BOUNDED} }
  retentionEffect { from to presentValue ${BOUNDED} years { year cashFlow presentValue } }
  problems { withProblem { of hits } without { of hits } affected { of hits } valueAtStake problemsAYear handlingCost
    payoff { total ${BOUNDED} } }
  riskCost { base { accounts value unvalued } }
  years { year retention { of hits } lost { accounts amount unvalued } expanded { amount } retained { decisions cameUp gross net } }
  missing reading } }`;

const EUR = (amount: string) => ({ amount, currency: 'EUR' });

describe('what loyalty is worth', () => {
  let service: TestService;
  let tenant: TestTenant;

  beforeAll(async () => {
    service = await TestService.start();
    service.setClock('2026-11-20T09:00:00.000Z');
    tenant = await TestTenant.create(service);
    const stays = Array.from({ length: 8 }, (_, index) => `stay${index}`);
    accepted(
      await tenant.upsertAccounts([
        ...stays.map((id) => ({ ...crm(id), name: id, annualValue: EUR('1000.10'), segment: 'Steel' })),
        ...['left0', 'left1'].map((id) => ({
          ...crm(id),
          name: id,
          annualValue: EUR('900'),
          segment: 'Steel',
        })),
        {
          ...crm('dollar'),
          name: 'dollar',
          annualValue: { amount: '7000', currency: 'USD' },
          segment: 'Other',
        },
        { ...crm('canteen'), name: 'canteen', kind: 'INTERNAL' },
        {
          ...crm('anns'),
          name: 'anns',
          annualValue: EUR('50'),
          ownerEmail: 'ann@strata.example',
          segment: 'Other',
        },
      ]),
    );
    await tenant.people('stay0', { kim: { level: 'MANAGEMENT' } });
    await tenant.people('left0', { lou: { level: 'MANAGEMENT' } });
    await tenant.report('stay0', ['kim'], '2026-10-01T09:00:00Z');
    await tenant.report('left0', ['lou'], '2025-01-10T09:00:00Z');
    const event = (id: string, kind: string, occurredOn: string, amount: object | null = null) => ({
      ...{ account: crm(id), kind, occurredOn, amount },
    });
    accepted(
      await tenant.recordLoyaltyEvents([
        ...stays.map((id) => event(id, 'RENEWED', '2025-06-01', EUR('1000.10'))),
        event('stay0', 'EXPANDED', '2025-06-02', EUR('0.20')),
        event('left0', 'LOST', '2025-09-01', EUR('900')),
        event('left1', 'LOST', '2025-09-02'),
      ]),
    );
  });
  afterAll(() => service.stop());

  const economics = async (variables: object = {}, key = tenant.key): Promise<Economics> =>
    (await service.get<{ loyaltyEconomics: Economics }>(key, QUERY, { ...variables })).loyaltyEconomics;

  it('is worked out from the outcomes of the tenant, in its own currency, departments of ours left out', async () => {
    const found = await economics({
      inputs: { margin: 0.5, discountRate: 0.25, horizonYears: 2, retentionChange: 0.1 },
    });
    expect(found.currency).toBe('EUR');
    expect(found.retention).toMatchObject({ of: 10, hits: 8, share: 0.8 });
    // Nine are valued in EUR: 8 x 1,000.10 + 50 = 8,050.80; .64 + .4096 years of half of it.
    expect(found.riskCost.base).toEqual({ accounts: 10, value: '8050.80', unvalued: 1 });
    expect(found.customerValue?.multiple.estimate).toBe(1.0496);
    expect(found.customerValue?.base.estimate).toBe('4225.06');
    expect(found.customerValue?.perCustomer.estimate).toBe('469.45');
    // Half of 8,050.80 is 4,025.40: times .1 / 1.25 and .17 / 1.5625.
    expect(found.retentionEffect).toMatchObject({
      ...{ from: 0.8, to: 0.9, presentValue: { estimate: '760.00' } },
      years: [
        { year: 1, cashFlow: '402.54', presentValue: '322.03' },
        { year: 2, cashFlow: '684.32', presentValue: '437.96' },
      ],
    });
  });

  it('shows the years as they were recorded, to the cent', async () => {
    const { years } = await economics();
    expect(years).toEqual([
      {
        year: 2025,
        retention: { of: 10, hits: 8 },
        lost: { accounts: 2, amount: '900.00', unvalued: 1 },
        expanded: { amount: '0.20' },
        // 8 x 1,000.10 of 8 x 1,000.10 + 900; the loss without an amount is left out.
        retained: { decisions: 9, cameUp: '8900.80', gross: 0.898885, net: 0.898908 },
      },
    ]);
  });

  it('sets problems beside outcomes, and says what is missing for their payoff', async () => {
    const { problems, missing, reading } = await economics({ inputs: { handlingCost: '120.50' } });
    expect(problems).toMatchObject({
      withProblem: { of: 1, hits: 0 },
      without: { of: 9, hits: 8 },
      affected: { of: 10, hits: 1 },
      ...{ valueAtStake: '1000.10', problemsAYear: 1, handlingCost: '120.50', payoff: null },
    });
    expect(missing).toEqual([
      'The payoff of preventing problems is worked out from 10 account-years with a problem before the decision and 10 without; there are 1 and 9.',
    ]);
    expect(reading.join(' ')).toContain('does not prove');
  });

  it('shows every input with its source, and takes what is given', async () => {
    const { inputs, customerValue } = await economics({
      inputs: { retention: 0.9, annualValue: '200', endless: true },
    });
    expect(inputs.map(({ name, value, source }) => [name, value, source])).toEqual([
      ['ANNUAL_VALUE', '200.00', 'GIVEN'],
      ['RETENTION', '0.9', 'GIVEN'],
      ['MARGIN', '0.3', 'DEFAULT'],
      ['DISCOUNT_RATE', '0.1', 'DEFAULT'],
      ['HORIZON_YEARS', null, 'GIVEN'],
      ['RETENTION_CHANGE', '0.01', 'DEFAULT'],
      ['HANDLING_COST', '0.00', 'DEFAULT'],
      ['PREVENTED_SHARE', '0.25', 'DEFAULT'],
    ]);
    // 200 x .3 x .9 / (1.1 - .9), for one and for ten customers.
    expect(customerValue).toMatchObject({
      perCustomer: { estimate: '270.00', low: null },
      base: { estimate: '2700.00' },
    });
  });

  it('extrapolates nothing from fewer than ten outcomes, and shows them', async () => {
    const found = await economics({ filter: { segment: 'Other' } });
    expect([found.customerValue, found.retentionEffect]).toEqual([null, null]);
    expect(found.retention).toMatchObject({ of: 0, share: null });
    expect(found.missing[0]).toContain('there are 0.');
    expect(found.riskCost.base).toEqual({ accounts: 2, value: '50.00', unvalued: 1 });
  });

  it.each<[string, object]>([
    ['inputs.margin', { inputs: { margin: 1.5 } }],
    ['inputs.retention', { inputs: { retention: 1, endless: true } }],
    ['inputs.discountRate', { inputs: { discountRate: -0.1 } }],
    ['inputs.horizonYears', { inputs: { horizonYears: 0 } }],
    ['inputs.annualValue', { inputs: { annualValue: '-1' } }],
    ['filter.kind', { filter: { kind: 'INTERNAL' } }],
    ['filter.standing', { filter: { standing: ['SAFE'] } }],
    ['filter.lost', { filter: { lost: false } }],
  ])('refuses what makes no sense and says where: %s', async (path, variables) => {
    const { errors } = await tenant.ask(QUERY, { ...variables });
    expect(errors).toMatchObject([
      { extensions: { code: 'INVALID_INPUT', details: { path: path.split('.') } } },
    ]);
  });

  it('takes in corrections and withdrawals', async () => {
    const other = await TestTenant.create(service);
    await other.account('acme', {});
    const [event] = accepted(
      await other.recordLoyaltyEvents([
        { account: crm('acme'), kind: 'LOST', occurredOn: '2026-01-05', amount: EUR('10') },
      ]),
    );
    const years = async () => (await economics({}, other.key)).years;
    expect(await years()).toMatchObject([{ lost: { accounts: 1, amount: '10.00' } }]);
    accepted(
      await other.recordLoyaltyEvents([
        {
          account: crm('acme'),
          kind: 'LOST',
          occurredOn: '2026-01-05',
          amount: EUR('12.50'),
          supersedes: event?.row?.id,
        },
      ]),
    );
    expect(await years()).toMatchObject([{ lost: { accounts: 1, amount: '12.50' } }]);
  });

  it('shows an account manager their own accounts, and another tenant nothing', async () => {
    const ann = await service.createUserKey(tenant.tenantId, 'ann@strata.example', Role.ACCOUNT_MANAGER);
    const own = await economics({}, ann);
    expect(own.riskCost.base).toEqual({ accounts: 1, value: '50.00', unvalued: 0 });
    expect([own.retention.of, own.years]).toEqual([0, []]);
    const nobody = await TestTenant.create(service);
    const nothing = await economics({}, nobody.key);
    expect(nothing.riskCost.base).toEqual({ accounts: 0, value: '0.00', unvalued: 0 });
    expect([nothing.retention.of, nothing.years]).toEqual([0, []]);
    expect(nothing.missing).toHaveLength(3);
  });
});
