import { AccountsService } from '../src/accounts/accounts.service.js';
import { StatedBy } from '../src/domain/terms.js';
import { accepted, said } from './outcomes.js';
import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';

describe('accounts', () => {
  let service: TestService;
  let tenant: TestTenant;

  beforeAll(async () => {
    service = await TestService.start();
    service.setClock('2026-11-20T09:00:00.000Z');
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    tenant = await TestTenant.create(service);
  });

  const names = async (filter: object): Promise<string[]> => {
    const { accounts } = await tenant.get<{ accounts: { totalCount: number; nodes: { name: string }[] } }>(
      'query ($filter: AccountFilter) { accounts(first: 100, filter: $filter) { totalCount nodes { name } } }',
      { filter },
    );
    expect(accounts.totalCount).toBe(accounts.nodes.length);
    return accounts.nodes.map(({ name }) => name);
  };
  const count = (): Promise<number> => names({}).then((all) => all.length);

  describe('a batch', () => {
    it('answers per item and in order what became of each', async () => {
      await tenant.account('a', { name: 'Alpha' });
      await tenant.account('b', { name: 'Beta' });
      const outcomes = await tenant.upsertAccounts([
        { ...crm('b'), name: 'Beta' },
        { ...crm('new'), name: 'New' },
        { ...crm('bad'), name: '' },
        { ...crm('a'), segment: 'Rail' },
        { ...crm('bad2'), name: 'Bad', annualValue: { amount: '5', currency: 'euros' } },
      ]);
      expect(outcomes.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
      expect(said(outcomes)).toEqual([
        'UNCHANGED',
        'CREATED',
        'REJECTED INVALID_INPUT name',
        'UPDATED',
        'REJECTED INVALID_INPUT annualValue.currency',
      ]);
      expect(outcomes.map(({ row }) => row?.name ?? null)).toEqual(['Beta', 'New', null, 'Alpha', null]);
      expect(outcomes[3]?.row).toMatchObject({ segment: 'Rail', version: 2 });
      expect(await names({})).toEqual(['Alpha', 'Beta', 'New']);
    });

    it('is undone as a whole when it is atomic and one item is refused', async () => {
      await tenant.account('a', { name: 'Alpha' });
      const outcomes = await tenant.upsertAccounts(
        [{ ...crm('a'), name: 'Other' }, { ...crm('new'), name: 'New' }, { ...crm('bad') }],
        true,
      );
      expect(said(outcomes)).toEqual([
        'REJECTED RULE_BROKEN',
        'REJECTED RULE_BROKEN',
        'REJECTED INVALID_INPUT name',
      ]);
      expect(await names({})).toEqual(['Alpha']);
    });

    it('is written as a whole when it is atomic and all is well', async () => {
      const outcomes = await tenant.upsertAccounts(
        [
          { ...crm('a'), name: 'A' },
          { ...crm('b'), name: 'B' },
        ],
        true,
      );
      expect(said(outcomes)).toEqual(['CREATED', 'CREATED']);
      expect(await names({})).toEqual(['A', 'B']);
    });

    it('takes 200 items and not one more', async () => {
      const items = (n: number) => Array.from({ length: n }, (_, i) => ({ ...crm(`n${i}`), name: `N${i}` }));
      const { errors } = await tenant.ask(
        'mutation ($accounts: [AccountInput!]!) { upsertAccounts(accounts: $accounts) { results { status } } }',
        { accounts: items(201) },
      );
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'LIMIT_EXCEEDED',
        details: { limit: 200, sent: 201 },
      });
      expect(await count()).toBe(0);
      expect(new Set(said(await tenant.upsertAccounts(items(200))))).toEqual(new Set(['CREATED']));
    });

    it('writes an account that it names twice twice, the last one wins', async () => {
      const outcomes = await tenant.upsertAccounts([
        { ...crm('a'), name: 'First', segment: 'Rail' },
        { ...crm('b'), name: 'Between' },
        { ...crm('a'), name: 'Last' },
        { ...crm('a'), name: 'Last' },
      ]);
      expect(said(outcomes)).toEqual(['CREATED', 'CREATED', 'UPDATED', 'UNCHANGED']);
      expect(outcomes.map(({ row }) => row?.name)).toEqual(['Last', 'Between', 'Last', 'Last']);
      expect(outcomes[0]?.row).toMatchObject({ segment: 'Rail', version: 2 });
      expect(await count()).toBe(2);
    });

    it('knows an account that it names once by our id and once by theirs for one', async () => {
      const id = await tenant.account('a', { name: 'Alpha' });
      const outcomes = await tenant.upsertAccounts([
        { ...crm('a'), segment: 'Rail' },
        { id: id.toUpperCase(), name: 'Renamed' },
        { id, external: { system: 'erp', id: '7' }, renewalOn: '2027-01-01' },
        { external: { system: 'erp', id: '7' }, structure: 'FLAT' },
      ]);
      expect(said(outcomes)).toEqual(['UPDATED', 'UPDATED', 'UPDATED', 'UPDATED']);
      const after = {
        name: 'Renamed',
        segment: 'Rail',
        renewalOn: '2027-01-01',
        structure: 'FLAT',
        version: 5,
      };
      for (const { row } of outcomes) expect(row).toMatchObject(after);
    });
  });

  describe('a field', () => {
    const STORED = {
      name: 'Alpha',
      structure: 'FLAT',
      segment: 'Rail',
      annualValue: { amount: '1000.50', currency: 'EUR' },
      renewalOn: '2027-01-31',
    };

    it('stays as it is when it is left out, and is cleared by null', async () => {
      await tenant.account('parent');
      await tenant.account('a', { ...STORED, ownerEmail: 'Ann@Strata.example', parent: crm('parent') });
      const [untouched] = await tenant.upsertAccounts([{ ...crm('a') }]);
      expect(untouched).toMatchObject({
        status: 'UNCHANGED',
        row: { ...STORED, owner: { email: 'ann@strata.example' }, parent: { name: 'parent' }, version: 1 },
      });
      const cleared = {
        structure: null,
        segment: null,
        annualValue: null,
        renewalOn: null,
        ownerEmail: null,
        parent: null,
      };
      const [after] = await tenant.upsertAccounts([{ ...crm('a'), ...cleared }]);
      expect(after).toMatchObject({
        status: 'UPDATED',
        row: {
          name: 'Alpha',
          structure: 'UNKNOWN',
          structureBasis: null,
          segment: null,
          annualValue: null,
          renewalOn: null,
          owner: null,
          parent: null,
        },
      });
    });

    it('is the same amount in other digits: 1000.50 is 1000.5', async () => {
      await tenant.account('a', { annualValue: { amount: '1000.50', currency: 'EUR' } });
      expect(
        said(
          await tenant.upsertAccounts([{ ...crm('a'), annualValue: { amount: '1000.5', currency: 'EUR' } }]),
        ),
      ).toEqual(['UNCHANGED']);
    });

    it('cannot be cleared where every account has one, and a new account needs a name', async () => {
      await tenant.account('a');
      expect(
        said(
          await tenant.upsertAccounts([
            { ...crm('a'), name: null },
            { ...crm('a'), kind: null },
            { ...crm('new') },
            { name: '   ' },
            {},
          ]),
        ),
      ).toEqual([
        'REJECTED INVALID_INPUT name',
        'REJECTED INVALID_INPUT kind',
        'REJECTED INVALID_INPUT name',
        'REJECTED INVALID_INPUT name',
        'REJECTED INVALID_INPUT name',
      ]);
    });

    it('keeps emoji, right-to-left text and quotes as they were sent, and refuses NUL and names without end', async () => {
      const kept = ['🚄 Zug & Söhne 👩‍👩‍👧', 'شركة النقل', "Robert'); DROP TABLE accounts;--", 'x'.repeat(255)];
      const outcomes = await tenant.upsertAccounts([
        ...kept.map((name) => ({ name })),
        { name: 'a\0b' },
        { name: 'x'.repeat(300) },
        { name: 'Fine', segment: 'a\0b' },
      ]);
      expect(said(outcomes)).toEqual([
        ...kept.map(() => 'CREATED'),
        'REJECTED INVALID_INPUT name',
        'REJECTED INVALID_INPUT name',
        'REJECTED INVALID_INPUT segment',
      ]);
      expect(outcomes.slice(0, 4).map(({ row }) => row?.name)).toEqual(kept);
    });
  });

  describe('a reference', () => {
    it('gives an account of ours a further id of theirs', async () => {
      const id = await tenant.account('a');
      const erp = { system: 'erp', id: '1' };
      const [linked] = await tenant.upsertAccounts([{ id, external: erp }]);
      expect(linked).toMatchObject({
        status: 'UPDATED',
        row: { id, externalIds: [{ system: 'crm', id: 'a' }, erp] },
      });
      const [again] = await tenant.upsertAccounts([{ id, external: erp }]);
      expect(again?.status).toBe('UNCHANGED');
      const [renamed] = await tenant.upsertAccounts([{ external: erp, name: 'By ERP' }]);
      expect(renamed).toMatchObject({ status: 'UPDATED', row: { id, name: 'By ERP' } });
    });

    it('is refused when our id and theirs mean two accounts, or our id means none', async () => {
      const id = await tenant.account('a');
      await tenant.account('b');
      expect(
        said(
          await tenant.upsertAccounts([
            { id, ...crm('b'), name: 'Mixed' },
            { id: '01890000-0000-7000-8000-00000000dead', name: 'Nobody' },
            { id: 'no uuid', name: 'Nobody' },
          ]),
        ),
      ).toEqual(['REJECTED CONFLICT external', 'REJECTED NOT_FOUND id', 'REJECTED INVALID_INPUT id']);
      expect(await names({})).toEqual(['a', 'b']);
    });

    it('to a parent of the same batch holds wherever in the batch the parent stands', async () => {
      const outcomes = await tenant.upsertAccounts([
        { ...crm('child'), name: 'Child', parent: crm('parent') },
        { ...crm('parent'), name: 'Parent', parent: crm('top') },
        { ...crm('top'), name: 'Top' },
      ]);
      expect(accepted(outcomes).map(({ row }) => row?.parent)).toEqual([
        { name: 'Parent' },
        { name: 'Top' },
        null,
      ]);
    });

    it('to a parent that is refused, or is not there, refuses the child and its children', async () => {
      const outcomes = await tenant.upsertAccounts([
        { ...crm('grandchild'), name: 'Grandchild', parent: crm('child') },
        { ...crm('child'), name: 'Child', parent: crm('parent') },
        { ...crm('parent'), name: '' },
        { ...crm('stray'), name: 'Stray', parent: crm('nowhere') },
        { ...crm('fine'), name: 'Fine' },
      ]);
      expect(said(outcomes)).toEqual([
        'REJECTED NOT_FOUND parent',
        'REJECTED NOT_FOUND parent',
        'REJECTED INVALID_INPUT name',
        'REJECTED NOT_FOUND parent',
        'CREATED',
      ]);
      expect(await names({})).toEqual(['Fine']);
    });

    it('to a parent may not close a circle, over stored accounts and new ones alike', async () => {
      await tenant.account('top');
      await tenant.account('middle', { parent: crm('top') });
      await tenant.account('low', { parent: crm('middle') });
      const broken = 'REJECTED RULE_BROKEN parent';
      expect(said(await tenant.upsertAccounts([{ ...crm('top'), parent: crm('low') }]))).toEqual([broken]);
      expect(said(await tenant.upsertAccounts([{ ...crm('top'), parent: crm('top') }]))).toEqual([broken]);
      const outcomes = await tenant.upsertAccounts([
        { ...crm('x'), name: 'X', parent: crm('y') },
        { ...crm('y'), name: 'Y', parent: crm('x') },
        { ...crm('below'), name: 'Below', parent: crm('x') },
      ]);
      expect(said(outcomes)).toEqual([broken, broken, 'REJECTED NOT_FOUND parent']);
      expect(await names({})).toEqual(['low', 'middle', 'top']);
    });

    it('may be turned round in one batch as long as no circle is left', async () => {
      await tenant.account('a');
      await tenant.account('b', { parent: crm('a') });
      const outcomes = await tenant.upsertAccounts([
        { ...crm('a'), parent: crm('b') },
        { ...crm('b'), parent: null },
      ]);
      expect(accepted(outcomes).map(({ row }) => row?.parent)).toEqual([{ name: 'b' }, null]);
    });
  });

  describe('a version', () => {
    it('that is no longer the newest refuses the item with CONFLICT', async () => {
      await tenant.account('a');
      accepted(await tenant.upsertAccounts([{ ...crm('a'), name: 'Second', expectedVersion: 1 }]));
      const outcomes = await tenant.upsertAccounts([{ ...crm('a'), name: 'Late', expectedVersion: 1 }]);
      expect(said(outcomes)).toEqual(['REJECTED CONFLICT expectedVersion']);
      expect(await names({})).toEqual(['Second']);
    });

    it('lets exactly one of several writers at once through', async () => {
      await tenant.account('a');
      const writes = await Promise.all(
        ['One', 'Two', 'Three', 'Four'].map((name) =>
          tenant.upsertAccounts([{ ...crm('a'), name, expectedVersion: 1 }]),
        ),
      );
      const statuses = writes.flatMap((outcomes) => said(outcomes).map((text) => text.slice(0, 17)));
      expect(statuses.sort()).toEqual([
        'REJECTED CONFLICT',
        'REJECTED CONFLICT',
        'REJECTED CONFLICT',
        'UPDATED',
      ]);
      const winner = writes.flat().find(({ status }) => status === 'UPDATED');
      expect(winner?.row?.version).toBe(2);
      expect(await names({})).toEqual([winner?.row?.name]);
    });
  });

  it('that two writers bring at once under one new external id become one account', async () => {
    const writes = await Promise.all(
      [1, 2, 3, 4].map(() => tenant.upsertAccounts([{ ...crm('same'), name: 'Same' }])),
    );
    expect(writes.flatMap(said).sort()).toEqual(['CREATED', 'UNCHANGED', 'UNCHANGED', 'UNCHANGED']);
    expect(new Set(writes.flat().map(({ row }) => row?.id)).size).toBe(1);
    expect(await names({})).toEqual(['Same']);
  });

  it('that two writers change at once in opposite order are not lost, or refused with CONFLICT', async () => {
    const ids = Array.from({ length: 40 }, (_, i) => `n${i}`);
    accepted(await tenant.upsertAccounts(ids.map((id) => ({ ...crm(id), name: id }))));
    const change = (order: string[], segment: string) =>
      tenant.upsertAccounts(order.map((id) => ({ ...crm(id), segment })));
    const [one, other] = await Promise.all([change(ids, 'One'), change([...ids].reverse(), 'Other')]);
    for (const outcomes of [one, other]) {
      for (const { status, error } of outcomes)
        expect([status, error?.code]).toEqual([
          expect.anything(),
          status === 'REJECTED' ? 'CONFLICT' : undefined,
        ]);
    }
    const written = [...one, ...other].filter(({ status }) => status === 'UPDATED').length;
    const { accounts } = await tenant.get<{ accounts: { nodes: { segment: string; version: number }[] } }>(
      '{ accounts(first: 100) { nodes { segment version } } }',
    );
    expect(accounts.nodes.reduce((sum, { version }) => sum + version - 1, 0)).toBe(written);
  });

  describe('a structure', () => {
    const imported = (input: object): Promise<unknown> =>
      tenant.within(async () => {
        const [outcome] = await service.app
          .get(AccountsService)
          .writeAccounts([{ ...crm('a'), ...input }], false, StatedBy.FIELD);
        return outcome?.status;
      });
    const structure = async () => {
      const { account } = await tenant.get<{ account: object }>(
        'query ($ref: RefInput!) { account(ref: $ref) { structure structureBasis } }',
        { ref: crm('a') },
      );
      return account;
    };

    it('that a person stated outlasts every import, and what a field stated does not', async () => {
      expect(await imported({ name: 'A', structure: 'HIERARCHICAL' })).toBe('CREATED');
      expect(await imported({ structure: 'FLAT' })).toBe('UPDATED');
      expect(await structure()).toEqual({ structure: 'FLAT', structureBasis: 'STATED' });
      accepted(await tenant.upsertAccounts([{ ...crm('a'), structure: 'HIERARCHICAL' }]));
      expect(await imported({ structure: 'FLAT' })).toBe('UNCHANGED');
      expect(await imported({ structure: null, segment: 'Rail' })).toBe('UPDATED');
      expect(await structure()).toEqual({ structure: 'HIERARCHICAL', structureBasis: 'STATED' });
    });

    it('that is taken back is open to imports again', async () => {
      await tenant.account('a', { structure: 'HIERARCHICAL' });
      accepted(await tenant.upsertAccounts([{ ...crm('a'), structure: 'UNKNOWN' }]));
      expect(await structure()).toEqual({ structure: 'UNKNOWN', structureBasis: null });
      expect(await imported({ structure: 'FLAT' })).toBe('UPDATED');
      expect(await structure()).toEqual({ structure: 'FLAT', structureBasis: 'STATED' });
    });
  });

  describe('the list', () => {
    beforeEach(async () => {
      accepted(
        await tenant.upsertAccounts([
          {
            name: '100% Rail',
            segment: 'Rail',
            structure: 'FLAT',
            ownerEmail: 'ann@strata.example',
            renewalOn: '2027-01-01',
          },
          { name: '1000 Sails', segment: 'rail', structure: 'HIERARCHICAL', renewalOn: '2027-01-02' },
          { name: 'a_b', kind: 'INTERNAL', ownerEmail: 'bob@strata.example' },
          { name: 'aXb', renewalOn: '2026-12-31' },
          { name: 'back\\slash' },
        ]),
      );
    });

    it.each<[object, string[]]>([
      [{ ownerEmail: 'ANN@strata.example' }, ['100% Rail']],
      [{ ownerEmail: 'nobody@strata.example' }, []],
      [{ segment: 'Rail' }, ['100% Rail']],
      [{ structure: 'HIERARCHICAL' }, ['1000 Sails']],
      [{ kind: 'INTERNAL' }, ['a_b']],
      [{ renewalBefore: '2027-01-01' }, ['aXb']],
      [{ renewalBefore: '2027-01-02' }, ['100% Rail', 'aXb']],
      [{ standing: ['SAFE'] }, []],
      [{ standing: ['UNKNOWN', 'SAFE'] }, ['100% Rail', '1000 Sails', 'a_b', 'aXb', 'back\\slash']],
      [{ segment: 'Rail', structure: 'HIERARCHICAL' }, []],
      [{ search: 'RAIL' }, ['100% Rail']],
      [{ search: '0%' }, ['100% Rail']],
      [{ search: 'a_b' }, ['a_b']],
      [{ search: '\\' }, ['back\\slash']],
      [{ search: '%' }, ['100% Rail']],
    ])('filtered by %j holds %j', async (filter, expected) => {
      expect((await names(filter)).sort()).toEqual([...expected].sort());
    });

    it('refuses a search that cannot be stored text', async () => {
      const query = 'query ($filter: AccountFilter) { accounts(filter: $filter) { totalCount } }';
      expect(await tenant.refusal(query, { filter: { search: 'a\0' } })).toMatchObject({
        code: 'INVALID_INPUT',
      });
      expect(await tenant.refusal(query, { filter: { search: 'x'.repeat(121) } })).toEqual({
        code: 'INVALID_INPUT',
        path: ['filter', 'search'],
      });
    });
  });
});
