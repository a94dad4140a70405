import { registerChecklist } from '../src/cli/commands/loyalty/checklist.command.js';
import { registerEconomics } from '../src/cli/commands/loyalty/economics.command.js';
import { registerLeadership } from '../src/cli/commands/loyalty/leadership.command.js';
import { Role } from '../src/domain/rights.js';
import { TestCommandLine } from './command-line.js';
import { accepted } from './outcomes.js';
import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';

describe('what loyalty is worth, from the command line', () => {
  let service: TestService;
  let tenant: TestTenant;
  let commandLine: TestCommandLine;

  beforeAll(async () => {
    service = await TestService.start();
    service.setClock('2026-11-20T09:00:00.000Z');
    tenant = await TestTenant.create(service);
    commandLine = new TestCommandLine(service, tenant.tenantId, [
      registerEconomics,
      registerChecklist,
      registerLeadership,
    ]);
  });
  afterAll(() => service.stop());

  const run = (...args: string[]): Promise<string> => commandLine.run(...args);

  it('says what is missing where nothing was recorded', async () => {
    const out = await run('economics');
    expect(out).toContain('Account-years that stayed: – (none counted)');
    expect(out).toContain('There are no customers yet.');
    expect(out).toMatch(/^Missing$/m);
    expect(await run('checklist')).toMatch(/^No round has been opened yet\.$/m);
  });

  it('prints worth, risk, problems, years and inputs', async () => {
    const value = { amount: '1000', currency: 'EUR' };
    const ids = Array.from({ length: 10 }, (_, index) => `a${index}`);
    accepted(await tenant.upsertAccounts(ids.map((id) => ({ ...crm(id), name: id, annualValue: value }))));
    accepted(
      await tenant.recordLoyaltyEvents(
        ids.map((id, index) => ({
          ...{ account: crm(id), kind: index < 8 ? 'RENEWED' : 'LOST', occurredOn: '2025-06-01' },
          amount: index === 9 ? null : value,
        })),
      ),
    );
    const out = await run('economics', '--margin', '0.5', '--discount', '0.25', '--horizon', '2');
    expect(out).toContain('Account-years that stayed: 8 of 10, 80 % (49 to 94 %)');
    expect(out).toContain('An average customer: EUR 525 (273 to 662)');
    expect(out).toContain('All who are valued: EUR 4,198 (2,184 to 5,297)');
    expect(out).toContain('At least 0, at most 8 of 8 customers');
    expect(out).toContain('Losing all of them would cost EUR 0 to 4,198 of margin, worth today');
    expect(out).toContain('Stayed without one: 8 of 10, 80 % (49 to 94 %)');
    expect(out).toMatch(/^2025 +8 of 10 +2: 1,000\+ +· +· +· +89 % +89 % +9 of 10$/m);
    expect(out).toMatch(/^retention +0\.8 +observed, n = 10 +0\.490162 to 0\.943318$/m);
    expect(out).toMatch(/^margin +0\.5 +given +–$/m);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    const json = JSON.parse(await run('economics', '--endless', '--json')) as {
      loyaltyEconomics: { inputs: { name: string; value: string | null }[] };
    };
    expect(json.loyaltyEconomics.inputs[4]).toMatchObject({ name: 'HORIZON_YEARS', value: null });
    expect(await run('economics', '--endless')).toMatch(/^horizon years +no end +given +–$/m);
  });

  it('answers the four questions of a leadership on one page, with counts and intervals', async () => {
    const out = await run('leadership', '--from', '2025-01-01', '--to', '2025-12-31');
    expect(out).toContain(
      'What share of the base is at risk?\nAt least 0 of 8 accounts are at risk; at most 8',
    );
    expect(out).toContain('EUR 0 to 8,000 of EUR 8,000 a year');
    expect(out).toMatch(/^Losing all of them would cost EUR 0 to 6,\d{3} of margin, worth today$/m);
    expect(out).toContain('Account-years that stayed: 8 of 10, 80 % (49 to 94 %)');
    // All of it was recorded afterwards: nothing had been judged by then, so nothing can have been foreseen.
    expect(out).toContain('Did our flags see losses coming? (2025-01-01 to 2025-12-31)');
    expect(out).toContain('Losses with a flag in the year before: – (none counted)');
    expect(out).toMatch(/^Which level told us the truth\?$/m);
    expect(out).toContain('hierarchical: operations too few, 0 stayed, 0 left; management too few');
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    const json = JSON.parse(await run('leadership', '--json')) as {
      flagBacktest: { from: string; to: string };
    };
    expect(json.flagBacktest).toMatchObject({ from: '2025-11-20', to: '2026-11-20' });
  });

  it('refuses what is no number, and what the API refuses, with its sentence', async () => {
    await expect(run('economics', '--margin', 'much')).rejects.toThrow('A number such as 0.35 is needed.');
    await expect(run('economics', '--margin', '2')).rejects.toThrow(
      'A margin is a share of the annual value, 0 to 1.',
    );
  });

  it('prints the checklist with its ratings, what is known, and the rounds before', async () => {
    const rounds = [];
    for (const [title, openedOn] of [
      ['Spring', '2026-04-01'],
      ['Autumn', '2026-10-01'],
    ]) {
      const { openChecklistRound } = await tenant.get<{ openChecklistRound: { id: string } }>(
        'mutation ($input: OpenChecklistRoundInput!) { openChecklistRound(input: $input) { id } }',
        { input: { title, openedOn } },
      );
      rounds.push(openChecklistRound.id);
      for (const [name, rating] of [
        ['ann', 'MODERATELY'],
        ['bob', title === 'Spring' ? 'NOT_AT_ALL' : 'MODERATELY'],
      ]) {
        const key = await service.createUserKey(tenant.tenantId, `${name}@strata.example`, Role.ADMIN);
        await service.get(
          key,
          'mutation ($round: ID!, $ratings: [StatementRatingInput!]!) { rateChecklist(round: $round, ratings: $ratings) { round { id } } }',
          { round: openChecklistRound.id, ratings: [{ statement: 'RETENTION_KNOWN', rating }] },
        );
      }
      if (title === 'Spring') {
        await tenant.get('mutation ($round: ID!) { closeChecklistRound(round: $round) { id } }', {
          round: openChecklistRound.id,
        });
      }
    }
    const out = await run('checklist');
    expect(out).toMatch(/^Autumn, 2026-10-01, open$/m);
    expect(out).toMatch(/^measurement \[2\.0, 2 raters, agreement 100 %\]$/m);
    expect(out.replace(/\n/g, ' ')).toContain(
      'We know what share of our customers stays from year to year. [2.0, 2 raters, agreement 100 %]',
    );
    expect(out).toContain('Known: Of 10 account-years with a decision, 8 ended');
    expect(out).toMatch(/^ +measurement +2 +1\.0 +33 %$/m);
    const spring = await run('checklist', '--round', rounds[0] ?? '');
    expect(spring).toMatch(/^Spring, 2026-04-01, closed on 2026-11-20$/m);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });
});
