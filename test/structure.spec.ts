import { accepted } from './outcomes.js';
import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';

const DECIDE = `mutation ($input: RecordDecisionInput!) { recordDecision(input: $input) {
  id subject decidedOn level approvals decidedBy { fullName } } }`;

interface Decision {
  id: string;
  level: string;
  decidedBy: { fullName: string } | null;
}

interface Shown {
  structure: string;
  structureBasis: string | null;
  version: number;
  assessment: { decidingLevels: string[] };
  structureEvidence: {
    inferred: string;
    share: number | null;
    signals: { kind: string; leaning: string; weight: number; ids: string[] }[];
  };
  decisions: { nodes: Decision[] };
}

describe('the structure of an account', () => {
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
    await tenant.people('acme', {
      max: { level: 'MANAGEMENT' },
      olga: { level: 'OPERATIONS' },
      otto: { level: 'OPERATIONS' },
    });
  });

  const decide = async (more: object): Promise<Decision> => {
    const input = { account: crm('acme'), subject: 'Renewal', decidedOn: '2026-11-01', ...more };
    return (await tenant.get<{ recordDecision: Decision }>(DECIDE, { input })).recordDecision;
  };
  const shown = async (): Promise<Shown> => {
    const { account } = await tenant.get<{ account: Shown }>(
      `query ($ref: RefInput!) { account(ref: $ref) { structure structureBasis version assessment { decidingLevels }
        structureEvidence { inferred share signals { kind leaning weight ids } } decisions { nodes { id level decidedBy { fullName } } } } }`,
      { ref: crm('acme') },
    );
    return account;
  };

  it('is inferred from three decisions taken at one level, and never from fewer', async () => {
    const decisions = [await decide({ decidedBy: crm('max') }), await decide({ level: 'MANAGEMENT' })];
    expect(await shown()).toMatchObject({
      structure: 'UNKNOWN',
      structureBasis: null,
      assessment: { decidingLevels: ['OPERATIONS', 'MANAGEMENT'] },
      structureEvidence: { inferred: 'UNKNOWN', share: 1 },
    });
    decisions.push(await decide({ decidedBy: crm('max'), approvals: 3 }));
    const after = await shown();
    expect(after).toMatchObject({
      structure: 'HIERARCHICAL',
      structureBasis: 'INFERRED',
      assessment: { decidingLevels: ['MANAGEMENT'] },
      structureEvidence: { inferred: 'HIERARCHICAL', share: 1 },
    });
    expect(after.structureEvidence.signals.flatMap(({ ids }) => ids).sort()).toEqual(
      decisions.map(({ id }) => id).sort(),
    );
  });

  it('is inferred from different kinds of evidence: decisions, who decides, a team opposite ours', async () => {
    await decide({ decidedBy: crm('olga') });
    await tenant.people('acme', { olga: { roles: ['DECISION_MAKER'] } });
    expect(await shown()).toMatchObject({ structure: 'UNKNOWN' });
    const assigned = await Promise.all(
      [
        ['ann', 'olga'],
        ['bob', 'otto'],
      ].map(([ours, theirs]) =>
        tenant.get<{ assignTeamMember: { structure: string; version: number } }>(
          'mutation ($input: TeamMemberInput!) { assignTeamMember(input: $input) { structure version } }',
          {
            input: {
              account: crm('acme'),
              userEmail: `${ours}@strata.example`,
              ourFunction: 'SERVICE',
              counterparts: [crm(theirs ?? '')],
            },
          },
        ),
      ),
    );
    const after = await shown();
    expect(after).toMatchObject({ structure: 'FLAT', structureBasis: 'INFERRED', version: 2 });
    expect(assigned.map(({ assignTeamMember }) => assignTeamMember.structure).sort()).toEqual([
      'FLAT',
      'UNKNOWN',
    ]);
    expect(after.structureEvidence.signals.map(({ kind }) => kind).sort()).toEqual([
      'DECISION',
      'DECISION_MAKERS',
      'OPPOSITE_TEAM',
    ]);
  });

  it('stays unknown when the evidence points both ways, which is listed', async () => {
    for (const level of ['MANAGEMENT', 'OPERATIONS', 'MANAGEMENT', 'OPERATIONS']) await decide({ level });
    const { structure, structureEvidence } = await shown();
    expect(structure).toBe('UNKNOWN');
    expect(structureEvidence).toMatchObject({ inferred: 'UNKNOWN', share: 0.5 });
    expect(structureEvidence.signals.map(({ leaning }) => leaning).sort()).toEqual([
      'FLAT',
      'FLAT',
      'HIERARCHICAL',
      'HIERARCHICAL',
    ]);
  });

  it('that was stated is never overruled by what was observed, though that is shown', async () => {
    accepted(await tenant.upsertAccounts([{ ...crm('acme'), structure: 'FLAT' }]));
    for (let i = 0; i < 4; i += 1) await decide({ level: 'MANAGEMENT' });
    expect(await shown()).toMatchObject({
      structure: 'FLAT',
      structureBasis: 'STATED',
      structureEvidence: { inferred: 'HIERARCHICAL' },
    });
    const [taken] = await tenant.upsertAccounts([{ ...crm('acme'), structure: null }]);
    const after = await shown();
    expect(after).toMatchObject({ structure: 'HIERARCHICAL', structureBasis: 'INFERRED' });
    expect(taken?.row).toMatchObject({
      structure: 'HIERARCHICAL',
      structureBasis: 'INFERRED',
      version: after.version,
    });
  });

  it('follows a reorganisation, and a past day keeps the structure of its time', async () => {
    for (let i = 0; i < 3; i += 1) await decide({ level: 'MANAGEMENT' });
    service.setClock('2027-06-01T09:00:00.000Z');
    for (let i = 0; i < 9; i += 1) await decide({ level: 'OPERATIONS', decidedOn: '2027-05-30' });
    expect(await shown()).toMatchObject({
      structure: 'FLAT',
      assessment: { decidingLevels: ['OPERATIONS'] },
    });
    expect(await tenant.judged('acme', '2026-11-20')).toMatchObject({ decidingLevels: ['MANAGEMENT'] });
    expect(await tenant.judged('acme', '2027-05-31')).toMatchObject({ decidingLevels: ['MANAGEMENT'] });
    const levels = (await tenant.history('acme')).map(({ decidingLevels }) => decidingLevels.join('+'));
    expect(levels[0]).toBe('OPERATIONS');
    expect(levels).toContain('MANAGEMENT');
    expect(levels.at(-1)).toBe('OPERATIONS+MANAGEMENT');
  });

  it('is forgotten when its evidence has grown old', async () => {
    for (let i = 0; i < 3; i += 1) await decide({ level: 'MANAGEMENT' });
    service.setClock('2028-11-02T09:00:00.000Z');
    await service.sweep();
    expect(await shown()).toMatchObject({
      structure: 'UNKNOWN',
      structureBasis: null,
      structureEvidence: { signals: [], share: null },
    });
  });

  describe('a decision', () => {
    it('counts at the level its maker held on that day', async () => {
      expect(await decide({ decidedBy: crm('olga') })).toMatchObject({
        level: 'OPERATIONS',
        decidedBy: { fullName: 'olga' },
      });
      await tenant.people('acme', { olga: { level: 'MANAGEMENT', levelSince: '2026-11-10' } });
      expect((await decide({ decidedBy: crm('olga'), decidedOn: '2026-11-09' })).level).toBe('OPERATIONS');
      expect((await decide({ decidedBy: crm('olga'), decidedOn: '2026-11-10' })).level).toBe('MANAGEMENT');
      const days = await tenant.get<{ account: { decisions: { nodes: { decidedOn: string }[] } } }>(
        'query ($ref: RefInput!) { account(ref: $ref) { decisions { nodes { decidedOn } } } }',
        { ref: crm('acme') },
      );
      expect(days.account.decisions.nodes.map(({ decidedOn }) => decidedOn)).toEqual([
        '2026-11-10',
        '2026-11-09',
        '2026-11-01',
      ]);
    });

    it.each<[string, object, object]>([
      [
        'to come',
        { level: 'MANAGEMENT', decidedOn: '2026-11-21' },
        { code: 'INVALID_INPUT', path: ['input', 'decidedOn'] },
      ],
      ['of nobody at no level', {}, { code: 'INVALID_INPUT', path: ['input', 'level'] }],
      [
        'of a stranger',
        { decidedBy: crm('stranger') },
        { code: 'RULE_BROKEN', path: ['input', 'decidedBy'] },
      ],
      [
        'with too many approvals',
        { level: 'MANAGEMENT', approvals: 51 },
        { code: 'INVALID_INPUT', path: ['input', 'approvals'] },
      ],
      [
        'without a subject',
        { level: 'MANAGEMENT', subject: '' },
        { code: 'INVALID_INPUT', path: ['input', 'subject'] },
      ],
    ])('%s is refused', async (_, more, refusal) => {
      await tenant.account('other');
      await tenant.people('other', { stranger: {} });
      const input = { account: crm('acme'), subject: 'Renewal', decidedOn: '2026-11-01', ...more };
      expect(await tenant.refusal(DECIDE, { input })).toEqual(refusal);
      expect((await shown()).decisions.nodes).toEqual([]);
    });
  });

  it('keeps what it was taken for before, so that a reorganisation can be seen', async () => {
    service.setClock('2026-11-21T09:00:00.000Z');
    for (let taken = 0; taken < 3; taken += 1) await decide({ decidedBy: crm('max') });
    service.setClock('2026-11-22T09:00:00.000Z');
    await tenant.account('acme', { structure: 'FLAT' });
    await tenant.account('acme', { segment: 'Steel' });
    const { account } = await tenant.get<{ account: object }>(
      'query ($ref: RefInput!) { account(ref: $ref) { structureHistory { structure basis since } } }',
      { ref: crm('acme') },
    );
    expect(account).toEqual({
      structureHistory: [
        { structure: 'UNKNOWN', basis: null, since: '2026-11-20T09:00:00.000Z' },
        { structure: 'HIERARCHICAL', basis: 'INFERRED', since: '2026-11-21T09:00:00.000Z' },
        { structure: 'FLAT', basis: 'STATED', since: '2026-11-22T09:00:00.000Z' },
      ],
    });
  });
});
