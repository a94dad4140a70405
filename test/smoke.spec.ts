import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { COMMANDS, Run, SERVICE } from './built-program.js';

const PORTFOLIO = `{ accounts(first: 100) { totalCount } baseAtRisk { standings { standing accounts } }
  atRiskAccounts { nodes { name assessment { reasons { summary } } } } }`;

interface Portfolio {
  accounts: { totalCount: number };
  baseAtRisk: { standings: { standing: string; accounts: number }[] }[];
  atRiskAccounts: { nodes: { name: string; assessment: { reasons: { summary: string }[] } }[] };
}

describe('the built service', () => {
  const folders: string[] = [];
  const runs: Run[] = [];

  /** As root, the database server runs as somebody else, who has to get in. */
  const newFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'strata-smoke-'));
    chmodSync(folder, 0o755);
    folders.push(folder);
    return folder;
  };
  const start = (
    dataDir: string,
    settings: Record<string, string> = {},
    args: readonly string[] = [],
  ): Run => {
    const run = new Run(SERVICE, args, dataDir, settings);
    runs.push(run);
    return run;
  };
  const command = async (args: readonly string[], dataDir: string): Promise<string> => {
    const run = new Run(COMMANDS, args, dataDir);
    expect({ code: await run.code(), output: run.output }).toMatchObject({ code: 0 });
    return run.answer;
  };

  afterAll(async () => {
    await Promise.all(runs.map((run) => run.end()));
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  it('makes everything on its first start, and keeps it through a stop, a second start, a kill and a third', async () => {
    const data = newFolder();
    const first = start(data);
    const key = (await first.says(/strata_\S+/)).trim();
    await first.says(/Ctrl-C/);
    expect(first.output).toMatch(/^ {2}- Management .*heard/m);
    expect([await first.probe('livez'), await first.probe('readyz')]).toEqual([200, 200]);
    expect(await first.ask(key, '{ me { scopes } }')).toEqual({ me: { scopes: ['read', 'write', 'admin'] } });
    const made = await first.ask<Portfolio>(key, PORTFOLIO);
    expect(made.accounts.totalCount).toBeGreaterThanOrEqual(40);
    expect(made.baseAtRisk[0]?.standings.filter(({ accounts }) => accounts === 0)).toEqual([]);
    expect(made.atRiskAccounts.nodes[0]?.assessment.reasons[0]?.summary).toMatch(/\.$/);
    first.kill('SIGTERM');
    expect(await first.code()).toBe(0);

    const second = start(data);
    expect(await second.ask(key, PORTFOLIO)).toEqual(made);
    await second.says(/Ctrl-C/);
    expect(second.output).not.toContain('strata_');
    expect(second.output).toContain('key create');
    const whileItRuns = JSON.parse(await command(['base', '--json'], data)) as Portfolio;
    expect(whileItRuns.baseAtRisk[0]?.standings.map(({ accounts }) => accounts)).toEqual(
      made.baseAtRisk[0]?.standings.map(({ accounts }) => accounts),
    );
    second.kill('SIGKILL');
    await second.ended;

    const third = start(data);
    expect(await third.ask(key, PORTFOLIO)).toEqual(made);
    third.kill('SIGINT');
    third.kill('SIGTERM');
    expect(await third.code()).toBe(0);
    expect(await command(['at-risk', '--first', '1'], data)).toContain(made.atRiskAccounts.nodes[0]?.name);
  }, 120_000);

  it('begins anew after a kill in the middle of the demo portfolio, and makes nothing twice', async () => {
    const data = newFolder();
    const killed = start(data);
    await killed.says(/demo portfolio/);
    await delay(700);
    killed.kill('SIGKILL');
    await killed.ended;
    const next = start(data);
    const key = await next.says(/strata_\S+/);
    const { accounts } = await next.ask<{ accounts: { nodes: { name: string }[] } }>(
      key,
      '{ accounts(first: 100) { nodes { name } } }',
    );
    const names = accounts.nodes.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(40);
    next.kill('SIGTERM');
    expect(await next.code()).toBe(0);
  }, 120_000);

  it('starts empty when told so, says what to do next, and stays empty', async () => {
    const data = newFolder();
    const empty = start(data, {}, ['--empty']);
    await empty.says(/no accounts yet: npm run strata -- import/);
    empty.kill('SIGTERM');
    await empty.ended;
    const again = start(data);
    await again.says(/no accounts yet/);
    again.kill('SIGTERM');
    expect(await again.code()).toBe(0);
  }, 120_000);

  it('stops with one sentence when a setting is wrong or the port is taken', async () => {
    const wrong = start(newFolder(), { PORT: 'abc' });
    expect(await wrong.code()).toBe(1);
    expect(wrong.output.trim().split('\n')).toEqual([
      expect.stringContaining('cannot start'),
      expect.stringContaining("PORT is 'abc'"),
    ]);

    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const second = start(newFolder(), { PORT: String(port) }, ['--empty']);
    expect(await second.code()).toBe(1);
    expect(second.output).toContain(`Port ${port} is taken by another program: set PORT`);
    expect(second.output).not.toMatch(/ {4}at /);
    other.close();
  }, 120_000);
});
