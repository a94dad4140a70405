import { StatedBy } from '../src/domain/terms.js';
import type { StakeholderInput } from '../src/stakeholders/stakeholders.inputs.js';
import { StakeholdersService } from '../src/stakeholders/stakeholders.service.js';
import { accepted, said } from './outcomes.js';
import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';
import type { SeatRow } from './tenant-rows.js';

interface Seat extends SeatRow {
  levelSignals: { source: string; says: string; because: string; words: string }[];
  reportsTo: { fullName: string } | null;
  successor: { fullName: string } | null;
  account: { name: string };
  answers: { nodes: { level: string; score: number }[] };
}

const SEAT = `query ($ref: RefInput!) { stakeholder(ref: $ref) { id fullName email title level levelBasis roles
  startedOn endedOn version levelSignals { source says because words } reportsTo { fullName } successor { fullName }
  account { name } answers { nodes { level score } } } }`;

describe('stakeholders', () => {
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
    await tenant.account('bank', { segment: 'Banking' });
  });

  const seat = async (ref: object): Promise<Seat> => {
    const { stakeholder } = await tenant.get<{ stakeholder: Seat }>(SEAT, { ref });
    return stakeholder;
  };
  const change = async (id: string, more: object, account = 'acme'): Promise<void> => {
    accepted(await tenant.upsertStakeholders([{ ...crm(id), account: crm(account), ...more }]));
  };
  const imported = (id: string, more: object, account = 'acme'): Promise<unknown> =>
    tenant.within(async () => {
      const input = { ...crm(id), account: crm(account), ...more } as StakeholderInput;
      const [outcome] = await service.app
        .get(StakeholdersService)
        .writeStakeholders([input], false, StatedBy.FIELD);
      return outcome?.status;
    });
  const known = async (account: string): Promise<Record<string, number>> => {
    const { levels } = await tenant.stored(account);
    return Object.fromEntries(levels.map((level) => [level.level, level.known]));
  };

  describe('a level that nobody stated', () => {
    it('is read from the job title, with the words that decided', async () => {
      await tenant.people('acme', {
        a: { title: 'Chief Executive Officer' },
        b: { title: 'Technician' },
        c: {},
      });
      expect(await seat(crm('a'))).toMatchObject({ level: 'MANAGEMENT', levelBasis: 'INFERRED' });
      expect(await seat(crm('b'))).toMatchObject({
        level: 'OPERATIONS',
        levelBasis: 'INFERRED',
        levelSignals: [expect.objectContaining({ source: 'TITLE', says: 'OPERATIONS' })],
      });
      expect(await seat(crm('c'))).toMatchObject({ level: 'UNKNOWN', levelBasis: null, levelSignals: [] });
      expect(await known('acme')).toMatchObject({ OPERATIONS: 1, MANAGEMENT: 1 });
    });

    it('rises with the first report and falls when the last one has left', async () => {
      await tenant.people('acme', { boss: {} });
      expect(await seat(crm('boss'))).toMatchObject({ level: 'UNKNOWN' });
      await tenant.people('acme', { worker: { title: 'Technician', reportsTo: crm('boss') } });
      expect(await seat(crm('boss'))).toMatchObject({
        level: 'MANAGEMENT',
        levelBasis: 'INFERRED',
        levelSignals: [expect.objectContaining({ source: 'REPORTING_LINE', because: 'HAS_REPORTS' })],
      });
      expect(await known('acme')).toMatchObject({ MANAGEMENT: 1 });
      await change('worker', { endedOn: '2026-11-19' });
      expect(await seat(crm('boss'))).toMatchObject({ level: 'UNKNOWN', levelBasis: null });
      expect(await known('acme')).toMatchObject({ MANAGEMENT: 0 });
    });

    it('of a boss who comes after their report in the same batch counts the report', async () => {
      await tenant.people('acme', { worker: { reportsTo: crm('boss') }, boss: {} });
      expect(await seat(crm('boss'))).toMatchObject({ level: 'MANAGEMENT' });
    });

    it('means less for a vice president of a bank', async () => {
      await tenant.people('acme', { vp: { title: 'Vice President' } });
      await tenant.people('bank', { bankVp: { title: 'Vice President' } });
      expect(await seat(crm('vp'))).toMatchObject({ level: 'MANAGEMENT' });
      expect(await seat(crm('bankVp'))).toMatchObject({ level: 'UNKNOWN' });
    });
  });

  describe('a level that was stated', () => {
    it('beats title and reporting line, and outlasts every import', async () => {
      await tenant.people('acme', { a: { title: 'Chief Executive Officer', level: 'OPERATIONS' } });
      expect(await seat(crm('a'))).toMatchObject({
        level: 'OPERATIONS',
        levelBasis: 'STATED',
        levelSignals: [],
      });
      expect(await imported('a', { title: 'Managing Director', level: 'MANAGEMENT' })).toBe('UPDATED');
      expect(await imported('a', { level: null })).toBe('UNCHANGED');
      expect(await seat(crm('a'))).toMatchObject({
        title: 'Managing Director',
        level: 'OPERATIONS',
        levelBasis: 'STATED',
      });
    });

    it('by a field is overruled by a person, and by a later field', async () => {
      expect(await imported('a', { fullName: 'A', level: 'MANAGEMENT' })).toBe('CREATED');
      expect(await imported('a', { level: 'OPERATIONS' })).toBe('UPDATED');
      expect(await seat(crm('a'))).toMatchObject({ level: 'OPERATIONS', levelBasis: 'STATED' });
      await change('a', { level: 'MANAGEMENT' });
      expect(await imported('a', { level: 'OPERATIONS' })).toBe('UNCHANGED');
    });

    it.each([null, 'UNKNOWN'])('is taken back by %s, and inferred again', async (level) => {
      await tenant.people('acme', { a: { title: 'Chief Executive Officer', level: 'OPERATIONS' } });
      await change('a', { level });
      expect(await seat(crm('a'))).toMatchObject({ level: 'MANAGEMENT', levelBasis: 'INFERRED' });
    });
  });

  describe('an answer counts under the level held when it was given', () => {
    const scores = async (): Promise<Record<string, number | null>> => {
      const { levels } = await tenant.stored('acme');
      return Object.fromEntries(levels.map(({ level, score }) => [level, score]));
    };

    it('so a promotion leaves it where it was given', async () => {
      await tenant.people('acme', { a: { level: 'OPERATIONS' } });
      await tenant.answer('a', 10, '2026-11-01T09:00:00Z');
      service.setClock('2026-11-21T09:00:00.000Z');
      await change('a', { level: 'MANAGEMENT' });
      await tenant.answer('a', 2, '2026-11-21T08:59:59.999Z');
      service.setClock('2026-11-22T09:00:00.000Z');
      expect(await scores()).toMatchObject({ MANAGEMENT: null });
      await tenant.answer('a', 3, '2026-11-21T09:00:00Z');
      expect((await seat(crm('a'))).answers.nodes).toEqual([
        { level: 'MANAGEMENT', score: 30 },
        { level: 'OPERATIONS', score: 20 },
        { level: 'OPERATIONS', score: 100 },
      ]);
      expect(await scores()).toMatchObject({ MANAGEMENT: 30 });
    });

    it('and a first statement counts for the whole past, unless it says since when', async () => {
      await tenant.people('acme', { a: {}, b: { level: 'OPERATIONS' } });
      await tenant.answer('a', 4, '2026-10-01T09:00:00Z');
      await tenant.answer('b', 4, '2026-10-01T09:00:00Z');
      await change('a', { level: 'MANAGEMENT' });
      expect((await seat(crm('a'))).answers.nodes).toEqual([{ level: 'MANAGEMENT', score: 40 }]);
      await change('b', { level: 'MANAGEMENT', levelSince: '2026-10-02' });
      expect((await seat(crm('b'))).answers.nodes).toEqual([{ level: 'OPERATIONS', score: 40 }]);
      await change('b', { level: 'MANAGEMENT', levelSince: '2026-10-01' });
      expect((await seat(crm('b'))).answers.nodes).toEqual([{ level: 'MANAGEMENT', score: 40 }]);
      expect(await scores()).toMatchObject({ MANAGEMENT: 40 });
    });
  });

  describe('a person', () => {
    it('of the same name and address at two accounts is one: a correction at one shows at both', async () => {
      await tenant.people('acme', { a: { fullName: 'Ann Ash', email: 'ann@Ash.example' } });
      await tenant.people('bank', { b: { fullName: 'ann  ash', email: 'ann@ash.example' } });
      await change('b', { fullName: 'Ann Birch' }, 'bank');
      expect((await seat(crm('a'))).fullName).toBe('Ann Birch');
    });

    it.each([
      ['name', { fullName: 'Ann Ash', email: 'other@ash.example' }],
      ['address', { fullName: 'Bob Ash', email: 'ann@ash.example' }],
      ['name and no address', { fullName: 'Ann Ash' }],
    ])('of the same %s only is another one', async (_, other) => {
      await tenant.people('acme', { a: { fullName: 'Ann Ash', email: 'ann@ash.example' } });
      await tenant.people('bank', { b: other });
      await change('b', { fullName: 'Someone Else' }, 'bank');
      expect((await seat(crm('a'))).fullName).toBe('Ann Ash');
    });

    it('who is renamed is called so wherever a judgement names them', async () => {
      await tenant.people('acme', {
        a: { fullName: 'Ann Ash', email: 'ann@ash.example', level: 'OPERATIONS' },
      });
      await tenant.people('bank', {
        b: { fullName: 'Ann Ash', email: 'ann@ash.example', level: 'OPERATIONS' },
      });
      expect((await tenant.stored('acme')).divergence.nextAction).toContain('Ann Ash');
      await change('b', { fullName: 'Ann Birch' }, 'bank');
      expect((await tenant.stored('bank')).divergence.nextAction).toContain('Ann Birch');
      expect((await tenant.stored('acme')).divergence.nextAction).toContain('Ann Birch');
    });

    it('who is known by the same external id at another account has moved: answers stay where they were given', async () => {
      await tenant.people('acme', {
        boss: {},
        a: { fullName: 'Ann Ash', reportsTo: crm('boss'), level: 'OPERATIONS' },
      });
      await tenant.answer('a', 8, '2026-11-01T09:00:00Z');
      const { id: oldId } = await seat(crm('a'));
      service.setClock('2026-11-25T09:00:00.000Z');
      const [moved] = await tenant.upsertStakeholders([
        { ...crm('a'), account: crm('bank'), title: 'Technician', startedOn: '2026-11-25' },
      ]);
      expect(moved).toMatchObject({
        status: 'UPDATED',
        row: { fullName: 'Ann Ash', title: 'Technician', endedOn: null },
      });
      expect(moved?.row?.id).not.toBe(oldId);
      expect(await seat(crm('a'))).toMatchObject({ account: { name: 'bank' }, answers: { nodes: [] } });
      expect(await seat({ id: oldId })).toMatchObject({
        account: { name: 'acme' },
        endedOn: '2026-11-25',
        answers: { nodes: [{ score: 80 }] },
      });
      expect(await seat(crm('boss'))).toMatchObject({ level: 'UNKNOWN' });
      service.setClock('2026-11-26T09:00:00.000Z');
      await service.sweep();
      expect([await known('acme'), await known('bank')]).toMatchObject([
        { OPERATIONS: 0 },
        { OPERATIONS: 1 },
      ]);
      await change('a', { fullName: 'Ann Birch' }, 'bank');
      expect((await seat({ id: oldId })).fullName).toBe('Ann Birch');
    });

    it('cannot be moved by our id, which is the id of the seat', async () => {
      const { a } = await tenant.people('acme', { a: {} });
      const outcomes = await tenant.upsertStakeholders([{ id: a, account: crm('bank'), fullName: 'A' }]);
      expect(said(outcomes)).toEqual(['REJECTED RULE_BROKEN account']);
    });
  });

  describe('a reference to a colleague', () => {
    it('names a successor of the same account only', async () => {
      await tenant.people('acme', { a: {}, b: {} });
      await tenant.people('bank', { c: {} });
      expect(
        said(
          await tenant.upsertStakeholders([
            { ...crm('a'), account: crm('acme'), endedOn: '2026-11-19', successor: crm('b') },
            { ...crm('b'), account: crm('acme'), successor: crm('c') },
            { ...crm('b'), account: crm('acme'), successor: crm('nobody') },
          ]),
        ),
      ).toEqual(['UPDATED', 'REJECTED RULE_BROKEN successor', 'REJECTED NOT_FOUND successor']);
      expect((await seat(crm('a'))).successor).toEqual({ fullName: 'b' });
    });

    it('never leads back to oneself', async () => {
      await tenant.people('acme', { a: {}, b: { reportsTo: crm('a') }, c: { reportsTo: crm('b') } });
      const boss = (id: string, of: string) => ({
        ...crm(id),
        account: crm('acme'),
        fullName: id,
        reportsTo: crm(of),
      });
      expect(said(await tenant.upsertStakeholders([boss('a', 'c')]))).toEqual([
        'REJECTED RULE_BROKEN reportsTo',
      ]);
      expect(said(await tenant.upsertStakeholders([boss('a', 'a')]))).toEqual([
        'REJECTED RULE_BROKEN reportsTo',
      ]);
      expect(said(await tenant.upsertStakeholders([boss('x', 'y'), boss('y', 'x'), boss('z', 'x')]))).toEqual(
        ['REJECTED RULE_BROKEN reportsTo', 'REJECTED RULE_BROKEN reportsTo', 'REJECTED NOT_FOUND reportsTo'],
      );
      expect(await seat(crm('z'))).toBeNull();
    });

    it('who is refused refuses those who name them', async () => {
      const outcomes = await tenant.upsertStakeholders([
        { ...crm('a'), account: crm('acme'), fullName: 'A', reportsTo: crm('b') },
        { ...crm('b'), account: crm('acme'), fullName: '' },
        { ...crm('c'), account: crm('nowhere'), fullName: 'C' },
      ]);
      expect(said(outcomes)).toEqual([
        'REJECTED NOT_FOUND reportsTo',
        'REJECTED INVALID_INPUT fullName',
        'REJECTED NOT_FOUND account',
      ]);
    });
  });

  describe('a seat', () => {
    it('that has ended is shown only to those who ask for former ones', async () => {
      await tenant.people('acme', {
        gone: { endedOn: '2026-11-19', level: 'OPERATIONS' },
        lastDay: { endedOn: '2026-11-20', level: 'OPERATIONS' },
        here: { level: 'MANAGEMENT' },
      });
      const list = async (args: string): Promise<string[]> => {
        const { account } = await tenant.get<{
          account: { stakeholders: { nodes: { fullName: string }[] } };
        }>(`query ($ref: RefInput!) { account(ref: $ref) { stakeholders${args} { nodes { fullName } } } }`, {
          ref: crm('acme'),
        });
        return account.stakeholders.nodes.map(({ fullName }) => fullName);
      };
      expect(await list('')).toEqual(['lastDay', 'here']);
      expect(await list('(level: OPERATIONS)')).toEqual(['lastDay']);
      expect(await list('(includeFormer: true)')).toEqual(['gone', 'lastDay', 'here']);
      expect(await known('acme')).toMatchObject({ OPERATIONS: 1, MANAGEMENT: 1 });
    });

    it('does not end before it began', async () => {
      await tenant.people('acme', { a: { startedOn: '2026-11-10' } });
      const outcomes = await tenant.upsertStakeholders([
        { ...crm('a'), account: crm('acme'), endedOn: '2026-11-09' },
        { ...crm('b'), account: crm('acme'), fullName: 'B', startedOn: '2026-11-10', endedOn: '2026-11-09' },
        { ...crm('a'), account: crm('acme'), endedOn: '2026-11-10' },
      ]);
      expect(said(outcomes)).toEqual([
        'REJECTED INVALID_INPUT endedOn',
        'REJECTED INVALID_INPUT endedOn',
        'UPDATED',
      ]);
    });

    it('keeps its fields when they are left out and loses them to null', async () => {
      const full = {
        title: 'Technician',
        email: 'a@b.example',
        roles: ['CHAMPION', 'DECISION_MAKER'],
        startedOn: '2026-01-01',
        endedOn: '2026-12-31',
      };
      await tenant.people('acme', { a: { ...full, roles: ['DECISION_MAKER', 'CHAMPION', 'CHAMPION'] } });
      expect(said(await tenant.upsertStakeholders([{ ...crm('a'), account: crm('acme') }]))).toEqual([
        'UNCHANGED',
      ]);
      expect(await seat(crm('a'))).toMatchObject({ ...full, version: 1 });
      await change('a', { title: null, email: null, roles: null, startedOn: null, endedOn: null });
      expect(await seat(crm('a'))).toMatchObject({
        title: null,
        email: null,
        roles: [],
        startedOn: null,
        endedOn: null,
        level: 'UNKNOWN',
      });
    });
  });

  describe('a batch', () => {
    it('answers per item and in order, and writes who is named twice twice', async () => {
      const { a } = await tenant.people('acme', { a: {} });
      const item = (id: string, more: object = {}) => ({ ...crm(id), account: crm('acme'), ...more });
      const outcomes = await tenant.upsertStakeholders([
        item('a', { title: 'Clerk' }),
        item('new', { fullName: 'New' }),
        item('bad', { fullName: ' ' }),
        { id: a, account: crm('acme'), title: 'Technician' },
        item('new', { fullName: 'Newer' }),
        item('a'),
        { id: '01890000-0000-7000-8000-00000000dead', account: crm('acme'), fullName: 'Nobody' },
      ]);
      expect(outcomes.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6]);
      expect(said(outcomes)).toEqual([
        'UPDATED',
        'CREATED',
        'REJECTED INVALID_INPUT fullName',
        'UPDATED',
        'UPDATED',
        'UNCHANGED',
        'REJECTED NOT_FOUND id',
      ]);
      expect(await seat(crm('a'))).toMatchObject({ title: 'Technician', version: 3 });
      expect(await seat(crm('new'))).toMatchObject({ fullName: 'Newer' });
    });

    it('moves somebody who is sent to two accounts to the last of them', async () => {
      await tenant.people('acme', { a: { fullName: 'Ann' } });
      await tenant.account('third');
      const outcomes = await tenant.upsertStakeholders([
        { ...crm('a'), account: crm('bank') },
        { ...crm('a'), account: crm('third') },
      ]);
      expect(said(outcomes)).toEqual(['UPDATED', 'UPDATED']);
      expect(await seat(crm('a'))).toMatchObject({ fullName: 'Ann', account: { name: 'third' } });
      expect(await seat({ id: outcomes[0]?.row?.id })).toMatchObject({ endedOn: '2026-11-20' });
    });

    it('is undone as a whole when it is atomic', async () => {
      await tenant.people('acme', { a: { fullName: 'Ann' } });
      const outcomes = await tenant.upsertStakeholders(
        [
          { ...crm('a'), account: crm('acme'), fullName: 'Renamed' },
          { ...crm('b'), account: crm('nowhere'), fullName: 'B' },
        ],
        true,
      );
      expect(said(outcomes)).toEqual(['REJECTED RULE_BROKEN', 'REJECTED NOT_FOUND account']);
      expect((await seat(crm('a'))).fullName).toBe('Ann');
    });

    it('with an outdated version is refused with CONFLICT', async () => {
      await tenant.people('acme', { a: {} });
      await change('a', { title: 'Clerk', expectedVersion: 1 });
      const outcomes = await tenant.upsertStakeholders([
        { ...crm('a'), account: crm('acme'), title: 'Late', expectedVersion: 1 },
      ]);
      expect(said(outcomes)).toEqual(['REJECTED CONFLICT expectedVersion']);
      expect((await seat(crm('a'))).title).toBe('Clerk');
    });

    it('that several writers bring at once makes one stakeholder of one external id', async () => {
      const writes = await Promise.all(
        [1, 2, 3].map(() =>
          tenant.upsertStakeholders([{ ...crm('same'), account: crm('acme'), fullName: 'Same' }]),
        ),
      );
      expect(writes.flatMap(said).sort()).toEqual(['CREATED', 'UNCHANGED', 'UNCHANGED']);
    });

    it('takes 200 people and not one more', async () => {
      const people = Array.from({ length: 201 }, (_, i) => ({
        ...crm(`n${i}`),
        account: crm('acme'),
        fullName: 'N',
      }));
      const query =
        'mutation ($people: [StakeholderInput!]!) { upsertStakeholders(stakeholders: $people) { results { status } } }';
      expect(await tenant.refusal(query, { people })).toMatchObject({ code: 'LIMIT_EXCEEDED' });
      accepted(await tenant.upsertStakeholders(people.slice(0, 200)));
    });
  });
});
