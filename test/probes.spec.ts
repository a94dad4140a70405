import { ReadinessService } from '../src/health/readiness.service.js';
import { TestService } from './service.js';

describe('the probes', () => {
  let service: TestService;
  const probe = async (name: string): Promise<{ status: number; body: Record<string, string> }> => {
    const response = await fetch(service.address.replace('/graphql', `/${name}`));
    expect(response.headers.get('cache-control')).toBe('no-store');
    return { status: response.status, body: (await response.json()) as Record<string, string> };
  };

  beforeEach(async () => {
    service = await TestService.start();
  });
  afterEach(() => service.stop());

  it('say up and ready without a key', async () => {
    expect(await probe('livez')).toEqual({ status: 200, body: { status: 'up' } });
    expect(await probe('readyz')).toEqual({ status: 200, body: { status: 'ready' } });
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
