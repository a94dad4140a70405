import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerDue } from '../src/cli/commands/relationship/due.command.js';
import { registerExpectations } from '../src/cli/commands/relationship/expectations.command.js';
import { registerInternal } from '../src/cli/commands/relationship/internal.command.js';
import { registerPlan } from '../src/cli/commands/relationship/plan.command.js';
import { TestCommandLine } from './command-line.js';
import { accepted } from './outcomes.js';
import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';

const ITEMS = ['LISTENING', 'IMPORTANCE', 'DIFFERENCES', 'HONESTY', 'RELIABILITY', 'AUTHENTICITY'];

describe('plans, expectations and internal customers from the command line', () => {
  let service: TestService;
  let tenant: TestTenant;
  let commandLine: TestCommandLine;
  let folder: string;

  beforeAll(async () => {
    service = await TestService.start();
    service.setClock('2026-03-01T09:00:00.000Z');
    tenant = await TestTenant.create(service);
    commandLine = new TestCommandLine(
      service,
      tenant.tenantId,
      [registerDue, registerExpectations, registerInternal, registerPlan],
      110,
    );
    folder = mkdtempSync(join(tmpdir(), 'strata-plan-'));
    await tenant.account('acme', {
      name: 'Acme Rail',
      structure: 'HIERARCHICAL',
      ownerEmail: 'ann@strata.example',
    });
    await tenant.account('bare', { name: 'Bare' });
    await tenant.account('finance', { name: 'Finance', kind: 'INTERNAL' });
    await tenant.people('acme', {
      max: { fullName: 'Max Manager', level: 'MANAGEMENT', roles: ['DECISION_MAKER'] },
      olga: { level: 'OPERATIONS' },
    });
    await tenant.people('finance', { ada: {}, ben: {} });
    await tenant.meet('acme', ['max'], '2026-02-20T09:00:00Z');
    const items = ITEMS.map((item) => ({ item, rating: item === 'HONESTY' ? 2 : 4 }));
    accepted(
      await tenant.recordSatisfaction([
        {
          stakeholder: crm('ada'),
          instrument: 'POINTS_OF_CONNECTION',
          value: { items },
          answeredAt: '2026-02-20T09:00:00Z',
        },
      ]),
    );
    await tenant.get('mutation ($input: TeamMemberInput!) { assignTeamMember(input: $input) { id } }', {
      input: { account: crm('finance'), userEmail: 'eng@strata.example', ourFunction: 'ENGINEERING' },
    });
    await tenant.get('mutation ($input: AgreeExpectationInput!) { agreeExpectation(input: $input) { id } }', {
      input: {
        account: crm('acme'),
        side: 'THEIRS',
        statement: 'Deliveries on the day agreed',
        measure: 'On the day',
        target: '98 %',
        checkEveryDays: 7,
        agreedAt: '2026-02-10T09:00:00Z',
        with: [crm('olga')],
      },
    });
    await tenant.get('mutation ($input: RelationshipPlanInput!) { savePlan(input: $input) { id } }', {
      input: {
        account: crm('acme'),
        nextReviewOn: '2026-02-27',
        goals: [
          { side: 'OURS', text: 'Serve both plants', measure: 'Orders from both', dueOn: '2026-12-31' },
          { side: 'THEIRS', text: 'No stoppage', dueOn: '2026-02-01' },
        ],
      },
    });
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await service.stop();
  });

  const run = (...args: string[]): Promise<string> => commandLine.run(...args);

  it('says what is due today, the longest due first', async () => {
    const [titles, ...rows] = (await run('due')).split('\n');
    expect(titles).toMatch(/^Due +Days late +Account +What to do +Owner$/);
    expect(rows).toEqual([
      expect.stringMatching(
        /^2026-02-17 +12 +Acme Rail +Look together at: Deliveries on the day agreed +ann@/,
      ) as unknown,
      expect.stringMatching(/^2026-02-27 +2 +Acme Rail +Review the relationship plan +ann@/) as unknown,
    ]);
    expect(await run('due', '--before', '2026-02-17')).toBe('No review and no check-in is due.');
    expect(await run('due', '--owner', 'bea@strata.example')).toBe('No review and no check-in is due.');
    expect(JSON.parse(await run('due', '--json'))).toMatchObject({
      plansDue: { totalCount: 1 },
      checkInsDue: { totalCount: 1 },
    });
  });

  it('tells what both sides expect, and how far that is shared', async () => {
    const out = await run('expectations', 'Acme', 'Rail');
    expect(out).toContain('They expect of us\n  - Deliveries on the day agreed (On the day: 98 %)');
    expect(out.replace(/\s+/g, ' ')).toContain(
      'Confirmed by operations on 10 February 2026. Management has never confirmed it. Never looked at yet. Check-in due on 17 February 2026, 12 days ago.',
    );
    expect(out).not.toContain('We expect of them');
    expect(await run('expectations', 'Bare')).toBe('Bare\nNothing has been agreed that both sides expect.');
  });

  it('shows the plan, and writes the page that prints on one sheet', async () => {
    const file = join(folder, 'plan.html');
    const out = await run('plan', 'Acme', 'Rail', '--html', file);
    expect(out).toContain('Acme Rail: relationship plan, version 1 of 2026-03-01');
    expect(out).toContain('The review was due 2026-02-27, 2 days ago.');
    expect(out).toContain('They want\n  - No stoppage, was due 2026-02-01');
    expect(out).toContain('We want\n  - Serve both plants (Orders from both), by 2026-12-31');
    expect(out).toMatch(/^Max Manager +management +decision maker +2026-02-20$/m);
    expect(out).toContain('Promises: 0 open, 0 broken. Expectations: 1.');
    expect(readFileSync(file, 'utf8')).toContain('<h1>Acme Rail</h1>');
    expect(await run('plan', 'Acme Rail', '--json')).not.toContain('<h1>');
    await expect(run('plan', 'Bare')).rejects.toThrow('There is no relationship plan for Bare yet');
  });

  it('reports how our departments are served', async () => {
    const out = await run('internal');
    expect(out).toContain('1 department, 1 heard in the last half-year');
    expect(out).toMatch(
      /^ +2\.0 +1 +1\.0 to 4\.0 +– +– +We are honest about proposals +Finance \(2\.0, n 1\)$/m,
    );
    expect(out).toMatch(/^Finance +engineering +1 of 2 +We are honest about proposals +2\.0$/m);
    expect(JSON.parse(await run('internal', '--json'))).toMatchObject({ internalReport: { count: 1 } });
  });
});
