import { TestService } from './service.js';

const ACCOUNT = { external: { system: 'crm', id: 'acme' } };
const OPERATOR = { external: { system: 'crm', id: 'olga' } };
const MANAGER = { external: { system: 'crm', id: 'max' } };

interface Judged {
  account: {
    id: string;
    assessment: {
      standing: string;
      divergence: { grade: string; cause: string | null; direction: string; nextAction: string | null };
      reasons: { code: string; summary: string; weight: number; evidence: { kind: string; id: string }[] }[];
    };
    flags: { nodes: { id: string; code: string; status: string; history: { step: string }[] }[] };
  };
}

const JUDGED = `query ($ref: RefInput!) { account(ref: $ref) { id
  assessment { standing divergence { grade cause direction nextAction } reasons { code summary weight evidence { kind id } } }
  flags(status: [OPEN, ACKNOWLEDGED, SNOOZED, CLOSED]) { nodes { id code status history { step } } } } }`;

describe('from a problem to its recovery, without a single survey answer', () => {
  let service: TestService;
  let key: string;

  beforeEach(async () => {
    service = await TestService.start();
    service.setClock('2026-03-01T09:00:00.000Z');
    ({ key } = await service.createTenant());
  });
  afterEach(() => service.stop());

  async function createAccount(structure: 'HIERARCHICAL' | 'FLAT'): Promise<void> {
    await service.get(
      key,
      `mutation ($structure: OrganisationStructure!) { upsertAccounts(accounts: [{external: {system: "crm", id: "acme"},
         name: "Acme", structure: $structure, annualValue: {amount: "120000", currency: "EUR"}}]) { results { status } } }`,
      { structure },
    );
    await service.get(
      key,
      `mutation { upsertStakeholders(stakeholders: [
        {external: {system: "crm", id: "olga"}, account: {external: {system: "crm", id: "acme"}}, fullName: "Olga Ops", level: OPERATIONS},
        {external: {system: "crm", id: "max"}, account: {external: {system: "crm", id: "acme"}}, fullName: "Max Manager", level: MANAGEMENT, roles: [DECISION_MAKER]},
        {external: {system: "crm", id: "mia"}, account: {external: {system: "crm", id: "acme"}}, fullName: "Mia Manager", level: MANAGEMENT}
      ]) { results { status error { message } } } }`,
    );
  }

  async function reportProblem(): Promise<string> {
    const { reportProblem } = await service.get<{ reportProblem: { problem: { id: string } } }>(
      key,
      `mutation ($input: ReportProblemInput!) { reportProblem(input: $input) { problem { id } } }`,
      {
        input: {
          account: ACCOUNT,
          title: 'Deliveries arrive late',
          severity: 'HIGH',
          occurredAt: '2026-02-20T08:00:00Z',
          reportedBy: [OPERATOR],
        },
      },
    );
    return reportProblem.problem.id;
  }

  const judge = async (): Promise<Judged['account']> =>
    (await service.get<Judged>(key, JUDGED, { ref: ACCOUNT })).account;

  const tell = (problem: string, knowledge: string, at: string, stakeholders: object[]) =>
    service.get(
      key,
      `mutation ($input: RecordKnowledgeInput!) { recordKnowledge(input: $input) { problem { id } } }`,
      {
        input: { problem: { id: problem }, stakeholders, knowledge, at },
      },
    );

  const resolve = (problem: string, at: string) =>
    service.get(
      key,
      `mutation ($id: ID!, $at: DateTime!) { resolveProblem(problem: {id: $id}, resolvedAt: $at, resolution: "New carrier") { problem { status } } }`,
      { id: problem, at },
    );

  it('flags a management that heard of the trouble and never of its end, and lets go once they are told', async () => {
    await createAccount('HIERARCHICAL');
    const problem = await reportProblem();
    expect((await judge()).assessment.reasons.map(({ code }) => code)).toContain('PROBLEM_OPEN');

    service.setClock('2026-03-02T09:00:00.000Z');
    await tell(problem, 'TOLD_OF_PROBLEM', '2026-03-01T15:00:00Z', [MANAGER]);
    service.setClock('2026-03-05T09:00:00.000Z');
    await resolve(problem, '2026-03-04T12:00:00Z');
    await tell(problem, 'CONFIRMED_SOLVED', '2026-03-04T13:00:00Z', [OPERATOR]);

    const untold = await judge();
    expect(untold.assessment.divergence).toMatchObject({
      grade: 'FACT',
      cause: 'RESOLUTION_UNTOLD',
      direction: 'OPERATIONS_HIGHER',
    });
    expect(untold.assessment.divergence.nextAction).toContain('Max Manager');
    const reason = untold.assessment.reasons.find(({ code }) => code === 'RESOLUTION_UNTOLD');
    expect(reason?.weight).toBe(0.3);
    expect(reason?.evidence).toContainEqual({ kind: 'problem', id: problem });
    expect(untold.flags.nodes.find(({ code }) => code === 'RESOLUTION_UNTOLD')?.status).toBe('OPEN');

    const gaps = await service.get<{ knowledgeGaps: { nodes: object[] } }>(
      key,
      '{ knowledgeGaps { totalCount nodes { level since problem { title } untold { fullName } } } }',
    );
    expect(gaps.knowledgeGaps).toMatchObject({
      totalCount: 1,
      nodes: [
        {
          level: 'MANAGEMENT',
          since: '2026-03-04T12:00:00.000Z',
          problem: { title: 'Deliveries arrive late' },
          untold: [{ fullName: 'Max Manager' }],
        },
      ],
    });

    service.setClock('2026-03-06T17:00:00.000Z');
    const { logInteraction } = await service.get<{ logInteraction: { account: Judged['account'] } }>(
      key,
      `mutation ($input: LogInteractionInput!) { logInteraction(input: $input) { account { assessment { divergence { grade } reasons { code } } } } }`,
      {
        input: {
          account: ACCOUNT,
          stakeholders: [MANAGER],
          channel: 'MEETING',
          occurredAt: '2026-03-06T10:00:00Z',
          told: [{ problem: { id: problem }, knowledge: 'TOLD_OF_RESOLUTION' }],
        },
      },
    );
    expect(logInteraction.account.assessment.reasons.map(({ code }) => code)).not.toContain(
      'RESOLUTION_UNTOLD',
    );
    expect(logInteraction.account.assessment.divergence.grade).not.toBe('FACT');

    const before = (await judge()).flags.nodes.find(({ code }) => code === 'RESOLUTION_UNTOLD');
    expect(before?.status).toBe('OPEN');
    service.setClock('2026-03-14T17:00:01.000Z');
    await service.sweep();
    const after = (await judge()).flags.nodes.find(({ code }) => code === 'RESOLUTION_UNTOLD');
    expect(after).toMatchObject({ status: 'CLOSED', history: [{ step: 'OPENED' }, { step: 'CLOSED' }] });
  });

  it('raises nothing for the management of a flat account that never knew', async () => {
    await createAccount('FLAT');
    const problem = await reportProblem();
    service.setClock('2026-03-05T09:00:00.000Z');
    await resolve(problem, '2026-03-04T12:00:00Z');
    await tell(problem, 'CONFIRMED_SOLVED', '2026-03-04T13:00:00Z', [OPERATOR]);
    const { assessment } = await judge();
    expect(assessment.divergence.grade).not.toBe('FACT');
    expect(assessment.reasons.map(({ code }) => code)).not.toContain('RESOLUTION_UNTOLD');
    const gaps = await service.get<{ knowledgeGaps: object }>(key, '{ knowledgeGaps { totalCount } }');
    expect(gaps.knowledgeGaps).toEqual({ totalCount: 0 });
  });
});
