import { DataSource } from 'typeorm';
import { createApp } from '../src/app.setup.js';
import { readSettings } from '../src/config/settings.js';
import { TenantTransaction } from '../src/database/tenant-transaction.js';
import sql, { raw } from 'sql-template-tag';
import { copyTenant, fingerprint, runSql, tenantTables, withClient } from './direct-sql.js';
import { BY_THE_TEST } from './scale/seen-statements.js';
import { serviceAddress } from './service-address.js';
import { TestService } from './service.js';

/** Tables that the service only ever adds to. */
const APPEND_ONLY = [
  'account_states',
  'assessment_changes',
  'check_ins',
  'check_in_participants',
  'checklist_ratings',
  'commitment_recipients',
  'decisions',
  'expectation_confirmations',
  'expectation_revisions',
  'flag_events',
  'interactions',
  'interaction_stakeholders',
  'knowledge_entries',
  'level_means',
  'plan_reviews',
  'plan_review_participants',
  'loyalty_events',
  'problem_events',
  'problem_reporters',
  'relationship_plan_versions',
  'risk_calibrations',
  'risk_weights',
  'satisfaction_answers',
  'stakeholder_states',
];

const INSUFFICIENT_PRIVILEGE = '42501';

describe('two tenants whose records have the same ids', () => {
  let service: TestService;
  let appUrl: string;
  let tables: string[];
  const tenants: Record<'a' | 'b' | 'empty', { tenantId: string; key: string }> = {} as never;

  beforeAll(async () => {
    service = await TestService.start({ DATABASE_POOL_SIZE: '1' });
    service.setClock('2026-11-20T09:00:00.000Z');
    const { url } = service.database;
    appUrl = await serviceAddress(url);
    tables = await tenantTables(url);
    tenants.a = await service.createTenant();
    await seed(service, tenants.a.key);
    await runSql(url, WEIGHTS, [tenants.a.tenantId]);
    await runSql(url, WAITING, [tenants.a.tenantId]);
    tenants.b = await service.createTenant();
    tenants.empty = await service.createTenant();
    await copyTenant(url, tenants.a.tenantId, tenants.b.tenantId);
    await runSql(url, `UPDATE accounts SET name = 'Other ' || name WHERE tenant_id = $1`, [
      tenants.b.tenantId,
    ]);
    await runSql(url, `UPDATE people SET full_name = 'Other ' || full_name WHERE tenant_id = $1`, [
      tenants.b.tenantId,
    ]);
    await runSql(url, `UPDATE users SET name = 'Other ' || name WHERE tenant_id = $1`, [tenants.b.tenantId]);
    await runSql(url, `UPDATE interactions SET notes = 'Other ' || notes WHERE tenant_id = $1`, [
      tenants.b.tenantId,
    ]);
    await runSql(url, `UPDATE satisfaction_answers SET comment = 'Other ' || comment WHERE tenant_id = $1`, [
      tenants.b.tenantId,
    ]);
    await runSql(url, `UPDATE problems SET title = 'Other ' || title WHERE tenant_id = $1`, [
      tenants.b.tenantId,
    ]);
    await runSql(url, `UPDATE commitments SET promise = 'Other ' || promise WHERE tenant_id = $1`, [
      tenants.b.tenantId,
    ]);
    await runSql(url, `UPDATE decisions SET subject = 'Other ' || subject WHERE tenant_id = $1`, [
      tenants.b.tenantId,
    ]);
    await runSql(url, `UPDATE risk_weights SET reason = 'Other ' || reason WHERE tenant_id = $1`, [
      tenants.b.tenantId,
    ]);
    await runSql(url, `UPDATE loyalty_events SET reason = 'Other ' || reason WHERE tenant_id = $1`, [
      tenants.b.tenantId,
    ]);
    await runSql(url, `UPDATE checklist_rounds SET title = 'Other ' || title WHERE tenant_id = $1`, [
      tenants.b.tenantId,
    ]);
    for (const [table, column] of [
      ['expectations', 'statement'],
      ['expectation_revisions', 'statement'],
      ['check_ins', 'comment'],
      ['plan_reviews', 'outcome'],
    ]) {
      const change = `UPDATE ${table} SET ${column} = 'Other ' || ${column} WHERE tenant_id = $1`;
      await runSql(url, change, [tenants.b.tenantId]);
    }
    await runSql(
      url,
      `UPDATE relationship_plans SET goals = jsonb_set(goals, '{0,text}', to_jsonb('Other ' || (goals->0->>'text')))
       WHERE tenant_id = $1`,
      [tenants.b.tenantId],
    );
    await runSql(url, `UPDATE instruments SET maximum = 70 WHERE tenant_id = $1`, [tenants.b.tenantId]);
  });
  afterAll(() => service.stop());

  it('share every id, or what follows would prove nothing', async () => {
    const { url } = service.database;
    for (const table of [
      'accounts',
      'people',
      'stakeholders',
      'users',
      'interactions',
      'satisfaction_answers',
    ]) {
      const [row] = await runSql<{ ids: number; rows: number }>(
        url,
        `SELECT count(DISTINCT id)::int AS ids, count(*)::int AS rows FROM ${table}`,
      );
      expect([table, row?.rows]).toEqual([table, (row?.ids ?? 0) * 2]);
      expect(row?.ids).toBeGreaterThan(0);
    }
  });

  const EVERYTHING = `query ($account: RefInput!, $stakeholder: RefInput!) {
    account(ref: $account) { ...A }
    stakeholder(ref: $stakeholder) { ...S }
    accounts { totalCount nodes { ...A } }
    atRiskAccounts(filter: {standing: [SAFE, DIVERGING, AT_RISK, UNKNOWN]}) { totalCount nodes { id name } }
    baseAtRisk { standings { accounts } }
    instruments { code maximum }
    knowledgeGaps { totalCount nodes { level problem { title } untold { fullName } } }
    flags { totalCount nodes { code account { name } history { step } } }
    promiseKeepingByOwner { open owner { name } }
    loyaltyEvidence { outcomes asking { solicited { answers } } recovery { groups { of } rescores { groups { people } } }
      saidAgainstDone { apart { stayed left } cells { outcomes accounts { totalCount nodes { name } } } } }
    loyaltyEconomics { retention { of hits } years { year lost { accounts amount } } riskCost { base { accounts value } } }
    checklist { round { title } sections { raters statements { mean figure { n sentence } } } }
    checklistRounds { totalCount nodes { title openedOn areas { raters mean } } }
  }
  fragment A on Account {
    id name externalIds { system id } owner { name } parent { name }
    assessment { standing } assessmentHistory { totalCount }
    stakeholders(first: 5) { totalCount nodes { ...S } }
    interactions { totalCount nodes { notes account { name } stakeholders { fullName } } }
    problems { totalCount nodes { title account { name } knowledge { knowledge stakeholder { fullName } } history { status } } }
    commitments { totalCount nodes { promise owner { name } madeTo { fullName } } }
    decisions { totalCount nodes { subject decidedBy { fullName } } }
    lostOn loyaltyEvents { totalCount nodes { kind reason account { name } supersededBy { reason } } }
    team { ourFunction user { name } counterparts { fullName } }
    teamGaps { withoutCounterpart { stakeholder { fullName } } }
    flags { totalCount nodes { code } }
  }
  fragment S on Stakeholder {
    id fullName account { name } externalIds { id } reportsTo { fullName } successor { fullName }
    answers { totalCount nodes { comment level stakeholder { fullName } supersededBy { comment } } }
  }`;

  /** Asked apart from the rest: together they would be more than one operation may ask for. */
  const RELATIONSHIP = `query ($account: RefInput!, $stakeholder: RefInput!) {
    account(ref: $account) {
      id
      expectations { totalCount nodes { statement sharing { levels { confirmedBy { fullName } } } checkIns { nodes { comment with { fullName } } } revisions { nodes { statement } } } }
      relationshipPlan {
        goals { text } updatedBy { name } reviews { nodes { outcome with { fullName } } } history { totalCount nodes { changedBy { name } } }
        ourPeople { user { name } } theirPeople { nodes { fullName lastContactAt } }
      }
      scorecard { heard heardFrom { fullName } unheard { fullName } }
    }
    stakeholder(ref: $stakeholder) { id lastContactAt }
    checkInsDue(before: "2028-01-01") { totalCount nodes { statement account { name } } }
    plansDue(before: "2028-01-01") { totalCount nodes { goals { text } account { name } } }
    internalReport { count together { heardFrom { fullName } unheard { fullName } } departments { totalCount nodes { name } } }
  }`;

  it('each read their own records alone, by our ids and by those of another system', async () => {
    const external = (id: string) => ({ external: { system: 'crm', id } });
    const asked = { account: external('sub'), stakeholder: external('mia') };
    interface Answered {
      account: { id: string };
      stakeholder: { id: string };
    }
    const ofA = await service.get<Answered>(tenants.a.key, EVERYTHING, asked);
    const byId = { account: { id: ofA.account.id }, stakeholder: { id: ofA.stakeholder.id } };
    for (const variables of [asked, byId]) {
      const a = await service.get<Answered>(tenants.a.key, EVERYTHING, variables);
      const b = await service.get<Answered>(tenants.b.key, EVERYTHING, variables);
      expect(a).toEqual(ofA);
      expect(JSON.stringify(a)).not.toContain('Other');
      expect(b).toEqual(translated(a));
      const nothing = await service.get<object>(tenants.empty.key, EVERYTHING, variables);
      expect(nothing).toMatchObject({
        account: null,
        stakeholder: null,
        accounts: { totalCount: 0 },
        instruments: [],
      });
      expect(JSON.stringify(nothing)).not.toMatch(/Acme|Mia/);
    }
  });

  it('each read their own plans, expectations and scorecards alone', async () => {
    const external = (id: string) => ({ external: { system: 'crm', id } });
    const asked = { account: external('sub'), stakeholder: external('mia') };
    const a = await service.get<object>(tenants.a.key, RELATIONSHIP, asked);
    expect(a).toMatchObject({
      account: { expectations: { totalCount: 1 }, relationshipPlan: { goals: [{ text: 'Grow' }] } },
      checkInsDue: { totalCount: 1 },
      plansDue: { totalCount: 1 },
      internalReport: { count: 1 },
    });
    expect(JSON.stringify(a)).not.toContain('Other');
    expect(await service.get(tenants.b.key, RELATIONSHIP, asked)).toEqual(translated(a));
    expect(await service.get(tenants.empty.key, RELATIONSHIP, asked)).toMatchObject({
      account: null,
      checkInsDue: { totalCount: 0 },
      plansDue: { totalCount: 0 },
      internalReport: { count: 0, departments: { totalCount: 0 } },
    });
  });

  it('each look back on their own accounts alone, and are judged by their own weights', async () => {
    const query = (knowledge: string) => `{
      flagBacktest(from: "2026-01-01", to: "2026-11-20", knowledge: ${knowledge}) {
        accounts base { notYetKnown } reasons { code followed { openings { notYetKnown } } } losses { totalCount } }
      riskCalibration { stays losses inForce { number reason } proposals { totalCount nodes { id } }
        history { totalCount nodes { reason } } } }`;
    for (const knowledge of ['AS_RECORDED', 'AS_HAPPENED']) {
      const a = await service.get<object>(tenants.a.key, query(knowledge));
      expect(a).toMatchObject({
        flagBacktest: { accounts: expect.any(Number) as number },
        riskCalibration: { inForce: { reason: 'Fits' }, proposals: { totalCount: 1 } },
      });
      expect(await service.get(tenants.b.key, query(knowledge))).toEqual(translated(a));
      expect(await service.get(tenants.empty.key, query(knowledge))).toMatchObject({
        flagBacktest: { accounts: 0, reasons: [] },
        riskCalibration: {
          stays: 0,
          inForce: null,
          proposals: { totalCount: 0 },
          history: { totalCount: 0 },
        },
      });
    }
  });

  it('each write their own records alone', async () => {
    const { url } = service.database;
    const person = { external: { system: 'crm', id: 'mia' } };
    const account = { external: { system: 'crm', id: 'sub' } };
    const writes: [string, unknown][] = [
      [
        'mutation ($i: AccountInput!) { upsertAccounts(accounts: [$i]) { results { status error { message } } } }',
        { ...account, segment: 'Steel' },
      ],
      [
        'mutation ($i: StakeholderInput!) { upsertStakeholders(stakeholders: [$i]) { results { status error { message } } } }',
        { ...person, account, fullName: 'Mia New' },
      ],
      [
        'mutation ($i: SatisfactionAnswerInput!) { recordSatisfaction(answers: [$i]) { results { status error { message } } } }',
        { stakeholder: person, instrument: 'CES', value: { number: 60 }, answeredAt: '2026-11-19T09:00:00Z' },
      ],
      [
        'mutation ($i: LogInteractionInput!) { logInteraction(input: $i) { interaction { id } } }',
        { account, stakeholders: [person], channel: 'CALL', occurredAt: '2026-11-19T09:00:00Z' },
      ],
      [
        'mutation ($i: InstrumentInput!) { defineInstrument(input: $i) { code } }',
        { code: 'NEW', minimum: 0, maximum: 9, measures: 'SATISFACTION' },
      ],
      [
        'mutation ($i: ReportProblemInput!) { reportProblem(input: $i) { problem { id } } }',
        {
          external: { system: 'desk', id: '1' },
          account,
          title: 'Late',
          severity: 'HIGH',
          occurredAt: '2026-11-18T09:00:00Z',
          reportedBy: [person],
        },
      ],
      [
        'mutation ($i: RecordKnowledgeInput!) { recordKnowledge(input: $i) { problem { id } } }',
        {
          problem: { external: { system: 'desk', id: '1' } },
          stakeholders: [person],
          knowledge: 'TOLD_OF_PROBLEM',
          at: '2026-11-19T09:00:00Z',
        },
      ],
      [
        'mutation ($i: MakeCommitmentInput!) { makeCommitment(input: $i) { id } }',
        { account, madeTo: [person], promise: 'Soon', dueOn: '2026-12-01' },
      ],
      [
        'mutation ($i: RecordDecisionInput!) { recordDecision(input: $i) { id } }',
        { account, subject: 'Renewal', decidedOn: '2026-11-01', decidedBy: person },
      ],
      [
        'mutation ($i: LoyaltyEventInput!) { recordLoyaltyEvents(events: [$i]) { results { status error { message } } } }',
        { account, kind: 'LOST', occurredOn: '2026-11-01', external: { system: 'crm', id: 'renewal-1' } },
      ],
      [
        'mutation ($i: OpenChecklistRoundInput!) { openChecklistRound(input: $i) { id } }',
        { title: 'Winter' },
      ],
      ['mutation ($i: String!) { revertRiskCalibration(reason: $i) { number } }', 'Back'],
      [
        'mutation ($i: TeamMemberInput!) { assignTeamMember(input: $i) { id } }',
        { account, userEmail: 'ann@strata.example', ourFunction: 'SERVICE', counterparts: [person] },
      ],
    ];
    const shared = await service.get<{ account: { expectations: { nodes: { id: string }[] } } }>(
      tenants.a.key,
      'query ($account: RefInput!) { account(ref: $account) { expectations { nodes { id } } } }',
      { account },
    );
    const expectation = shared.account.expectations.nodes[0]?.id;
    writes.push(
      [
        'mutation ($i: AgreeExpectationInput!) { agreeExpectation(input: $i) { id } }',
        { account, side: 'OURS', statement: 'Paid in time' },
      ],
      [
        'mutation ($i: ReviseExpectationInput!) { reviseExpectation(input: $i) { id } }',
        { expectation, expectedRevision: 1, statement: 'Before ten', reason: 'They asked' },
      ],
      [
        'mutation ($i: ConfirmExpectationInput!) { confirmExpectation(input: $i) { id } }',
        { expectation, with: [person] },
      ],
      [
        'mutation ($i: RecordCheckInInput!) { recordCheckIn(input: $i) { id } }',
        { expectation, result: 'PARTLY', with: [person] },
      ],
      ['mutation ($i: ID!) { retireExpectation(id: $i, reason: "Over") { id } }', expectation],
      [
        'mutation ($i: RelationshipPlanInput!) { savePlan(input: $i) { id } }',
        { account, expectedVersion: 2, goals: [] },
      ],
      [
        'mutation ($i: RecordPlanReviewInput!) { recordPlanReview(input: $i) { id } }',
        { account, heldOn: '2026-11-19', with: [person], outcome: 'On course' },
      ],
    );
    const before = await fingerprint(url, tenants.a.tenantId);
    for (const [query, i] of writes) {
      const own = await fingerprint(url, tenants.b.tenantId);
      const answer = await service.get<object>(tenants.b.key, query, { i });
      expect(JSON.stringify(answer)).not.toContain('REJECTED');
      expect(await fingerprint(url, tenants.b.tenantId)).not.toBe(own);
      expect(await fingerprint(url, tenants.a.tenantId)).toBe(before);
    }
    expect(
      await service.get(tenants.empty.key, writes[0]?.[0] ?? '', {
        i: { external: { system: 'crm', id: 'sub' }, name: 'Mine' },
      }),
    ).toMatchObject({
      upsertAccounts: { results: [{ status: 'CREATED' }] },
    });
    expect(await fingerprint(url, tenants.a.tenantId)).toBe(before);
  });

  it('a statement that forgets the tenant still sees one tenant alone', async () => {
    const transaction = service.app.get(TenantTransaction);
    const { tenantId } = tenants.a;
    const past = raw(BY_THE_TEST);
    const seen = await transaction.run({ tenantId, ownerId: null, access: 'read' }, () =>
      transaction.query<{ tenant: string }>(
        sql`${past} SELECT DISTINCT a.tenant_id AS tenant FROM accounts a`,
      ),
    );
    expect(seen).toEqual([{ tenant: tenantId }]);
    for (const table of tables) {
      const strangers = await transaction.run({ tenantId, ownerId: null, access: 'read' }, () =>
        transaction.query(sql`${past} SELECT FROM ${raw(table)} WHERE tenant_id <> ${tenantId} LIMIT 1`),
      );
      expect([table, strangers]).toEqual([table, []]);
    }
  });

  it('the database takes no row for another tenant, neither new nor moved', async () => {
    const { a, b } = tenants;
    for (const table of tables) {
      const insert = `INSERT INTO ${table} (tenant_id) VALUES ('${b.tenantId}')`;
      const move = `UPDATE ${table} SET tenant_id = '${b.tenantId}'`;
      expect([table, await codeWithin(appUrl, a.tenantId, insert)]).toEqual([table, INSUFFICIENT_PRIVILEGE]);
      const [some] = await runSql(
        service.database.url,
        `SELECT 1 AS row FROM ${table} WHERE tenant_id = $1 LIMIT 1`,
        [a.tenantId],
      );
      if (some)
        expect([table, await codeWithin(appUrl, a.tenantId, move)]).toEqual([table, INSUFFICIENT_PRIVILEGE]);
    }
    expect(await codeWithin(appUrl, a.tenantId, `UPDATE accounts SET tenant_id = '${b.tenantId}'`)).toBe(
      INSUFFICIENT_PRIVILEGE,
    );
  });

  it('nobody sees anything outside of a tenant', async () => {
    for (const table of tables) {
      expect([table, await runSql(appUrl, `SELECT 1 AS row FROM ${table} LIMIT 1`)]).toEqual([table, []]);
    }
    const unset = `SELECT set_config('app.tenant_id', '', false), 1 AS row FROM accounts`;
    expect(await runSql(appUrl, unset)).toEqual([]);
  });

  it('the login of the service can loosen none of this', async () => {
    for (const attempt of [
      'ALTER TABLE accounts DISABLE ROW LEVEL SECURITY',
      'ALTER TABLE accounts NO FORCE ROW LEVEL SECURITY',
      'DROP POLICY tenant_isolation ON accounts',
      'CREATE POLICY all_rows ON accounts USING (true)',
      'SET ROLE postgres',
      'SET SESSION AUTHORIZATION postgres',
      'ALTER ROLE strata_app BYPASSRLS',
      'CREATE TABLE mine (id int)',
      'CREATE FUNCTION mine() RETURNS int SECURITY DEFINER LANGUAGE sql AS $$ SELECT 1 $$',
      'TRUNCATE accounts',
      'INSERT INTO tenants (id, created_at) VALUES (gen_random_uuid(), now())',
      'SET row_security = off; SELECT * FROM accounts',
    ]) {
      expect([attempt, await codeWithin(appUrl, tenants.a.tenantId, attempt)]).toEqual([
        attempt,
        INSUFFICIENT_PRIVILEGE,
      ]);
    }
  });

  it('what is only ever added to is not changed or removed, by the word of the database', async () => {
    for (const table of APPEND_ONLY) {
      expect(tables).toContain(table);
      for (const change of [`UPDATE ${table} SET tenant_id = tenant_id`, `DELETE FROM ${table}`]) {
        expect([change, await codeWithin(appUrl, tenants.a.tenantId, change)]).toEqual([
          change,
          INSUFFICIENT_PRIVILEGE,
        ]);
      }
    }
  });

  it('the service does not start with a login that sees every tenant', async () => {
    const settings = readSettings({ NODE_ENV: 'test' });
    await expect(createApp(settings, service.database.url)).rejects.toThrow(/every tenant's rows/);
  });

  it('a connection that served one tenant carries nothing of it to the next', async () => {
    const names = async (key: string) =>
      (await service.get<{ accounts: { nodes: { name: string }[] } }>(key, '{ accounts { nodes { name } } }'))
        .accounts.nodes;
    const [a, none, b] = await Promise.all([
      names(tenants.a.key),
      names(tenants.empty.key),
      names(tenants.b.key),
    ]);
    expect(a.every(({ name }) => !name.startsWith('Other'))).toBe(true);
    expect(none.map(({ name }) => name)).toEqual(['Mine']);
    expect(b.every(({ name }) => name.startsWith('Other'))).toBe(true);
    await service.ask(tenants.a.key, '{ accounts(after: "x") { totalCount } }');
    const [left] = await service.app
      .get(DataSource)
      .query<object[]>(
        `SELECT current_setting('app.tenant_id', true) AS tenant, current_setting('app.owner_id', true) AS owner`,
      );
    expect(left).toEqual({ tenant: '', owner: '' });
    expect(await service.app.get(DataSource).query(`${BY_THE_TEST} SELECT 1 FROM accounts`)).toEqual([]);
  });
});

/** What tenant b answers where tenant a answers this: the same ids, other words. */
function translated(answer: object): unknown {
  return JSON.parse(
    JSON.stringify(answer, (key, value: unknown) => {
      if (
        [
          'name',
          'fullName',
          'notes',
          'comment',
          'title',
          'promise',
          'subject',
          'reason',
          'statement',
          'outcome',
          'text',
        ].includes(key) &&
        typeof value === 'string'
      )
        return `Other ${value}`;
      return key === 'maximum' ? 70 : value;
    }),
  );
}

/** The SQLSTATE a statement of the service's own login ends with inside a tenant; null if it comes through. */
function codeWithin(url: string, tenantId: string, statement: string): Promise<string | null> {
  return withClient(url, async (client) => {
    await client.query(`BEGIN; SELECT set_config('app.tenant_id', '${tenantId}', true)`);
    try {
      await client.query(statement);
      return null;
    } catch (error) {
      return (error as { code: string }).code;
    }
  });
}

/** An account that waits to be judged, as an import that was killed leaves it. */
const WAITING = `INSERT INTO waiting_accounts (tenant_id, account_id, since, standing_before)
  SELECT a.tenant_id, a.id, '2026-11-20T08:00:00Z', 'SAFE' FROM accounts a WHERE a.tenant_id = $1 AND a.name = 'Acme'`;

/** Weights in force that came from a proposal: to learn some takes a hundred outcomes. */
const WEIGHTS = `WITH proposal AS (
    INSERT INTO risk_calibrations (tenant_id, id, proposed_at, method_version, report)
    SELECT $1::uuid, '0191e000-0000-7000-8000-000000000001', '2026-11-20T08:00:00Z', '1.1.0',
      '{"fitted": {"factors": [], "background": 0}, "later": {"losses": 0, "stays": 0}, "shipped": {"brier": 0, "bands": []},
        "proposed": {"brier": 0, "bands": []}, "logistic": {"brier": 0, "bands": []}, "gain": {}, "verdict": "NO_BETTER"}'
    RETURNING tenant_id, id)
  INSERT INTO risk_weights (tenant_id, number, factors, calibration_id, in_force_from, reason)
  SELECT p.tenant_id, 1, '{}', p.id, '2026-11-20T08:00:00Z', 'Fits' FROM proposal p`;

async function seed(service: TestService, key: string): Promise<void> {
  const ref = (id: string) => ({ external: { system: 'crm', id } });
  const write = (query: string, items: unknown) => service.get<object>(key, query, { items });
  await write('mutation ($items: InstrumentInput!) { defineInstrument(input: $items) { code } }', {
    code: 'CES',
    minimum: 1,
    maximum: 7,
    measures: 'SATISFACTION',
  });
  await write(
    'mutation ($items: [AccountInput!]!) { upsertAccounts(accounts: $items) { results { index } } }',
    [
      { ...ref('acme'), name: 'Acme', ownerEmail: 'ann@strata.example' },
      { ...ref('sub'), name: 'Acme Sub', parent: ref('acme'), ownerEmail: 'ann@strata.example' },
      { ...ref('dept'), name: 'Acme Finance', kind: 'INTERNAL' },
    ],
  );
  await write(
    'mutation ($items: [StakeholderInput!]!) { upsertStakeholders(stakeholders: $items) { results { index } } }',
    [
      { ...ref('ian'), account: ref('dept'), fullName: 'Ian' },
      { ...ref('kim'), account: ref('sub'), fullName: 'Kim', level: 'MANAGEMENT' },
      { ...ref('mia'), account: ref('sub'), fullName: 'Mia', reportsTo: ref('kim'), successor: ref('kim') },
    ],
  );
  await write(
    'mutation ($items: [SatisfactionAnswerInput!]!) { recordSatisfaction(answers: $items) { results { index } } }',
    [
      {
        stakeholder: ref('mia'),
        instrument: 'NPS',
        value: { number: 9 },
        answeredAt: '2026-11-01T09:00:00Z',
        comment: 'Fine',
      },
    ],
  );
  await write(
    'mutation ($items: LogInteractionInput!) { logInteraction(input: $items) { interaction { id } } }',
    {
      account: ref('sub'),
      stakeholders: [ref('mia')],
      channel: 'CALL',
      occurredAt: '2026-11-02T09:00:00Z',
      notes: 'Talked',
    },
  );
  await write('mutation ($items: ReportProblemInput!) { reportProblem(input: $items) { problem { id } } }', {
    external: { system: 'desk', id: '0' },
    account: ref('sub'),
    title: 'Wrong invoice',
    severity: 'LOW',
    occurredAt: '2026-11-03T09:00:00Z',
    reportedBy: [ref('mia')],
  });
  await write('mutation ($items: MakeCommitmentInput!) { makeCommitment(input: $items) { id } }', {
    account: ref('sub'),
    madeTo: [ref('mia')],
    promise: 'A right one',
    dueOn: '2026-12-01',
  });
  await write('mutation ($items: RecordDecisionInput!) { recordDecision(input: $items) { id } }', {
    account: ref('sub'),
    subject: 'Pay later',
    decidedOn: '2026-11-04',
    decidedBy: ref('kim'),
  });
  const renewal = { external: { system: 'crm', id: 'renewal-0' }, account: ref('sub'), kind: 'RENEWED' };
  await write(
    'mutation ($items: [LoyaltyEventInput!]!) { recordLoyaltyEvents(events: $items) { results { index } } }',
    [
      { ...renewal, occurredOn: '2026-10-01', reason: 'A year more' },
      { ...renewal, occurredOn: '2026-10-02', reason: 'Two years more' },
    ],
  );
  const { openChecklistRound } = (await write(
    'mutation ($items: OpenChecklistRoundInput!) { openChecklistRound(input: $items) { id } }',
    { title: 'Autumn' },
  )) as { openChecklistRound: { id: string } };
  await write('mutation ($items: ID!) { closeChecklistRound(round: $items) { id } }', openChecklistRound.id);
  const { agreeExpectation } = (await write(
    'mutation ($items: AgreeExpectationInput!) { agreeExpectation(input: $items) { id } }',
    { account: ref('sub'), side: 'THEIRS', statement: 'Before noon', with: [ref('mia')] },
  )) as { agreeExpectation: { id: string } };
  await write('mutation ($items: RecordCheckInInput!) { recordCheckIn(input: $items) { id } }', {
    expectation: agreeExpectation.id,
    result: 'MET',
    with: [ref('mia')],
    comment: 'Always',
  });
  await write('mutation ($items: RelationshipPlanInput!) { savePlan(input: $items) { id } }', {
    account: ref('sub'),
    goals: [{ side: 'OURS', text: 'Grow' }],
  });
  await write('mutation ($items: RecordPlanReviewInput!) { recordPlanReview(input: $items) { id } }', {
    account: ref('sub'),
    heldOn: '2026-11-05',
    with: [ref('kim')],
    outcome: 'Began',
    nextReviewOn: '2027-02-01',
  });
  await write('mutation ($items: TeamMemberInput!) { assignTeamMember(input: $items) { id } }', {
    account: ref('sub'),
    userEmail: 'ann@strata.example',
    ourFunction: 'SALES',
    counterparts: [ref('mia')],
  });
}
