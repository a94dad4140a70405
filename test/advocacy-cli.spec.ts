import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerAdvocates } from '../src/cli/commands/advocacy/advocates.command.js';
import { registerBenchmark } from '../src/cli/commands/advocacy/benchmark.command.js';
import { registerCycle } from '../src/cli/commands/advocacy/cycle.command.js';
import { TestCommandLine } from './command-line.js';
import { TestService } from './service.js';

const MAP = `mutation {
  upsertAccounts(atomic: true, accounts: [
    { external: { system: "t", id: "a" }, name: "Acme Rail", structure: HIERARCHICAL, segment: "Rail" }
    { external: { system: "t", id: "b" }, name: "Bolt", segment: "Rail" } { external: { system: "t", id: "c" }, name: "Corda", segment: "Rail" }
    { external: { system: "t", id: "d" }, name: "Delta", segment: "Rail" } { external: { system: "t", id: "e" }, name: "Echo", segment: "Rail" }
  ]) { results { error { message } } }
  upsertStakeholders(atomic: true, stakeholders: [
    { external: { system: "t", id: "max" }, account: { external: { system: "t", id: "a" } }, fullName: "Max Manager", level: MANAGEMENT, roles: [DECISION_MAKER] }
    { external: { system: "t", id: "olga" }, account: { external: { system: "t", id: "a" } }, fullName: "Olga Ops", level: OPERATIONS,
      reportsTo: { external: { system: "t", id: "max" } } }
    { external: { system: "t", id: "b1" }, account: { external: { system: "t", id: "b" } }, fullName: "Bo", level: OPERATIONS }
    { external: { system: "t", id: "c1" }, account: { external: { system: "t", id: "c" } }, fullName: "Cy", level: OPERATIONS }
    { external: { system: "t", id: "d1" }, account: { external: { system: "t", id: "d" } }, fullName: "Di", level: OPERATIONS }
    { external: { system: "t", id: "e1" }, account: { external: { system: "t", id: "e" } }, fullName: "Ed", level: OPERATIONS }
  ]) { results { error { message } } }
  recordSatisfaction(atomic: true, answers: [
    { stakeholder: { external: { system: "t", id: "olga" } }, instrument: "NPS", value: { number: 10 }, answeredAt: "2026-11-10T10:00:00Z" }
    { stakeholder: { external: { system: "t", id: "b1" } }, instrument: "NPS", value: { number: 8 }, answeredAt: "2026-11-10T10:00:00Z" }
    { stakeholder: { external: { system: "t", id: "c1" } }, instrument: "NPS", value: { number: 7 }, answeredAt: "2026-11-10T10:00:00Z" }
    { stakeholder: { external: { system: "t", id: "d1" } }, instrument: "NPS", value: { number: 4 }, answeredAt: "2026-11-10T10:00:00Z" }
    { stakeholder: { external: { system: "t", id: "e1" } }, instrument: "NPS", value: { number: 6 }, answeredAt: "2026-11-10T10:00:00Z" }
  ]) { results { error { message } } }
  recordAsk(input: { stakeholder: { external: { system: "t", id: "olga" } }, kind: REFERENCE, askedAt: "2026-11-19T10:00:00Z" }) { id }
}`;

describe('learning, teaching and amplifying from the command line', () => {
  let service: TestService;
  let commandLine: TestCommandLine;
  let folder: string;

  beforeAll(async () => {
    service = await TestService.start();
    service.setClock('2026-11-20T09:00:00.000Z');
    const { key, tenantId } = await service.createTenant();
    commandLine = new TestCommandLine(service, tenantId, [
      registerAdvocates,
      registerCycle,
      registerBenchmark,
    ]);
    await service.get(key, MAP);
    folder = mkdtempSync(join(tmpdir(), 'strata-handout-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await service.stop();
  });

  const run = (...args: string[]): Promise<string> => commandLine.run(...args);

  it('lists advocates with why they may not be asked, and from when on', async () => {
    const out = await run('advocates', '--account', 'Acme Rail');
    expect(out).toMatch(/^Olga Ops +Acme Rail +operations +candidate +– +from 2026-12-19$/m);
    expect(out).toContain('  - Already asked on 19 November 2026: ask again from 19 December 2026.');
    expect(await run('advocates', '--status', 'active')).toBe(
      'Nobody speaks for us here, and nobody says they would recommend us.',
    );
    expect(JSON.parse(await run('advocates', '--json'))).toMatchObject({ advocates: { totalCount: 1 } });
  });

  it('tells the cycle of an account', async () => {
    const out = await run('cycle', 'Acme', 'Rail');
    expect(out).toContain('Acme Rail: learn');
    expect(out).toContain(
      'Record what your functions know of this account: nothing was learned within a year.',
    );
    expect(out).toContain('management: 0 of 1 reached');
    expect(out).toContain('  Max Manager: not reached, and no advocate is near');
    expect(out).toContain('operations: asked 2, given 0');
  });

  it('draws a benchmark, and writes the page for the customer', async () => {
    const file = join(folder, 'rail.html');
    const out = await run('benchmark', 'Rail', 'NPS', '--account', 'Acme Rail', '--html', file);
    expect(out).toContain('At least 5 accounts, 5 people; median 70, mean 70 of 100.');
    expect(out).toMatch(/^ 60 to {2}80 {2}#{16} +40 %$/m);
    expect(out).toContain('The account: above the segment, median 100 of 1.');
    expect(readFileSync(file, 'utf8')).toContain('<h2>Acme Rail</h2>');
    await expect(run('benchmark', 'Road', 'NPS')).rejects.toThrow('Too little to publish');
  });
});
