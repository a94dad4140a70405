import { DailySweepService } from '../src/assessment/sweep/daily-sweep.service.js';
import { SweepService } from '../src/assessment/sweep/sweep.service.js';
import { ReadinessService } from '../src/health/readiness.service.js';
import { TestService } from './service.js';

describe('the probes', () => {
  let service: TestService;
  const probe = async (name: string): Promise<{ status: number; body: Record<string, unknown> }> => {
    const response = await fetch(service.address.replace('/graphql', `/${name}`));
    expect(response.headers.get('cache-control')).toBe('no-store');
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  beforeEach(async () => {
    service = await TestService.start();
  });
  afterEach(() => service.stop());

  it('say up and ready without a key', async () => {
    expect(await probe('livez')).toEqual({ status: 200, body: { status: 'up' } });
    expect(await probe('readyz')).toEqual({ status: 200, body: { status: 'ready', sweep: null } });
  });

  it('say how far the daily sweep is behind, and send nobody elsewhere for it', async () => {
    const { key } = await service.createTenant();
    service.setClock('2026-11-20T09:00:00.000Z');
    await service.get(
      key,
      'mutation { upsertAccounts(accounts: [{ external: { system: "t", id: "a" }, name: "Alder" }]) { results { status } } }',
    );
    service.setClock('2026-11-22T03:10:00.000Z');
    const daily = service.app.get(DailySweepService, { strict: false });
    const sweeps = service.app.get(SweepService, { strict: false });
    const busy = jest.spyOn(sweeps, 'sweep').mockRejectedValue(new Error('The database is busy.'));
    await daily.look(3);
    const dueAt = '2026-11-22T03:00:00.000Z';
    expect(await probe('readyz')).toEqual({
      status: 200,
      body: { status: 'ready', sweep: { dueAt, waiting: 1, behindSeconds: 600 } },
    });
    busy.mockRestore();
    await daily.look(3);
    expect(await probe('readyz')).toMatchObject({ body: { sweep: { dueAt, waiting: 0, behindSeconds: 0 } } });
  });

  it('send requests elsewhere once the service is told to stop, while it lives', async () => {
    service.app.get(ReadinessService).leave();
    expect(await probe('readyz')).toMatchObject({
      status: 503,
      body: { reason: 'The service is stopping.' },
    });
    expect(await probe('livez')).toMatchObject({ status: 200 });
  });

  it('notice that the database is gone, and do not blame the process for it', async () => {
    await service.database.drop();
    expect(await probe('readyz')).toMatchObject({
      status: 503,
      body: { reason: 'The database does not answer.' },
    });
    expect(await probe('livez')).toMatchObject({ status: 200 });
  });
});
