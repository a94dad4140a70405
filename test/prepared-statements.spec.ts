import pg from 'pg';
import { TestService } from './service.js';
import { crm, TestTenant } from './tenant.js';

/** Uses before a statement is prepared, and some after it. */
const USES = 6;

describe('statements that come often', () => {
  let service: TestService;
  let tenant: TestTenant;
  let database: pg.Client;

  const start = async (prepare: string): Promise<void> => {
    service = await TestService.start({ DATABASE_PREPARE: prepare, DATABASE_POOL_SIZE: '1' }, 1);
    tenant = await TestTenant.create(service);
    await tenant.account('a', { segment: 'Retail' });
    database = new pg.Client({ connectionString: service.database.url });
    await database.connect();
  };
  afterEach(async () => {
    await database.end();
    await service.stop();
  });

  const segment = async (): Promise<string | undefined> => {
    const { data } = await tenant.ask<{ account: { segment: string } | null }>(
      'query ($ref: RefInput!) { account(ref: $ref) { segment } }',
      { ref: crm('a') },
    );
    return data.account?.segment;
  };
  const useOften = async (): Promise<unknown[]> => {
    const answers = [];
    for (let use = 0; use < USES; use++) answers.push(await segment());
    return [...new Set(answers)];
  };

  it('are prepared, and prepared anew after a migration has changed what they return', async () => {
    await start('on');
    expect(await useOften()).toEqual(['Retail']);
    await database.query('ALTER TABLE accounts ALTER COLUMN segment TYPE varchar(500)');
    expect(await segment()).toBeUndefined();
    expect(await useOften()).toEqual(['Retail']);
  });

  it('are sent as they are where a pooler would not keep them apart', async () => {
    await start('off');
    expect(await useOften()).toEqual(['Retail']);
    await database.query('ALTER TABLE accounts ALTER COLUMN segment TYPE varchar(500)');
    expect(await segment()).toBe('Retail');
  });
});
