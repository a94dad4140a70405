import pg, { type PoolConfig } from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { MIGRATIONS } from './migrations.js';
import { replicaAddress } from './connection/read-replica.js';

/** How to reach the database. */
export interface DatabaseAccess {
  url: string;
  /** The tables of the product, for whoever compares them with the schema: statements are written out, and need none. */
  tables?: NonNullable<DataSourceOptions['entities']>;
  poolSize?: number;
  /** A streaming replica that may answer readers, as `host:port`. */
  replica?: string | undefined;
}

const TIMESTAMPTZ = 1184;
const DATE = 1082;
const TEXTS = 1009;
const UUIDS = 2951;

/** What PostgreSQL lists our connections as. */
const APPLICATION = 'strata';

/** Instants and dates stay text on their way to the answer. The app's role has its time zone set to UTC. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
    if (oid === TIMESTAMPTZ) return readInstant;
    if (oid === DATE) return (value) => value;
    const parser = pg.types.getTypeParser(oid, format) as (value: string) => unknown;
    return oid === TEXTS || oid === UUIDS ? (value) => readWords(value) ?? parser(value) : parser;
  },
};

/** `{OPERATIONS,MANAGEMENT}`: codes and ids are never quoted, and most arrays hold these. Null for any other array. */
function readWords(printed: string): string[] | null {
  if (printed === '{}') return [];
  if (printed.includes('"') || printed.includes('NULL') || printed.includes('{', 1)) return null;
  return printed.slice(1, -1).split(',');
}

/** `2026-11-21 09:30:00.5+00` as PostgreSQL prints it becomes `2026-11-21T09:30:00.500Z`. */
export function readInstant(printed: string): string {
  const { length } = printed;
  if (length < SECONDS_LONG + 3 || !printed.endsWith('+00')) return new Date(printed).toISOString();
  const day = printed.slice(0, 10);
  const time = printed.slice(11, SECONDS_LONG);
  if (length === SECONDS_LONG + 3) return `${day}T${time}.000Z`;
  return `${day}T${time}.${printed
    .slice(SECONDS_LONG + 1, length - 3)
    .slice(0, 3)
    .padEnd(3, '0')}Z`;
}

/** The length of `2026-11-21 09:30:00`. */
const SECONDS_LONG = 19;

export function dataSourceOptions({ url, tables = [], poolSize = 10 }: DatabaseAccess): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    driver: pg,
    entities: tables,
    migrations: MIGRATIONS,
    migrationsTableName: 'migrations',
    synchronize: false,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    poolSize,
    extra: { types, pipeline: true, application_name: APPLICATION },
  };
}

/** How to reach the replica; null without one. */
export function replicaOptions({ url, replica, poolSize = 10 }: DatabaseAccess): PoolConfig | null {
  if (replica === undefined) return null;
  return {
    connectionString: replicaAddress(url, replica),
    max: poolSize,
    types,
    application_name: APPLICATION,
  };
}
