import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from './project-root.js';
import type { Setting } from './setting-kinds.js';
import { readSettings, SETTINGS, unknownSettings, WrongSettings, type Environment } from './settings.js';

function faultsOf(environment: Environment): readonly string[] {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof WrongSettings) return error.faults;
    throw error;
  }
  return [];
}

describe('settings', () => {
  it('need nothing to be set', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', NODE_ENV: 'development', SWEEP_HOUR: 3 });
    expect(settings.DATABASE_URL).toBeUndefined();
  });

  it('keep the data in the project, wherever the command was typed', () => {
    expect(readSettings({}).STRATA_DATA_DIR).toBe(join(PROJECT_ROOT, '.strata'));
    expect(readSettings({ STRATA_DATA_DIR: 'elsewhere' }).STRATA_DATA_DIR).toBe(
      join(PROJECT_ROOT, 'elsewhere'),
    );
    expect(readSettings({ STRATA_DATA_DIR: '/srv/strata' }).STRATA_DATA_DIR).toBe('/srv/strata');
  });

  it('take a set value over the default, and an empty one as not set', () => {
    expect(readSettings({ PORT: '0', SWEEP_HOUR: ' 23 ', HOST: '' })).toMatchObject({
      PORT: 0,
      SWEEP_HOUR: 23,
      HOST: '127.0.0.1',
    });
  });

  it('that are wrong are all named in one message, each with what is needed', () => {
    expect(
      faultsOf({ PORT: 'abc', NODE_ENV: 'prod', SWEEP_HOUR: '24', DATABASE_URL: 'mysql://a@b/c' }),
    ).toEqual([
      "PORT is 'abc': a whole number from 0 to 65535 is needed",
      "NODE_ENV is 'prod': development, production or test is needed",
      "DATABASE_URL is 'mysql://a@b/c': an address like postgres://user:password@host:5432/database is needed, and this one begins with 'mysql:'",
      "SWEEP_HOUR is '24': a whole number from 0 to 23 is needed",
    ]);
  });

  it.each(['-1', '65536', '3000.0', '3e3', '0x10', '٣٠٠٠', '3000 4000'])('refuse the port %s', (port) => {
    expect(faultsOf({ PORT: port })).toHaveLength(1);
  });

  it.each(['http://localhost', 'localhost:3000', '127.0.0.1/x', 'a b'])('refuse the host %s', (host) => {
    expect(faultsOf({ HOST: host })).toHaveLength(1);
  });

  it.each(['localhost', '0.0.0.0', '::', '::1', 'fe80::1'])('accept the host %s', (host) => {
    expect(readSettings({ HOST: host }).HOST).toBe(host);
  });

  it.each([
    ['postgres://host/database', 'the user is missing'],
    ['postgres://user:secret@host', 'the database is missing'],
    ['localhost', 'postgres://user:password@host:5432/database is needed'],
  ])('refuse the database address %s', (url, why) => {
    expect(faultsOf({ DATABASE_URL: url }).join()).toContain(why);
  });

  it.each(['replica.internal:5432', '10.0.0.7:6432', '[::1]:5433'])('accept the replica %s', (server) => {
    expect(readSettings({ DATABASE_REPLICA: server }).DATABASE_REPLICA).toBe(server);
  });

  it.each([
    'replica.internal',
    'replica:0',
    'replica:65536',
    'postgres://a@b:5432/c',
    '::1:5432',
    'a:b@c:5432',
  ])('refuse the replica %s', (server) => {
    expect(faultsOf({ DATABASE_REPLICA: server })).toHaveLength(1);
  });

  it('never repeat a password in a message', () => {
    const [fault] = faultsOf({ DATABASE_URL: 'postgres://user:se:cr@et@host' });
    expect(fault).toContain('postgres://user:***@host');
  });

  it('refuse a restricted login without, or equal to, the owning one', () => {
    const owner = 'postgres://owner:a@host/strata';
    expect(faultsOf({ DATABASE_APP_URL: owner }).join()).toContain('without DATABASE_URL');
    expect(faultsOf({ DATABASE_URL: owner, DATABASE_APP_URL: owner }).join()).toContain('same user');
    expect(faultsOf({ DATABASE_URL: owner, DATABASE_APP_URL: 'postgres://app:a@host/strata' })).toEqual([]);
  });

  it('that do not exist are pointed out when they look like ours', () => {
    expect(
      unknownSettings({ STRATA_DATADIR: 'x', GRAPHQL_MAX_DEPT: '3', STRATA_DATA_DIR: 'x', HOME: 'y' }),
    ).toEqual([
      expect.stringContaining('GRAPHQL_MAX_DEPT is not a setting'),
      expect.stringContaining('STRATA_DATADIR is not a setting'),
    ]);
  });
});

describe('.env.example', () => {
  const example = readFileSync(join(PROJECT_ROOT, '.env.example'), 'utf8');

  it.each(Object.entries<Setting<unknown>>(SETTINGS))(
    'shows %s with its meaning and default',
    (name, setting) => {
      expect(example).toContain(`# ${setting.meaning}.\n#${name}=${setting.fallback ?? ''}\n`);
    },
  );

  it('names nothing that does not exist', () => {
    const named = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(named).toEqual(Object.keys(SETTINGS));
  });

  it('states defaults that would be accepted if they were written out', () => {
    const written: Record<string, string> = {};
    for (const [, name = '', value = ''] of example.matchAll(/^#?([A-Z_]+)=(.*)$/gm)) written[name] = value;
    expect(readSettings(written)).toEqual(readSettings({}));
  });
});
