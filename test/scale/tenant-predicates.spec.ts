import { missingTenants, readyParser } from './tenant-predicates.js';

const TABLES = new Set(['accounts', 'stakeholders', 'users']);

beforeAll(readyParser);

const missing = (text: string): string[] => missingTenants(text, TABLES);

describe('a statement on a tenant table', () => {
  it.each([
    'SELECT 1 FROM accounts WHERE tenant_id = $1',
    'SELECT 1 FROM accounts a WHERE $1::uuid = a.tenant_id AND a.name = $2',
    'SELECT 1 FROM accounts a JOIN users u ON u.tenant_id = a.tenant_id AND u.id = a.owner_id WHERE a.tenant_id = $1',
    'SELECT 1 FROM accounts a LEFT JOIN users u ON u.tenant_id = a.tenant_id WHERE a.tenant_id = $1',
    'SELECT 1 FROM accounts a, users u WHERE a.tenant_id = u.tenant_id AND u.tenant_id = $1',
    'SELECT 1 FROM accounts a JOIN users u USING (tenant_id) WHERE a.tenant_id = $1',
    'SELECT (SELECT count(*) FROM users u WHERE u.tenant_id = a.tenant_id) FROM accounts a WHERE a.tenant_id = $1',
    'SELECT 1 FROM accounts a CROSS JOIN LATERAL (SELECT 1 FROM users u WHERE u.tenant_id = a.tenant_id) x WHERE a.tenant_id = $1',
    'SELECT 1 FROM accounts a WHERE (a.tenant_id, a.id) IN (SELECT u.tenant_id, u.id FROM users u WHERE u.tenant_id = $1)',
    'SELECT 1 FROM accounts a WHERE (a.tenant_id, a.id) = ($1, $2)',
    'WITH mine AS (SELECT * FROM users WHERE tenant_id = $1) SELECT 1 FROM accounts a JOIN mine m ON m.tenant_id = a.tenant_id',
    'WITH accounts AS (SELECT 1) SELECT * FROM accounts',
    'SELECT 1 FROM accounts WHERE tenant_id = $1 UNION SELECT 1 FROM users WHERE tenant_id = $1',
    'UPDATE accounts a SET name = r.name FROM jsonb_populate_recordset(NULL::accounts, $1) r WHERE a.tenant_id = $2 AND a.id = r.id',
    'DELETE FROM accounts USING users u WHERE accounts.tenant_id = $1 AND u.tenant_id = accounts.tenant_id',
    'INSERT INTO accounts (tenant_id, id) VALUES ($1, $2) ON CONFLICT (tenant_id, id) DO UPDATE SET name = excluded.name',
    "BEGIN; SELECT set_config('app.tenant_id', 'x', true); SELECT 1 FROM accounts WHERE tenant_id = 'x'",
    'INSERT INTO accounts SELECT * FROM jsonb_populate_recordset(NULL::accounts, $1)',
    'SELECT id FROM tenants',
    'ANALYZE accounts',
  ])('is for one tenant: %s', (text) => {
    expect(missing(text)).toEqual([]);
  });

  it.each([
    ['SELECT 1 FROM accounts', 1],
    ['SELECT 1 FROM accounts WHERE tenant_id = $1 OR id = $2', 1],
    ['SELECT 1 FROM accounts WHERE NOT tenant_id = $1', 1],
    ['SELECT 1 FROM accounts WHERE tenant_id <> $1', 1],
    ['SELECT 1 FROM accounts WHERE tenant_id = ANY($1)', 1],
    ['SELECT 1 FROM accounts WHERE tenant_id = tenant_id', 1],
    ['SELECT 1 FROM accounts a JOIN users u ON u.id = a.owner_id WHERE a.tenant_id = $1', 1],
    ['SELECT 1 FROM accounts a JOIN users u ON u.tenant_id = a.tenant_id', 2],
    ['SELECT 1 FROM accounts a LEFT JOIN users u ON u.tenant_id = a.tenant_id AND a.tenant_id = $1', 2],
    ['SELECT 1 FROM accounts a LEFT JOIN users u ON u.tenant_id = $1', 1],
    ['SELECT (SELECT count(*) FROM users u) FROM accounts a WHERE a.tenant_id = $1', 1],
    [
      'SELECT 1 FROM accounts a WHERE EXISTS (SELECT FROM users u WHERE u.tenant_id = a.tenant_id AND u.tenant_id = $1)',
      1,
    ],
    ['SELECT 1 FROM accounts a WHERE a.id IN (SELECT u.id FROM users u WHERE u.tenant_id = $1)', 1],
    [
      'SELECT 1 FROM accounts a WHERE a.tenant_id NOT IN (SELECT u.tenant_id FROM users u WHERE u.tenant_id = $1)',
      1,
    ],
    ['SELECT 1 FROM accounts WHERE tenant_id = $1 UNION SELECT 1 FROM users', 1],
    ['WITH all_users AS (SELECT * FROM users) SELECT 1 FROM accounts WHERE tenant_id = $1', 1],
    ['SELECT 1 FROM (SELECT * FROM accounts) x WHERE x.tenant_id = $1', 1],
    ['UPDATE accounts SET name = $1', 1],
    [
      'UPDATE accounts a SET name = r.name FROM jsonb_populate_recordset(NULL::accounts, $1) r WHERE a.tenant_id = r.tenant_id',
      1,
    ],
    ['UPDATE accounts SET name = (SELECT name FROM users LIMIT 1) WHERE tenant_id = $1', 1],
    ['DELETE FROM accounts WHERE id = $1', 1],
    ['DELETE FROM accounts USING users u WHERE accounts.tenant_id = $1', 1],
    ['INSERT INTO accounts (id) VALUES ($1)', 1],
    ['INSERT INTO accounts (tenant_id, id) SELECT u.tenant_id, u.id FROM users u', 1],
    [
      'INSERT INTO accounts (tenant_id, id) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET name = excluded.name',
      1,
    ],
    ['BEGIN; DELETE FROM accounts; COMMIT', 1],
    ['TRUNCATE accounts', 1],
    ['COPY accounts TO STDOUT', 1],
    ['MERGE INTO accounts a USING users u ON a.id = u.id WHEN MATCHED THEN DELETE', 2],
  ])('is found out: %s', (text, faults) => {
    expect(missing(text)).toHaveLength(faults);
  });
});
