import { DailySweepService } from '../src/assessment/sweep/daily-sweep.service.js';
import { SweepService } from '../src/assessment/sweep/sweep.service.js';
import { TestService } from './service.js';

const ACCOUNTS = `mutation { upsertAccounts(accounts: [
  { external: { system: "t", id: "a" }, name: "Alder" } { external: { system: "t", id: "b" }, name: "Birch" }
]) { results { error { message } } } }`;

describe('the figures of the process', () => {
  let service: TestService;
  let key: string;

  const page = (headers: Record<string, string> = {}): Promise<Response> =>
    fetch(service.address.replace('/graphql', '/metrics'), { headers });
  const print = async (): Promise<string> => (await page()).text();
  const figure = async (name: string): Promise<number> => {
    const line = (await print()).split('\n').find((each) => each.startsWith(`${name} `));
    return Number(line?.slice(name.length + 1));
  };
  const start = async (environment: Record<string, string> = {}): Promise<void> => {
    service = await TestService.start(environment);
    service.setClock('2026-11-20T09:00:00.000Z');
    ({ key } = await service.createTenant());
  };
  afterEach(() => service.stop());

  it('are shown to this machine, in the text format of Prometheus, without a key', async () => {
    await start();
    const response = await page();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toMatch(/^process_resident_memory_bytes \d+/m);
  });

  it('are not there for what a proxy passes on, unless they are to be shown to everybody', async () => {
    await start();
    expect((await page({ 'x-forwarded-for': '203.0.113.7' })).status).toBe(404);
    expect((await page({ forwarded: 'for=203.0.113.7' })).status).toBe(404);
    await service.stop();
    await start({ METRICS: 'on' });
    expect((await page({ 'x-forwarded-for': '203.0.113.7' })).status).toBe(200);
    await service.stop();
    await start({ METRICS: 'off' });
    expect((await page()).status).toBe(404);
  });

  it('time operations by type and outcome, and requests by a closed list of routes', async () => {
    await start();
    await service.get(key, ACCOUNTS);
    await service.get(key, '{ me { scopes } }');
    await service.ask(null, '{ me { scopes } }');
    await service.ask(key, '{ nonsense }');
    await service.ask(key, '{');
    await fetch(service.address.replace('/graphql', '/wp-admin.php'));
    const counted = (labels: string): Promise<number> =>
      figure(`graphql_operation_duration_seconds_count{${labels}}`);
    expect(await counted('type="mutation",outcome="OK"')).toBe(1);
    expect(await counted('type="query",outcome="OK"')).toBe(1);
    expect(await counted('type="query",outcome="UNAUTHENTICATED"')).toBe(1);
    expect(await counted('type="none",outcome="GRAPHQL_PARSE_FAILED"')).toBe(1);
    expect(await figure('http_request_duration_seconds_count{method="GET",route="other",status="404"}')).toBe(
      1,
    );
    expect(
      await figure('http_request_duration_seconds_count{method="POST",route="/graphql",status="200"}'),
    ).toBe(5);
    expect(await print()).not.toContain('wp-admin');
  });

  it('show the pool, and count the accounts judged by writes and by the sweep', async () => {
    await start();
    await service.get(key, ACCOUNTS);
    expect(await figure('db_pool_connections_in_use')).toBe(0);
    expect(await figure('db_pool_connections_idle')).toBeGreaterThan(0);
    expect(await figure('db_pool_waiting')).toBe(0);
    expect(await figure('strata_assessments_refreshed_total{by="write"}')).toBe(2);
    expect(await figure('strata_sweep_waiting')).toBeNaN();

    service.setClock('2026-11-22T09:00:00.000Z');
    await service.app.get(DailySweepService, { strict: false }).look(3);
    expect(await figure('strata_assessments_refreshed_total{by="sweep"}')).toBe(2);
    expect(await figure('strata_sweep_waiting')).toBe(0);
    expect(await figure('strata_sweep_behind_seconds')).toBe(0);
    expect(await figure('strata_sweep_last_duration_seconds')).toBeGreaterThan(0);
  });

  it('show how far a sweep is behind that cannot go on', async () => {
    await start();
    await service.get(key, ACCOUNTS);
    service.setClock('2026-11-22T04:30:00.000Z');
    const sweeps = service.app.get(SweepService, { strict: false });
    jest.spyOn(sweeps, 'sweep').mockRejectedValue(new Error('The database is busy.'));
    await service.app.get(DailySweepService, { strict: false }).look(3);
    expect(await figure('strata_sweep_waiting')).toBe(2);
    expect(await figure('strata_sweep_behind_seconds')).toBe(5_400);
  });
});
