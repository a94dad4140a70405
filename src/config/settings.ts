import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from './project-root.js';
import {
  folder,
  networkAddress,
  oneOf,
  postgresUrl,
  server,
  wholeNumber,
  Wrong,
  type Setting,
} from './setting-kinds.js';

/** Everything that can be set from outside, in the order of `.env.example`, which a test compares with this table. */
export const SETTINGS = {
  PORT: wholeNumber(3000, 0, 65_535, 'The port the service listens on; 0 takes any free one'),
  HOST: networkAddress('127.0.0.1', 'The address the service listens on; 0.0.0.0 admits other machines'),
  NODE_ENV: oneOf(
    ['development', 'production', 'test'],
    'development',
    'Where this runs; production closes introspection and GraphiQL',
  ),
  LOG_LEVEL: oneOf(
    ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'],
    'log',
    'The least important line to log',
  ),
  STRATA_DATA_DIR: folder('.strata', 'The folder of the embedded database, counted from the project root'),
  DATABASE_URL: postgresUrl(
    'A PostgreSQL 18 to use instead of the embedded one, as a user who may create roles',
  ),
  DATABASE_APP_URL: postgresUrl(
    'The login of the restricted role that serves requests; made from DATABASE_URL if absent',
  ),
  DATABASE_REPLICA: server(
    'A streaming replica, as host:port, for readers who allow it; it has the same login and database',
  ),
  DATABASE_POOL_SIZE: wholeNumber(
    10,
    1,
    500,
    'The most database connections this process opens for requests',
  ),
  DATABASE_PREPARE: oneOf(
    ['on', 'off'],
    'on',
    'Whether statements that come often are prepared; off behind a pooler that does not keep them apart',
  ),
  STATEMENT_TIMEOUT_MS: wholeNumber(
    30_000,
    100,
    3_600_000,
    'Milliseconds until the database gives up a statement',
  ),
  GRAPHQL_MAX_DEPTH: wholeNumber(12, 1, 100, 'The deepest nesting of an operation that is answered'),
  GRAPHQL_MAX_ALIASES: wholeNumber(30, 0, 1_000, 'The most aliases an operation may use'),
  GRAPHQL_MAX_TOKENS: wholeNumber(2_000, 100, 100_000, 'The most tokens an operation may consist of'),
  GRAPHQL_MAX_COST: wholeNumber(
    50_000,
    100,
    10_000_000,
    'The highest estimated cost of an operation, in records',
  ),
  BODY_LIMIT_KB: wholeNumber(1_024, 1, 102_400, 'The largest request body in kilobytes'),
  SWEEP_HOUR: wholeNumber(3, 0, 23, 'The hour (UTC) of the daily sweep for what time alone changes'),
  METRICS: oneOf(
    ['loopback', 'on', 'off'],
    'loopback',
    'Who may read GET /metrics: programs on this machine, everybody who reaches the port, or nobody',
  ),
} as const satisfies Record<string, Setting<unknown>>;

/** The name of a setting, as written in the environment. */
export type SettingName = keyof typeof SETTINGS;

type ValueOf<Kind> = Kind extends Setting<infer Value> ? Value : never;

/** All settings, checked and typed, under the names they have in the environment; what each means stands in `SETTINGS`. */
export type Settings = { readonly [Name in SettingName]: ValueOf<(typeof SETTINGS)[Name]> };

/** An environment as Node shows it; an empty text counts as not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Thrown when the service cannot start as it is set; the message names every wrong setting, why, and what is needed. */
export class WrongSettings extends Error {
  constructor(readonly faults: readonly string[]) {
    super(
      `The service cannot start with these settings:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
    this.name = 'WrongSettings';
  }
}

/** Checks every setting at once, so that a person corrects them in one go. Throws `WrongSettings`. */
export function readSettings(environment: Environment): Settings {
  const faults: string[] = [];
  const entries = Object.entries<Setting<unknown>>(SETTINGS).map(([name, setting]) => {
    const text = environment[name]?.trim() || setting.fallback;
    const value = text === undefined ? undefined : setting.read(text);
    if (value instanceof Wrong) faults.push(`${name} is '${withoutPassword(text ?? '')}': ${value.needed}`);
    return [name, value] as const;
  });
  if (faults.length > 0) throw new WrongSettings(faults);
  const settings = Object.fromEntries(entries) as Settings;
  const contradictions = contradictionsIn(settings);
  if (contradictions.length > 0) throw new WrongSettings(contradictions);
  return settings;
}

/** One sentence per variable that looks like a setting of ours but is none: most likely a slip of the pen. */
export function unknownSettings(environment: Environment): string[] {
  const ours = /^(STRATA|GRAPHQL_MAX)_/;
  return Object.keys(environment)
    .filter((name) => ours.test(name) && !name.startsWith('STRATA_TEST_') && !(name in SETTINGS))
    .sort()
    .map((name) => `${name} is not a setting and changes nothing; .env.example lists those that exist`);
}

/** Adds the project's `.env` file to `process.env`; what is set already wins, and tests never read it. */
export function loadEnvironmentFile(): void {
  const file = join(PROJECT_ROOT, '.env');
  if (process.env.NODE_ENV !== 'test' && existsSync(file)) process.loadEnvFile(file);
}

function contradictionsIn(settings: Settings): string[] {
  const { DATABASE_URL: owner, DATABASE_APP_URL: app } = settings;
  if (app === undefined) return [];
  if (owner === undefined)
    return ['DATABASE_APP_URL is set without DATABASE_URL: both or only DATABASE_URL is needed'];
  return new URL(owner).username === new URL(app).username
    ? ['DATABASE_APP_URL names the same user as DATABASE_URL: the restricted role of its own is needed']
    : [];
}

function withoutPassword(text: string): string {
  return text.replace(/(:\/\/[^:/@]*):.*@/, '$1:***@');
}
