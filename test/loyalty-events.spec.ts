import fc from 'fast-check';
import { Role } from '../src/domain/rights.js';
import { runSql } from './direct-sql.js';
import { accepted, said } from './outcomes.js';
import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';
import { LOYALTY_EVENT, type LoyaltyEventRow } from './tenant-rows.js';

const WITHDRAW = `mutation ($id: ID!, $reason: String!) { withdrawLoyaltyEvent(id: $id, reason: $reason) { ${LOYALTY_EVENT} } }`;

const event = (kind: string, occurredOn: string, more: object = {}) => ({
  account: crm('acme'),
  kind,
  occurredOn,
  ...more,
});
const told = (id: string) => ({ external: { system: 'crm', id } });
const euros = (amount: string) => ({ amount: { amount, currency: 'EUR' } });

describe('loyalty events', () => {
  let service: TestService;
  let tenant: TestTenant;

  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    service.setClock('2026-11-20T09:00:00.000Z');
    tenant = await TestTenant.create(service);
    await tenant.account('acme');
  });

  const one = async (item: object): Promise<LoyaltyEventRow> => {
    const [outcome] = accepted(await tenant.recordLoyaltyEvents([item]));
    if (!outcome?.row) throw new Error('An event was expected.');
    return outcome.row;
  };
  const ofAccount = async (id = 'acme'): Promise<{ lostOn: string | null; events: LoyaltyEventRow[] }> => {
    const { account } = await tenant.get<{
      account: { lostOn: string | null; loyaltyEvents: { nodes: LoyaltyEventRow[] } };
    }>(
      `query ($ref: RefInput!) { account(ref: $ref) { lostOn loyaltyEvents { nodes { ${LOYALTY_EVENT} } } } }`,
      {
        ref: crm(id),
      },
    );
    return { lostOn: account.lostOn, events: account.loyaltyEvents.nodes };
  };

  describe('recorded', () => {
    it('stand at their account as they were told, the latest first', async () => {
      await tenant.recordLoyaltyEvents([
        event('RENEWED', '2025-01-31', { ...euros('100000'), reason: 'Three years more' }),
        event('EXPANDED', '2026-01-31', { ...euros('20000.50'), ...told('opp-2') }),
      ]);
      expect((await ofAccount()).events).toMatchObject([
        {
          kind: 'EXPANDED',
          occurredOn: '2026-01-31',
          amount: { amount: '20000.50', currency: 'EUR' },
          external: { system: 'crm', id: 'opp-2' },
          reason: null,
          withdrawn: false,
          supersededBy: null,
        },
        { kind: 'RENEWED', reason: 'Three years more', external: null },
      ]);
    });

    it('are refused one by one, and spoil no other', async () => {
      await tenant.account('works', { kind: 'INTERNAL' });
      const outcomes = await tenant.recordLoyaltyEvents([
        event('RENEWED', '2026-11-20'),
        event('RENEWED', '2026-11-21'),
        { ...event('RENEWED', '2026-11-01'), account: crm('nobody') },
        { ...event('LOST', '2026-11-01'), account: crm('works') },
        event('LOST', '2026-11-01', euros('-1')),
        event('LOST', '2026-11-01', { amount: { amount: '1', currency: 'euro' } }),
        event('LOST', '2026-11-01', { reason: 'x'.repeat(2001) }),
        event('LOST', '2026-11-01', { supersedes: '01900000-0000-7000-8000-000000000000' }),
      ]);
      expect(said(outcomes)).toEqual([
        'CREATED',
        'REJECTED INVALID_INPUT occurredOn',
        'REJECTED NOT_FOUND account',
        'REJECTED RULE_BROKEN account',
        'REJECTED INVALID_INPUT amount.amount',
        'REJECTED INVALID_INPUT amount.currency',
        'REJECTED INVALID_INPUT reason',
        'REJECTED NOT_FOUND supersedes',
      ]);
      expect((await ofAccount()).events).toHaveLength(1);
    });

    it('are all taken back when the batch is atomic and one is refused', async () => {
      const outcomes = await tenant.recordLoyaltyEvents(
        [event('LOST', '2026-11-01'), event('RENEWED', '2030-01-01')],
        true,
      );
      expect(said(outcomes)).toEqual(['REJECTED RULE_BROKEN', 'REJECTED INVALID_INPUT occurredOn']);
      expect(await ofAccount()).toEqual({ lostOn: null, events: [] });
    });

    it('come in batches of at most 200', async () => {
      const many = Array.from({ length: 201 }, () => event('RENEWED', '2026-01-31'));
      const refusal = await tenant.refusal(
        'mutation ($events: [LoyaltyEventInput!]!) { recordLoyaltyEvents(events: $events) { results { status } } }',
        { events: many },
      );
      expect(refusal).toEqual({ code: 'LIMIT_EXCEEDED', path: ['events'] });
    });
  });

  describe('told again under the same external id', () => {
    it('are recorded once while they say the same, however the amount is written', async () => {
      const first = await one(event('RENEWED', '2026-01-31', { ...told('opp'), ...euros('100') }));
      const outcomes = await tenant.recordLoyaltyEvents([
        event('RENEWED', '2026-01-31', { ...told('opp'), ...euros('100.00') }),
        event('RENEWED', '2026-01-31', { ...told('opp'), ...euros('100') }),
      ]);
      expect(said(outcomes)).toEqual(['UNCHANGED', 'UNCHANGED']);
      expect(outcomes.map(({ row }) => row?.id)).toEqual([first.id, first.id]);
      expect((await ofAccount()).events).toHaveLength(1);
    });

    it('are corrected when they say something else; both stay and only the last one counts', async () => {
      const first = await one(event('LOST', '2026-01-31', told('opp')));
      expect((await ofAccount()).lostOn).toBe('2026-01-31');
      const [outcome] = await tenant.recordLoyaltyEvents([event('RENEWED', '2026-02-15', told('opp'))]);
      expect(outcome?.status).toBe('UPDATED');
      const { lostOn, events } = await ofAccount();
      expect(lostOn).toBeNull();
      expect(events.map(({ kind, supersededBy }) => [kind, supersededBy?.id ?? null])).toEqual([
        ['RENEWED', null],
        ['LOST', outcome?.row?.id],
      ]);
      expect(first.supersededBy).toBeNull();
    });

    it('are corrected step by step within one batch', async () => {
      const outcomes = await tenant.recordLoyaltyEvents([
        event('RENEWED', '2026-01-31', { ...told('opp'), ...euros('1') }),
        event('RENEWED', '2026-01-31', { ...told('opp'), ...euros('2') }),
        event('RENEWED', '2026-01-31', { ...told('opp'), ...euros('2') }),
        event('RENEWED', '2026-01-31', { ...told('opp'), ...euros('3') }),
      ]);
      expect(said(outcomes)).toEqual(['CREATED', 'UPDATED', 'UNCHANGED', 'UPDATED']);
      const standing = (await ofAccount()).events.filter(({ supersededBy }) => supersededBy === null);
      expect(standing.map(({ amount }) => amount?.amount)).toEqual(['3']);
    });

    it('do not undo what a person corrected, until the other system says something new', async () => {
      const imported = event('LOST', '2026-01-31', told('opp'));
      const first = await one(imported);
      const person = await one(event('LOST', '2026-03-31', { supersedes: first.id }));
      const [again] = await tenant.recordLoyaltyEvents([imported]);
      expect([again?.status, again?.row?.id]).toEqual(['UNCHANGED', person.id]);
      expect((await ofAccount()).lostOn).toBe('2026-03-31');
      const [news] = await tenant.recordLoyaltyEvents([event('LOST', '2026-04-30', told('opp'))]);
      expect(news?.status).toBe('UPDATED');
      expect((await ofAccount()).lostOn).toBe('2026-04-30');
    });

    it('may turn out to be about another account: both are judged anew', async () => {
      await tenant.account('other');
      await one(event('LOST', '2026-01-31', told('opp')));
      await one({ ...event('LOST', '2026-01-31', told('opp')), account: crm('other') });
      expect((await ofAccount()).lostOn).toBeNull();
      expect((await ofAccount('other')).lostOn).toBe('2026-01-31');
    });
  });

  describe('corrected by a person', () => {
    it('name what took their place, and are not corrected twice', async () => {
      const first = await one(event('LOST', '2026-01-31'));
      const second = await one(event('CONTRACTED', '2026-01-31', { supersedes: first.id }));
      const outcomes = await tenant.recordLoyaltyEvents([
        event('RENEWED', '2026-01-31', { supersedes: first.id }),
        event('RENEWED', '2026-01-31', { supersedes: second.id, ...told('opp') }),
      ]);
      expect(said(outcomes)).toEqual(['REJECTED CONFLICT supersedes', 'REJECTED INVALID_INPUT supersedes']);
      expect((await ofAccount()).events.find(({ id }) => id === first.id)?.supersededBy?.id).toBe(second.id);
    });

    it('take one of two corrections that come at once', async () => {
      const first = await one(event('LOST', '2026-01-31'));
      const both = await Promise.all(
        ['2026-02-01', '2026-03-01'].map((day) =>
          tenant.recordLoyaltyEvents([event('LOST', day, { supersedes: first.id })]),
        ),
      );
      const statuses = both.flat().map(({ status, error }) => error?.code ?? status);
      expect(statuses.sort()).toEqual(['CONFLICT', 'UPDATED']);
      const won = both.flat().find(({ row }) => row)?.row;
      expect((await ofAccount()).lostOn).toBe(won?.occurredOn);
    });

    it('are taken back for a reason; the account is with us again', async () => {
      const lost = await one(event('LOST', '2026-01-31', told('opp')));
      expect(await tenant.refusal(WITHDRAW, { id: lost.id, reason: '  ' })).toMatchObject({
        code: 'INVALID_INPUT',
        path: ['reason'],
      });
      const { withdrawLoyaltyEvent: withdrawal } = await tenant.get<{
        withdrawLoyaltyEvent: LoyaltyEventRow;
      }>(WITHDRAW, { id: lost.id, reason: 'Mixed up with another customer' });
      expect(withdrawal).toMatchObject({
        kind: 'LOST',
        withdrawn: true,
        reason: 'Mixed up with another customer',
      });
      const { lostOn, events } = await ofAccount();
      expect(lostOn).toBeNull();
      expect(events.find(({ id }) => id === lost.id)?.supersededBy?.id).toBe(withdrawal.id);
      expect(await tenant.refusal(WITHDRAW, { id: lost.id, reason: 'Again' })).toMatchObject({
        code: 'CONFLICT',
      });
      expect(await tenant.refusal(WITHDRAW, { id: withdrawal.id, reason: 'Again' })).toMatchObject({
        code: 'RULE_BROKEN',
      });
    });

    it('stay withdrawn when an import brings them again in the same words', async () => {
      const imported = event('LOST', '2026-01-31', told('opp'));
      const { id } = await one(imported);
      await tenant.get(WITHDRAW, { id, reason: 'Never happened' });
      expect(said(await tenant.recordLoyaltyEvents([imported]))).toEqual(['UNCHANGED']);
      expect((await ofAccount()).lostOn).toBeNull();
    });
  });

  describe('of an account that was lost', () => {
    const lists = async (lost?: boolean) => {
      const filter = lost === undefined ? null : { lost };
      const answer = await tenant.get<{
        atRiskAccounts: { nodes: { name: string }[] };
        baseAtRisk: { standings: { accounts: number }[] }[];
        flags: { nodes: { account: { name: string } }[] };
        accounts: { nodes: { name: string }[] };
      }>(
        `query ($at: AtRiskFilter, $of: AccountFilter, $lost: Boolean) {
          atRiskAccounts(filter: $at) { nodes { name } }
          baseAtRisk(filter: $of) { standings { accounts } }
          flags(lost: $lost) { nodes { account { name } } }
          accounts(filter: $of) { nodes { name } } }`,
        { at: filter, of: filter, lost: lost ?? null },
      );
      return {
        atRisk: answer.atRiskAccounts.nodes.map(({ name }) => name),
        base: answer.baseAtRisk[0]?.standings.reduce((sum, { accounts }) => sum + accounts, 0),
        flagged: [...new Set(answer.flags.nodes.map(({ account }) => account.name))],
        accounts: answer.accounts.nodes.map(({ name }) => name),
      };
    };

    it('take it out of the base, of the accounts at risk and of the flags, unless it is asked for', async () => {
      for (const name of ['acme', 'kept']) {
        if (name === 'kept') await tenant.account(name);
        await tenant.people(name, { [`${name}-max`]: { level: 'MANAGEMENT', roles: ['DECISION_MAKER'] } });
        await tenant.answer(`${name}-max`, 0, '2026-11-01T09:00:00Z');
        await tenant.recordSatisfaction([
          {
            stakeholder: crm(`${name}-max`),
            instrument: 'REPURCHASE',
            value: { choice: 'no' },
            answeredAt: '2026-11-01T09:00:00Z',
          },
        ]);
      }
      const both = {
        atRisk: ['acme', 'kept'],
        base: 2,
        flagged: ['acme', 'kept'],
        accounts: ['acme', 'kept'],
      };
      const before = await lists();
      expect({ ...before, atRisk: before.atRisk.sort(), flagged: before.flagged.sort() }).toEqual(both);
      await one(event('LOST', '2026-11-10'));
      const kept = { atRisk: ['kept'], base: 1, flagged: ['kept'] };
      expect(await lists()).toEqual({ ...kept, accounts: ['acme', 'kept'] });
      expect(await lists(false)).toEqual({ ...kept, accounts: ['kept'] });
      expect(await lists(true)).toEqual({
        atRisk: ['acme'],
        base: 1,
        flagged: ['acme'],
        accounts: ['acme'],
      });
      await one(event('WON_BACK', '2026-11-15'));
      expect((await lists()).base).toBe(2);
    });

    it('say so whatever the order of recording', async () => {
      const drawn = fc.array(
        fc.record({
          kind: fc.constantFrom('RENEWED', 'EXPANDED', 'LOST', 'WON_BACK', 'REFERRED'),
          day: fc.integer({ min: 1, max: 5 }).map((day) => `2026-03-0${day}`),
        }),
        { minLength: 1, maxLength: 6 },
      );
      let account = 0;
      await fc.assert(
        fc.asyncProperty(drawn, async (events) => {
          const [one, other] = [`first-${++account}`, `second-${account}`];
          await tenant.account(one);
          await tenant.account(other);
          // One after the other, and in one batch the other way round.
          for (const { kind, day } of events) {
            accepted(await tenant.recordLoyaltyEvents([{ account: crm(one), kind, occurredOn: day }]));
          }
          accepted(
            await tenant.recordLoyaltyEvents(
              [...events].reverse().map(({ kind, day }) => ({ account: crm(other), kind, occurredOn: day })),
            ),
          );
          expect((await ofAccount(other)).lostOn).toBe((await ofAccount(one)).lostOn);
        }),
        { numRuns: 12 },
      );
    });

    it('do not change the version of the account: nobody edited it', async () => {
      const version = async () =>
        (
          await tenant.get<{ account: { version: number } }>(
            'query ($ref: RefInput!) { account(ref: $ref) { version } }',
            { ref: crm('acme') },
          )
        ).account.version;
      const before = await version();
      await one(event('LOST', '2026-11-10'));
      expect(await version()).toBe(before);
    });

    it('hold when two of its events are recorded at once', async () => {
      for (let round = 1; round <= 5; round++) {
        const name = `race-${round}`;
        await tenant.account(name);
        const at = (kind: string, occurredOn: string) => ({ account: crm(name), kind, occurredOn });
        await Promise.all([
          tenant.recordLoyaltyEvents([at('LOST', '2026-02-01')]),
          tenant.recordLoyaltyEvents([at('WON_BACK', '2026-03-01')]),
        ]);
        expect((await ofAccount(name)).lostOn).toBeNull();
      }
    });
  });

  describe('and who may', () => {
    it('an account manager records those of their own accounts, and sees no others', async () => {
      await tenant.account('mine', { ownerEmail: 'ann@strata.example' });
      const key = await service.createUserKey(tenant.tenantId, 'ann@strata.example', Role.ACCOUNT_MANAGER);
      const foreign = await one(event('LOST', '2026-01-31', told('opp')));
      const record = `mutation ($events: [LoyaltyEventInput!]!) { recordLoyaltyEvents(events: $events) {
        results { status error { code } event { recordedBy { email } } } } }`;
      const answer = await service.get<{ recordLoyaltyEvents: { results: object[] } }>(key, record, {
        events: [
          { ...event('RENEWED', '2026-01-31'), account: crm('mine') },
          event('RENEWED', '2026-01-31'),
          { ...event('RENEWED', '2026-01-31', { supersedes: foreign.id }), account: crm('mine') },
          { ...event('RENEWED', '2026-01-31', told('opp')), account: crm('mine') },
        ],
      });
      expect(answer.recordLoyaltyEvents.results).toMatchObject([
        { status: 'CREATED', event: { recordedBy: { email: 'ann@strata.example' } } },
        { status: 'REJECTED', error: { code: 'NOT_FOUND' } },
        { status: 'REJECTED', error: { code: 'NOT_FOUND' } },
        { status: 'REJECTED', error: { code: 'NOT_FOUND' } },
      ]);
      const withdrawal = await service.ask(key, WITHDRAW, { id: foreign.id, reason: 'Not mine' });
      expect(withdrawal.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    });

    it('a sales leader reads and does not record', async () => {
      const key = await service.createUserKey(tenant.tenantId, 'lea@strata.example', Role.SALES_LEADER);
      const { errors } = await service.ask(
        key,
        'mutation ($events: [LoyaltyEventInput!]!) { recordLoyaltyEvents(events: $events) { results { status } } }',
        { events: [event('RENEWED', '2026-01-31')] },
      );
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    });

    it('the database itself refuses an amount below nothing and a withdrawal without a reason', async () => {
      const { id } = await one(event('RENEWED', '2026-01-31', euros('1')));
      const { url } = service.database;
      for (const change of ['amount = -1', 'supersedes_id = NULL, withdrawn = true', 'currency = NULL']) {
        await expect(
          runSql(url, `UPDATE loyalty_events SET ${change} WHERE tenant_id = $1 AND id = $2`, [
            tenant.tenantId,
            id,
          ]),
        ).rejects.toThrow(/check constraint/);
      }
    });
  });
});
