import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Role } from '../src/domain/rights.js';
import { fileOf, fixture, ImportHarness, type ImportWish } from './import-harness.js';

const FOLDER = fixture('salesforce-cases');
const CASES = readFileSync(join(FOLDER, 'Case.csv'), 'utf8');
const PARTS = 'Spare parts arrive late';
const STANDS = /Working,false,(\S+?),,false/;

interface ProblemSeen {
  id: string;
  title: string;
  description: string | null;
  severity: string;
  status: string;
  occurredAt: string;
  resolvedAt: string | null;
  resolution: string | null;
  history: { status: string; at: string; reason: string }[];
  knowledge: { knowledge: string; stakeholder: { id: string; fullName: string } }[];
}

const SEEN = `{ accounts(first: 10) { nodes { name problems(first: 20) { nodes { id title description severity status occurredAt
  resolvedAt resolution history { status at reason } knowledge { knowledge stakeholder { id fullName } } } } } } }`;
const GAPS = '{ knowledgeGaps { totalCount nodes { level since problem { title } untold { fullName } } } }';

describe('importing cases and tickets as problems', () => {
  let harness: ImportHarness;

  beforeAll(async () => (harness = await ImportHarness.start()));
  afterAll(() => harness.stop());
  beforeEach(async () => {
    await harness.newTenant();
    harness.service.setClock('2026-11-20T09:00:00.000Z');
  });

  const whole = (wish: ImportWish = {}) => harness.import('salesforce', FOLDER, wish);
  const again = (cases: string) => harness.import('salesforce', harness.write('Case.csv', cases));
  const solved = (at: string) => CASES.replace(STANDS, `Closed,true,$1,${at},false`);

  async function problems(): Promise<Map<string, ProblemSeen>> {
    const { accounts } = await harness.get<{ accounts: { nodes: { problems: { nodes: ProblemSeen[] } }[] } }>(
      SEEN,
    );
    return new Map(
      accounts.nodes.flatMap((account) => account.problems.nodes.map((seen) => [seen.title, seen])),
    );
  }
  async function gapsOfManagement(): Promise<object[]> {
    const { knowledgeGaps } = await harness.get<{ knowledgeGaps: { nodes: { level: string }[] } }>(GAPS);
    return knowledgeGaps.nodes.filter(({ level }) => level === 'MANAGEMENT');
  }
  async function problem(title: string): Promise<ProblemSeen> {
    const found = (await problems()).get(title);
    if (!found) throw new Error(`There is no problem ${title}.`);
    return found;
  }

  it('takes over what arose, how bad it is, whether and when it was solved, and who reported it', async () => {
    const report = await whole();
    expect(fileOf(report, 'Case.csv')).toMatchObject({
      kind: 'problems',
      counts: { rows: 10, created: 3, rejected: 6, skipped: 1 },
    });
    expect([...(await problems()).keys()].sort()).toEqual([
      '00001003',
      'Invoice names the wrong ship',
      PARTS,
    ]);
    const parts = await problem(PARTS);
    expect(parts).toMatchObject({
      description: 'Third time this year',
      severity: 'HIGH',
      status: 'OPEN',
      occurredAt: '2026-10-01T08:00:00.000Z',
      resolvedAt: null,
      history: [],
    });
    expect(
      parts.knowledge.map(({ knowledge, stakeholder }) => [stakeholder.fullName, knowledge]).sort(),
    ).toEqual([
      ['Max Bridge', 'UNAWARE'],
      ['Olga Deck', 'TOLD_OF_PROBLEM'],
    ]);
    const resolved = { at: '2026-09-03T10:00:00.000Z', status: 'RESOLVED', reason: 'Closed in the CRM.' };
    expect(await problem('Invoice names the wrong ship')).toMatchObject({
      status: 'RESOLVED',
      resolvedAt: resolved.at,
      resolution: resolved.reason,
      history: [resolved],
    });
  });

  it('records nobody as knowing where the reporter is not one of the account', async () => {
    const report = await whole();
    expect(fileOf(report, 'Case.csv').warnings).toContainEqual(
      expect.objectContaining({
        code: 'REPORTER_UNKNOWN',
        count: 1,
        examples: [{ line: 4, value: '0035g00000CaSeAAAV' }],
      }),
    );
    expect((await problem('00001003')).knowledge.map(({ knowledge }) => knowledge)).toEqual(['UNAWARE']);
  });

  it('guesses no account, date or severity: such cases are listed with the reason', async () => {
    await whole();
    const list = readFileSync(join(harness.folder, 'failed-rows.csv'), 'utf8');
    for (const line of [
      /Case\.csv,5,AccountId,0015g00000ZzZzZAAV,"?No account with this id exists/,
      /Case\.csv,6,AccountId,,The problem belongs to no account/,
      /Case\.csv,7,ClosedDate,,"?The problem is solved, and the row does not say when/,
      /Case\.csv,8,CreatedDate,,The row does not say when it arose/,
      /Case\.csv,9,Priority,P1,The table of values/,
      /Case\.csv,10,ClosedDate,2026-10-01T08:00:00\.000Z,Nothing happens to a problem before it arose/,
    ]) {
      expect(list).toMatch(line);
    }
  });

  it('knows every case again, and rewrites none that comes in other words', async () => {
    await whole();
    expect((await whole()).totals).toMatchObject({ created: 0, updated: 0, unchanged: 8 });
    const report = await again(CASES.replace(PARTS, 'Renamed').replace(',High,', ',Low,'));
    expect(report.totals).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    expect(report.files[0]?.warnings).toContainEqual(
      expect.objectContaining({ code: 'DIFFERS_FROM_RECORDED', count: 1 }),
    );
    expect(await problem(PARTS)).toMatchObject({ severity: 'HIGH' });
  });

  it('closes a case that was closed meanwhile: a management told of it shows as a knowledge gap', async () => {
    await whole();
    const { id, knowledge } = await problem(PARTS);
    const manager = knowledge.find(({ stakeholder }) => stakeholder.fullName === 'Max Bridge')?.stakeholder
      .id;
    await harness.get(
      `mutation ($input: RecordKnowledgeInput!) { recordKnowledge(input: $input) { problem { id } } }`,
      {
        input: {
          problem: { id },
          stakeholders: [{ id: manager }],
          knowledge: 'TOLD_OF_PROBLEM',
          at: '2026-11-02T08:00:00Z',
        },
      },
    );
    expect(await gapsOfManagement()).toEqual([]);
    const report = await again(solved('2026-11-18T16:00:00.000Z'));
    expect(report.totals).toMatchObject({ created: 0, updated: 1, unchanged: 2 });
    expect(await problem(PARTS)).toMatchObject({
      status: 'RESOLVED',
      resolvedAt: '2026-11-18T16:00:00.000Z',
    });
    expect(await gapsOfManagement()).toEqual([
      {
        level: 'MANAGEMENT',
        since: '2026-11-18T16:00:00.000Z',
        problem: { title: PARTS },
        untold: [{ fullName: 'Max Bridge' }],
      },
    ]);
    expect((await again(solved('2026-11-18T16:00:00.000Z'))).totals).toMatchObject({
      updated: 0,
      unchanged: 3,
    });
  });

  it('lets a closed case stand again, and closes it anew', async () => {
    await whole();
    await again(solved('2026-11-18T16:00:00.000Z'));
    harness.service.setClock('2026-11-21T09:00:00.000Z');
    expect((await again(CASES)).totals).toMatchObject({ updated: 1, unchanged: 2 });
    expect(await problem(PARTS)).toMatchObject({ status: 'OPEN', resolvedAt: null, resolution: null });
    harness.service.setClock('2026-11-24T09:00:00.000Z');
    await again(solved('2026-11-23T16:00:00.000Z'));
    expect((await problem(PARTS)).history.map(({ status, at }) => [status, at])).toEqual([
      ['RESOLVED', '2026-11-18T16:00:00.000Z'],
      ['OPEN', '2026-11-21T09:00:00.000Z'],
      ['RESOLVED', '2026-11-23T16:00:00.000Z'],
    ]);
  });

  it('leaves a case solved that one of our people solved, while the CRM still has it open', async () => {
    await whole();
    const { id } = await problem(PARTS);
    const key = await harness.service.createUserKey(harness.tenantId, 'ada@strata.example', Role.ADMIN);
    await harness.service.get(
      key,
      'mutation ($id: ID!) { resolveProblem(problem: {id: $id}, resolvedAt: "2026-11-10T09:00:00Z", resolution: "Sent by air") { problem { id } } }',
      { id },
    );
    const report = await again(CASES);
    expect(report.totals).toMatchObject({ updated: 0, unchanged: 3 });
    expect(report.files[0]?.warnings).toContainEqual(
      expect.objectContaining({ code: 'DIFFERS_FROM_RECORDED', count: 1 }),
    );
    expect(await problem(PARTS)).toMatchObject({ status: 'RESOLVED', resolution: 'Sent by air' });
  });

  it('rehearses with the same counts and writes nothing', async () => {
    const rehearsed = await whole({ dryRun: true });
    expect((await problems()).size).toBe(0);
    const real = await whole();
    expect({ ...rehearsed, dryRun: false, judging: real.judging }).toEqual(real);
    await whole({ dryRun: true });
    await harness.import('salesforce', harness.write('Case.csv', solved('2026-11-18T16:00:00.000Z')), {
      dryRun: true,
    });
    expect((await problem(PARTS)).status).toBe('OPEN');
  });

  it('refuses a file of cases without any date, and leaves the rest of the import alone', async () => {
    const report = await harness.import('salesforce', [
      join(FOLDER, 'Account.csv'),
      harness.write('Case.csv', 'Id,AccountId,Subject,Priority,Status\n1,2,Late,Low,New\n'),
    ]);
    expect(fileOf(report, 'Case.csv')).toMatchObject({
      status: 'REFUSED',
      reason: 'No column tells occurredAt. Say with --mapping which one does.',
    });
    expect(fileOf(report, 'Account.csv').counts.created).toBe(2);
    expect(report.complete).toBe(false);
  });

  it('takes tickets of any other system by a mapping: the date of closing tells that one is solved', async () => {
    const customers = harness.write('tickets/customers.csv', 'No,Name\nA-1,Fjord Ferries\n');
    const tickets = harness.write(
      'tickets/tickets.csv',
      'ticket,customer,opened,closed,priority,how\nT-1,A-1,27-07-2026 10:00,28-07-2026 03:00,urgent,New pump\nT-2,A-1,02-08-2026,,low,\n',
    );
    const severity = {
      column: 'priority',
      values: { low: 'LOW', medium: 'MEDIUM', high: 'HIGH', urgent: 'CRITICAL' },
    };
    const mapping = {
      files: [
        { file: 'customers.csv', kind: 'accounts', columns: { id: 'No', name: 'Name' } },
        {
          file: 'tickets.csv',
          kind: 'problems',
          columns: {
            id: 'ticket',
            account: 'customer',
            title: 'ticket',
            occurredAt: 'opened',
            resolvedAt: 'closed',
            resolution: 'how',
            severity,
          },
        },
      ],
    };
    const report = await harness.import('csv', [customers, tickets], { mapping, timeZone: 'Europe/Berlin' });
    expect(report.totals).toMatchObject({ created: 3, rejected: 0 });
    expect(await problem('T-1')).toMatchObject({
      severity: 'CRITICAL',
      status: 'RESOLVED',
      occurredAt: '2026-07-27T08:00:00.000Z',
      resolvedAt: '2026-07-28T01:00:00.000Z',
      resolution: 'New pump',
    });
    expect(await problem('T-2')).toMatchObject({ severity: 'LOW', status: 'OPEN', resolvedAt: null });
  });
});
