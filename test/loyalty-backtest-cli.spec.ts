import { registerBacktest } from '../src/cli/commands/loyalty/backtest.command.js';
import { registerCalibration } from '../src/cli/commands/loyalty/calibration.command.js';
import { daysAfter } from '../src/domain/loyalty/backtest/track.js';
import { TestCommandLine } from './command-line.js';
import { accepted, type Outcome } from './outcomes.js';
import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';

describe('looking back, from the command line', () => {
  let service: TestService;
  let tenant: TestTenant;
  let commandLine: TestCommandLine;

  beforeAll(async () => {
    service = await TestService.start();
    tenant = await TestTenant.create(service);
    commandLine = new TestCommandLine(service, tenant.tenantId, [registerBacktest, registerCalibration], 120);
  });
  afterAll(() => service.stop());

  const run = (...args: string[]): Promise<string> => commandLine.run(...args);

  async function decide(events: { id: string; kind: string; on: string }[]): Promise<void> {
    const { recordLoyaltyEvents } = await tenant.get<{ recordLoyaltyEvents: { results: Outcome[] } }>(
      `mutation ($events: [LoyaltyEventInput!]!) { recordLoyaltyEvents(events: $events) {
        results { index status error { code message path } } } }`,
      { events: events.map(({ id, kind, on }) => ({ account: crm(id), kind, occurredOn: on })) },
    );
    accepted(recordLoyaltyEvents.results);
  }

  const YEAR = ['--from', '2024-01-01', '--to', '2024-12-31'];

  it('says that there is nothing to look back on yet', async () => {
    service.setClock('2024-01-10T09:00:00.000Z');
    const out = await run('backtest', '--from', '2023-01-01', '--to', '2024-01-10');
    expect(out).toContain('Flagged before: – (none counted)');
    expect(out).toContain('No loss that could have been seen coming lies in the period.');
    expect(await run('calibration', 'show')).toContain('0 of 50 losses');
    await expect(run('calibration', 'propose')).rejects.toThrow('There are too few outcomes');
    await expect(run('calibration', 'revert', '--reason', 'x')).rejects.toThrow('in force already');
  });

  it('prints losses with what announced them, and what came of the flags', async () => {
    await tenant.account('Acme');
    await tenant.people('Acme', { boss: { level: 'MANAGEMENT' } });
    service.setClock('2024-03-01T09:00:00.000Z');
    await tenant.report('Acme', ['boss'], '2024-02-28T09:00:00Z', { severity: 'CRITICAL' });
    await decide([{ id: 'Acme', kind: 'LOST', on: '2024-03-01' }]);
    service.setClock('2026-01-01T09:00:00.000Z');
    const out = await run('backtest', ...YEAR);
    expect(out).toContain('Losses from 2024-01-01 to 2024-12-31, 1 customers judged');
    expect(out).toMatch(/^Flagged before: 1 of 1 \(too few\); median 51 days ahead/m);
    expect(out).toMatch(/^At risk before: 0 of 1 \(too few\)$/m);
    expect(out).toMatch(/^2024-03-01 +Acme +EUR 100,000 +– .*deciding level unheard 51/m);
    expect(out).not.toContain('for want of dates');
    const replayed = await run('backtest', ...YEAR, '--replay');
    expect(replayed).toContain('Taken as it stands today, for want of dates');
    const json = JSON.parse(await run('backtest', ...YEAR, '--json')) as { flagBacktest: object };
    expect(json.flagBacktest).toMatchObject({ accounts: 1, knowledge: 'AS_RECORDED' });
    await expect(run('backtest', '--from', 'soon', '--to', '2024-12-31')).rejects.toThrow();
    await expect(run('backtest', '--from', '2024-01-01', '--to', '2026-12-31')).rejects.toThrow(
      'days to come',
    );
  });

  it('proposes weights, puts them in force and takes them back', async () => {
    const ids = Array.from({ length: 120 }, (_, index) => `a${index}`);
    accepted(await tenant.upsertAccounts(ids.map((id) => ({ ...crm(id), name: id }))));
    accepted(
      await tenant.upsertStakeholders(
        ids.map((id) => ({ ...crm(`${id} boss`), account: crm(id), fullName: id, startedOn: '2020-01-01' })),
      ),
    );
    await decide(
      ids.map((id, index) => ({
        id,
        kind: index % 2 === 0 ? 'LOST' : 'RENEWED',
        on: daysAfter('2023-01-01', index * 8),
      })),
    );
    const proposed = await run('calibration', 'propose');
    expect(proposed).toMatch(/^deciding level unheard +8\d +4\d +20 %/m);
    const id = /strata calibration accept (\S+)/.exec(proposed)?.[1] ?? '';
    expect(await run('calibration', 'accept', id, '--reason', 'Tried')).toBe(
      'In force since 2026-01-01: 1.1.0+c1 (Tried)',
    );
    const shown = await run('calibration', 'show');
    expect(shown).toContain('There are enough outcomes to propose weights of your own.');
    expect(shown).toMatch(new RegExp(`^2026-01-01 +[a-z ]+ +-?[\\d.]+ \\(.*\\) +${id}$`, 'm'));
    expect(shown).toContain('In force since 2026-01-01: 1.1.0+c1 (Tried)');
    expect(await run('calibration', 'revert', '--reason', 'Again')).toContain('1.1.0 (Again)');
  });
});
