import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';

interface Member {
  user: { email: string };
  ourFunction: string;
  leader: boolean;
  since: string;
  until: string | null;
  counterparts: { fullName: string }[];
}

const TEAM = 'team { user { email } ourFunction leader since until counterparts { fullName } }';
const ASSIGN = `mutation ($input: TeamMemberInput!) { assignTeamMember(input: $input) { name structure version ${TEAM} } }`;
const LEAVE = `mutation ($input: LeaveTeamInput!) { leaveTeam(input: $input) { ${TEAM} } }`;
const GAPS = `query ($ref: RefInput!) { account(ref: $ref) { teamGaps { hasLeader uncoveredFunctions
  withoutCounterpart { level stakeholder { fullName } }
  vacancies { endedOn keyRoles stakeholder { fullName } openProblems { title } commitments { promise } }
  teamVacancies { until user { email } commitments { promise } stakeholders { fullName } } } } }`;

interface Gaps {
  hasLeader: boolean;
  uncoveredFunctions: string[];
  withoutCounterpart: { level: string; stakeholder: { fullName: string } }[];
  vacancies: object[];
  teamVacancies: object[];
}

describe('our team on an account', () => {
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
    await tenant.people('acme', {
      max: { level: 'MANAGEMENT', roles: ['DECISION_MAKER'] },
      mia: { level: 'MANAGEMENT' },
      olga: { level: 'OPERATIONS' },
    });
  });

  const mail = (name: string): string => `${name}@strata.example`;
  const assign = async (name: string, ourFunction: string, more: object = {}): Promise<Member[]> => {
    const { assignTeamMember } = await tenant.get<{ assignTeamMember: { team: Member[] } }>(ASSIGN, {
      input: { account: crm('acme'), userEmail: mail(name), ourFunction, ...more },
    });
    return assignTeamMember.team;
  };
  const leave = async (name: string, more: object = {}): Promise<Member[]> => {
    const { leaveTeam } = await tenant.get<{ leaveTeam: { team: Member[] } }>(LEAVE, {
      input: { account: crm('acme'), userEmail: mail(name), ...more },
    });
    return leaveTeam.team;
  };
  const gaps = async (): Promise<Gaps> => {
    const { account } = await tenant.get<{ account: { teamGaps: Gaps } }>(GAPS, { ref: crm('acme') });
    return account.teamGaps;
  };
  const brief = (team: Member[]): string[] =>
    team.map(
      ({ user, leader, ourFunction: what }) => `${user.email.split('@')[0]} ${what}${leader ? ' leads' : ''}`,
    );

  it('has one leader: who takes the lead takes it over', async () => {
    await assign('ann', 'SALES', { leader: true });
    await assign('bob', 'SERVICE');
    expect(brief(await assign('cid', 'FIELD', { leader: true }))).toEqual([
      'cid FIELD leads',
      'ann SALES',
      'bob SERVICE',
    ]);
    await Promise.all(['ann', 'bob', 'cid'].map((name) => assign(name, 'SALES', { leader: true })));
    const team = await assign('dan', 'FINANCE');
    expect(team.filter(({ leader }) => leader)).toHaveLength(1);
    expect(team).toHaveLength(4);
  });

  it('has each of our people once: who is assigned again stands for something else', async () => {
    await assign('ann', 'SALES', { counterparts: [crm('max')], since: '2026-01-01' });
    const team = await assign('ann', 'SERVICE', { counterparts: [crm('mia'), crm('olga')] });
    expect(team).toEqual([
      {
        user: { email: mail('ann') },
        ourFunction: 'SERVICE',
        leader: false,
        since: '2026-01-01',
        until: null,
        counterparts: [{ fullName: 'mia' }, { fullName: 'olga' }],
      },
    ]);
    expect((await assign('ann', 'SERVICE'))[0]?.counterparts).toHaveLength(2);
    expect((await assign('ann', 'SERVICE', { counterparts: [] }))[0]?.counterparts).toEqual([]);
  });

  it('looks after people of the account only', async () => {
    await tenant.account('other');
    await tenant.people('other', { stranger: {} });
    const input = { account: crm('acme'), userEmail: mail('ann'), ourFunction: 'SALES' };
    expect(
      await tenant.refusal(ASSIGN, { input: { ...input, counterparts: [crm('max'), crm('stranger')] } }),
    ).toEqual({
      code: 'RULE_BROKEN',
      path: ['input', 'counterparts', '1'],
    });
    expect(await tenant.refusal(ASSIGN, { input: { ...input, account: crm('nowhere') } })).toEqual({
      code: 'NOT_FOUND',
      path: ['input', 'account'],
    });
    expect((await gaps()).hasLeader).toBe(false);
  });

  describe('when somebody leaves', () => {
    beforeEach(async () => {
      await assign('ann', 'SALES', {
        leader: true,
        counterparts: [crm('max'), crm('olga')],
        since: '2026-01-01',
      });
      for (const promise of ['Owed', 'Kept']) {
        const { makeCommitment } = await tenant.get<{ makeCommitment: { id: string } }>(
          'mutation ($input: MakeCommitmentInput!) { makeCommitment(input: $input) { id } }',
          {
            input: {
              account: crm('acme'),
              madeTo: [crm('max')],
              promise,
              dueOn: '2026-12-24',
              ownerEmail: mail('ann'),
            },
          },
        );
        if (promise === 'Owed') continue;
        await tenant.get(
          'mutation ($id: ID!) { settleCommitment(id: $id, status: KEPT, at: "2026-11-20T09:00:00Z") { id } }',
          {
            id: makeCommitment.id,
          },
        );
      }
      service.setClock('2026-11-21T09:00:00.000Z');
    });
    const owners = async (): Promise<Record<string, string | undefined>> => {
      const { account } = await tenant.get<{
        account: { commitments: { nodes: { promise: string; owner: { email: string } | null }[] } };
      }>(
        'query ($ref: RefInput!) { account(ref: $ref) { commitments { nodes { promise owner { email } } } } }',
        { ref: crm('acme') },
      );
      return Object.fromEntries(
        account.commitments.nodes.map(({ promise, owner }) => [promise, owner?.email]),
      );
    };

    it('the successor takes over function, lead, counterparts and open promises', async () => {
      await leave('ann', { until: '2026-11-20', successorEmail: mail('bob') });
      const team = await assign('cid', 'FIELD');
      expect(brief(team)).toEqual(['bob SALES leads', 'cid FIELD']);
      expect(team[0]).toMatchObject({
        since: '2026-11-21',
        counterparts: [{ fullName: 'max' }, { fullName: 'olga' }],
      });
      expect(await owners()).toEqual({ Owed: mail('bob'), Kept: mail('ann') });
      expect((await gaps()).teamVacancies).toEqual([]);
    });

    it('a successor who is there already keeps their function and adds what they take over', async () => {
      await assign('bob', 'SERVICE', { counterparts: [crm('mia')] });
      const team = await leave('ann', { until: '2026-11-20', successorEmail: mail('bob') });
      expect(brief(team)).toEqual(['bob SERVICE leads']);
      expect(team[0]?.counterparts.map(({ fullName }) => fullName).sort()).toEqual(['max', 'mia', 'olga']);
      expect((await gaps()).uncoveredFunctions).toEqual(['SALES']);
    });

    it('and nobody follows, what they leave stays visible as a vacancy', async () => {
      expect(await leave('ann', { until: '2026-11-20' })).toEqual([]);
      expect(await gaps()).toMatchObject({
        hasLeader: false,
        uncoveredFunctions: ['SALES', 'SERVICE'],
        teamVacancies: [
          {
            until: '2026-11-20',
            user: { email: mail('ann') },
            commitments: [{ promise: 'Owed' }],
            stakeholders: [{ fullName: 'max' }, { fullName: 'olga' }],
          },
        ],
      });
      expect(await owners()).toEqual({ Owed: mail('ann'), Kept: mail('ann') });
    });

    it('they were there, do not leave before they came, and do not follow themselves', async () => {
      const input = { account: crm('acme'), userEmail: mail('ann') };
      expect(await tenant.refusal(LEAVE, { input: { ...input, userEmail: mail('bob') } })).toEqual({
        code: 'NOT_FOUND',
        path: ['input', 'userEmail'],
      });
      expect(await tenant.refusal(LEAVE, { input: { ...input, until: '2025-12-31' } })).toEqual({
        code: 'INVALID_INPUT',
        path: ['input', 'until'],
      });
      expect(await tenant.refusal(LEAVE, { input: { ...input, successorEmail: mail('ann') } })).toEqual({
        code: 'RULE_BROKEN',
        path: ['input', 'successorEmail'],
      });
      expect(brief(await assign('cid', 'FIELD'))).toEqual(['ann SALES leads', 'cid FIELD']);
    });

    it('they may come back', async () => {
      await leave('ann', { until: '2026-11-20' });
      expect(brief(await assign('ann', 'SERVICE'))).toEqual(['ann SERVICE']);
      expect((await gaps()).teamVacancies).toEqual([]);
    });
  });

  it('has gaps: deciders nobody looks after, functions nobody covers, nobody who leads', async () => {
    expect(await gaps()).toMatchObject({ hasLeader: false, uncoveredFunctions: ['SALES', 'SERVICE'] });
    await assign('ann', 'SALES', { leader: true, counterparts: [crm('max')] });
    expect(await gaps()).toMatchObject({
      hasLeader: true,
      uncoveredFunctions: ['SERVICE'],
      withoutCounterpart: [{ level: 'MANAGEMENT', stakeholder: { fullName: 'mia' } }],
    });
    await tenant.upsertAccounts([{ ...crm('acme'), structure: 'FLAT' }]);
    expect((await gaps()).withoutCounterpart).toEqual([
      { level: 'OPERATIONS', stakeholder: { fullName: 'olga' } },
    ]);
  });

  it('shows the seat of a decision maker who left, with what was left behind, until somebody follows', async () => {
    await tenant.report('acme', ['max'], '2026-11-19T09:00:00Z');
    await tenant.get('mutation ($input: MakeCommitmentInput!) { makeCommitment(input: $input) { id } }', {
      input: { account: crm('acme'), madeTo: [crm('max')], promise: 'Owed', dueOn: '2026-12-24' },
    });
    await tenant.people('acme', { max: { endedOn: '2026-11-19' } });
    expect(await tenant.reasons('acme')).toContain('KEY_STAKEHOLDER_LEFT');
    expect((await gaps()).vacancies).toEqual([
      {
        endedOn: '2026-11-19',
        keyRoles: ['DECISION_MAKER'],
        stakeholder: { fullName: 'max' },
        openProblems: [{ title: 'Deliveries arrive late' }],
        commitments: [{ promise: 'Owed' }],
      },
    ]);
    await tenant.people('acme', { max: { successor: crm('mia') } });
    expect((await gaps()).vacancies).toEqual([]);
    expect(await tenant.reasons('acme')).not.toContain('KEY_STAKEHOLDER_LEFT');
  });
});
