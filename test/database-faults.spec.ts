import { AsyncResource } from 'node:async_hooks';
import pg from 'pg';
import sql from 'sql-template-tag';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { v7 as uuidv7 } from 'uuid';
import { newSecret, writeApiKey } from '../src/common/api-key.js';
import { TenantTransaction } from '../src/database/tenant-transaction.js';
import { Run, SERVICE } from './built-program.js';
import { createMigratedDatabase } from './migrated-database.js';
import { TestService } from './service.js';
import type { ThrowawayDatabase } from './throwaway-database.js';

/** Of the right form, so that it is looked up, and of no tenant. */
const KEY = writeApiKey({ tenantId: uuidv7(), keyId: uuidv7(), secret: newSecret() });

describe('a database that goes away', () => {
  let database: ThrowawayDatabase;
  let run: Run;

  beforeAll(async () => {
    database = await createMigratedDatabase();
    run = new Run(SERVICE, ['--empty'], '', { DATABASE_URL: database.url });
    await run.says(/Ctrl-C/);
  });
  afterAll(async () => {
    await run.end();
    await database.drop();
  });

  /** Closes the database to the service, whatever it is doing there, or opens it again. */
  const open = async (isOpen: boolean): Promise<void> => {
    const server = new pg.Client({ connectionString: process.env.STRATA_TEST_POSTGRES_URL });
    await server.connect();
    await server.query(`ALTER DATABASE ${database.name} ALLOW_CONNECTIONS ${isOpen}`);
    await server.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
      database.name,
    ]);
    await server.end();
  };
  const code = async (): Promise<string | undefined> =>
    (await run.answerTo(KEY, '{ me { scopes } accounts { totalCount } a: accounts { totalCount } }'))
      .errors?.[0]?.extensions.code;

  it('is said to every caller, ends no process, and is forgotten once it is back', async () => {
    expect(await code()).toBe('UNAUTHENTICATED');
    await open(false);
    expect([await code(), await code()]).toEqual(['INTERNAL_SERVER_ERROR', 'INTERNAL_SERVER_ERROR']);
    expect([await run.probe('livez'), await run.probe('readyz')]).toEqual([200, 503]);
    await open(true);
    expect(await code()).toBe('UNAUTHENTICATED');
    expect(await run.probe('readyz')).toBe(200);
  });
});

describe('what is still under way when an operation ends', () => {
  let service: TestService;
  let transaction: TenantTransaction;

  beforeAll(async () => {
    service = await TestService.start({}, 1);
    transaction = service.app.get(TenantTransaction);
  });
  afterAll(() => service.stop());

  const busyConnections = (): number => {
    const { totalCount, idleCount } = (service.app.get(DataSource).driver as PostgresDriver)
      .master as pg.Pool;
    return totalCount - idleCount;
  };

  it('comes to no database any more after the answer, where nobody would end its transaction', async () => {
    const { key } = await service.createTenant();
    const later: (() => Promise<unknown>)[] = [];
    const entered = jest.spyOn(transaction, 'enter').mockImplementation((scope) => {
      later.push(AsyncResource.bind(() => transaction.query(sql`SELECT`)));
      TenantTransaction.prototype.enter.call(transaction, scope);
    });
    await service.get(key, '{ accounts { totalCount } }');
    entered.mockRestore();
    expect(later).toHaveLength(1);
    await expect(later[0]?.()).rejects.toThrow('The operation is over.');
    expect(busyConnections()).toBe(0);
  });

  it('comes to no database any more after a command either, whether that succeeded or failed', async () => {
    const { tenantId } = await service.createTenant();
    const scope = { tenantId, ownerId: null, access: 'write' } as const;
    for (const fails of [false, true]) {
      let later: () => Promise<unknown> = () => Promise.resolve();
      const ended = transaction.run(scope, () => {
        later = AsyncResource.bind(() => transaction.query(sql`SELECT`));
        return fails ? Promise.reject(new Error('It failed.')) : Promise.resolve();
      });
      await (fails ? expect(ended).rejects.toThrow('It failed.') : ended);
      await expect(later()).rejects.toThrow('The operation is over.');
    }
    expect(busyConnections()).toBe(0);
  });
});
