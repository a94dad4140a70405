import { fingerprint } from './direct-sql.js';
import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';

const LOG = `mutation ($input: LogInteractionInput!) { logInteraction(input: $input) {
  interaction { id channel occurredAt notes outcome ourFunction loggedBy { email } stakeholders { fullName } account { name } }
  account { name assessment { levels { level lastContactAt } reasons { code } } } } }`;

interface Logged {
  logInteraction: {
    interaction: { id: string; stakeholders: { fullName: string }[] };
    account: {
      assessment: { levels: { level: string; lastContactAt: string | null }[]; reasons: { code: string }[] };
    };
  };
}

describe('interactions', () => {
  let service: TestService;
  let tenant: TestTenant;

  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    service.setClock('2026-11-20T09:00:00.000Z');
    tenant = await TestTenant.create(service);
    await tenant.account('acme', { structure: 'HIERARCHICAL' });
    await tenant.people('acme', { olga: { level: 'OPERATIONS' }, max: { level: 'MANAGEMENT' } });
    await tenant.account('other');
    await tenant.people('other', { stranger: {} });
  });

  const contact = (more: object = {}) => ({
    account: crm('acme'),
    stakeholders: [crm('max')],
    channel: 'MEETING',
    occurredAt: '2026-11-19T10:00:00+01:00',
    ...more,
  });
  const logged = async (): Promise<{ id: string }[]> => {
    const { account } = await tenant.get<{ account: { interactions: { nodes: { id: string }[] } } }>(
      'query ($ref: RefInput!) { account(ref: $ref) { interactions { nodes { id } } } }',
      { ref: crm('acme') },
    );
    return account.interactions.nodes;
  };
  const stored = (): Promise<string> => fingerprint(service.database.url, tenant.tenantId);

  it('records a contact and shows the account as it stands after it', async () => {
    const input = contact({
      stakeholders: [crm('max'), crm('olga'), crm('max')],
      notes: 'Über 🚄',
      outcome: 'TOWARD_PARTNERSHIP',
      ourFunction: 'SERVICE',
    });
    const { logInteraction } = await tenant.get<Logged>(LOG, { input });
    expect(logInteraction.interaction).toMatchObject({
      channel: 'MEETING',
      occurredAt: '2026-11-19T09:00:00.000Z',
      notes: 'Über 🚄',
      outcome: 'TOWARD_PARTNERSHIP',
      ourFunction: 'SERVICE',
      loggedBy: null,
      account: { name: 'acme' },
    });
    expect(logInteraction.interaction.stakeholders.map(({ fullName }) => fullName).sort()).toEqual([
      'max',
      'olga',
    ]);
    const lastContactAt = '2026-11-19T09:00:00.000Z';
    expect(logInteraction.account.assessment.levels).toMatchObject([{ lastContactAt }, { lastContactAt }]);
    expect(logInteraction.account.assessment.reasons.map(({ code }) => code)).not.toContain(
      'DECIDING_LEVEL_SILENT',
    );
  });

  it('lists contacts latest first, whenever they were recorded', async () => {
    const ids = [];
    for (const day of ['05', '07', '06'])
      ids.push(await tenant.meet('acme', ['max'], `2026-11-${day}T09:00:00Z`));
    expect((await logged()).map(({ id }) => id)).toEqual([ids[1], ids[2], ids[0]]);
  });

  describe('with an id of another system', () => {
    const external = { system: 'calendar', id: '42' };

    it('is recorded once, however often and by however many it is sent', async () => {
      const first = await tenant.get<Logged>(LOG, { input: contact({ external }) });
      const before = await stored();
      const again = await tenant.get<Logged>(LOG, { input: contact({ external, notes: 'Sent again' }) });
      expect(again.logInteraction.interaction.id).toBe(first.logInteraction.interaction.id);
      expect(await stored()).toBe(before);
      const other = { ...external, id: '43' };
      const many = await Promise.all(
        [1, 2, 3].map(() => tenant.ask<Logged>(LOG, { input: contact({ external: other }) })),
      );
      for (const { errors } of many) expect(errors?.[0]?.extensions.code ?? 'CONFLICT').toBe('CONFLICT');
      expect(await logged()).toHaveLength(2);
    });

    it('is refused for another account', async () => {
      await tenant.get(LOG, { input: contact({ external }) });
      const input = contact({ external, account: crm('other'), stakeholders: [crm('stranger')] });
      expect(await tenant.refusal(LOG, { input })).toEqual({ code: 'CONFLICT', path: ['input', 'external'] });
    });
  });

  it.each<[string, object, object]>([
    [
      'in the future',
      { occurredAt: '2026-11-20T09:00:00.001Z' },
      { code: 'INVALID_INPUT', path: ['input', 'occurredAt'] },
    ],
    ['with nobody', { stakeholders: [] }, { code: 'INVALID_INPUT', path: ['input', 'stakeholders'] }],
    [
      'with a stranger',
      { stakeholders: [crm('max'), crm('stranger')] },
      { code: 'RULE_BROKEN', path: ['input', 'stakeholders', '1'] },
    ],
    [
      'with nobody known',
      { stakeholders: [crm('nobody')] },
      { code: 'NOT_FOUND', path: ['input', 'stakeholders', '0'] },
    ],
    ['at no account', { account: crm('nowhere') }, { code: 'NOT_FOUND', path: ['input', 'account'] }],
    ['with NUL in its notes', { notes: 'a\0b' }, { code: 'INVALID_INPUT', path: ['input', 'notes'] }],
  ])('refuses a contact %s, and writes nothing of it', async (_, more, refusal) => {
    const before = await stored();
    expect(await tenant.refusal(LOG, { input: contact(more) })).toEqual(refusal);
    expect(await stored()).toBe(before);
  });

  describe('in which something is told of problems', () => {
    let problem: string;
    beforeEach(async () => {
      problem = await tenant.report('acme', ['olga', 'max'], '2026-11-10T09:00:00Z');
    });
    const told = (knowledge: string, ref: object = { id: problem }) =>
      contact({ told: [{ problem: ref, knowledge }] });

    it('closes the gaps of those who took part in the same step', async () => {
      await tenant.resolve(problem, '2026-11-12T09:00:00Z');
      expect(await tenant.reasons('acme')).toContain('RESOLUTION_UNTOLD');
      const { logInteraction } = await tenant.get<Logged>(LOG, { input: told('TOLD_OF_RESOLUTION') });
      expect(logInteraction.account.assessment.reasons.map(({ code }) => code)).not.toContain(
        'RESOLUTION_UNTOLD',
      );
      const { problem: found } = await tenant.get<{ problem: { knowledge: unknown[] } }>(
        `query ($ref: RefInput!) { problem(ref: $ref) { knowledge { stakeholder { fullName } knowledge since
          history { told at interaction { id } } } } }`,
        { ref: { id: problem } },
      );
      expect(found.knowledge).toEqual([
        expect.objectContaining({ stakeholder: { fullName: 'olga' }, knowledge: 'TOLD_OF_PROBLEM' }),
        {
          stakeholder: { fullName: 'max' },
          knowledge: 'TOLD_OF_RESOLUTION',
          since: '2026-11-19T09:00:00.000Z',
          history: [
            { told: 'TOLD_OF_PROBLEM', at: '2026-11-10T09:00:00.000Z', interaction: null },
            {
              told: 'TOLD_OF_RESOLUTION',
              at: '2026-11-19T09:00:00.000Z',
              interaction: { id: logInteraction.interaction.id },
            },
          ],
        },
      ]);
      const gaps = await tenant.get<{ knowledgeGaps: { nodes: { level: string }[] } }>(
        '{ knowledgeGaps { nodes { level } } }',
      );
      expect(gaps.knowledgeGaps.nodes).toEqual([{ level: 'OPERATIONS' }]);
    });

    it('is refused as a whole when they are told of a solution there is not', async () => {
      const before = await stored();
      expect(await tenant.refusal(LOG, { input: told('TOLD_OF_RESOLUTION') })).toEqual({
        code: 'RULE_BROKEN',
        path: ['input', 'told', '0', 'knowledge'],
        rule: 'NOT_RESOLVED',
      });
      expect(await stored()).toBe(before);
      expect(await logged()).toEqual([]);
    });

    it('is refused as a whole for a contact before the solution, a problem elsewhere, and being unaware', async () => {
      await tenant.resolve(problem, '2026-11-19T12:00:00Z');
      const elsewhere = await tenant.report('other', ['stranger'], '2026-11-10T09:00:00Z');
      const before = await stored();
      expect(await tenant.refusal(LOG, { input: told('CONFIRMED_SOLVED') })).toMatchObject({
        code: 'RULE_BROKEN',
        rule: 'BEFORE_RESOLUTION',
      });
      expect(await tenant.refusal(LOG, { input: told('TOLD_OF_PROBLEM', { id: elsewhere }) })).toEqual({
        code: 'RULE_BROKEN',
        path: ['input', 'told', '0', 'problem'],
      });
      expect(await tenant.refusal(LOG, { input: told('UNAWARE') })).toMatchObject({ code: 'INVALID_INPUT' });
      expect(await stored()).toBe(before);
    });

    it('keeps what came before it in the same operation, names what failed, and does not go on after it', async () => {
      const query = `mutation ($good: LogInteractionInput!, $bad: LogInteractionInput!, $late: LogInteractionInput!) {
        good: logInteraction(input: $good) { interaction { id } }
        bad: logInteraction(input: $bad) { interaction { id } }
        late: logInteraction(input: $late) { interaction { id } } }`;
      const { data, errors } = await tenant.ask(query, {
        good: contact({ external: { system: 'calendar', id: 'good' } }),
        bad: told('TOLD_OF_RESOLUTION'),
        late: contact({ occurredAt: '2026-11-18T09:00:00Z' }),
      });
      expect(data).toBeNull();
      expect(errors).toMatchObject([{ path: ['bad'], extensions: { code: 'RULE_BROKEN' } }]);
      const kept = await logged();
      expect(kept).toHaveLength(1);
      const input = contact({ external: { system: 'calendar', id: 'good' } });
      const again = await tenant.get<Logged>(LOG, { input });
      expect(again.logInteraction.interaction.id).toBe(kept[0]?.id);
      const { levels } = await tenant.stored('acme');
      expect(levels).toContainEqual(
        expect.objectContaining({ level: 'MANAGEMENT', lastContactAt: '2026-11-19T09:00:00.000Z' }),
      );
    });
  });
});
