import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { MIGRATIONS } from './migrations.js';

/** How to reach the database, and the tables of the product (listed by the app, because features lie above this room). */
export interface DatabaseAccess {
  url: string;
  tables: NonNullable<DataSourceOptions['entities']>;
  poolSize?: number;
}

const TIMESTAMPTZ = 1184;
const DATE = 1082;

/** Instants and dates stay text on their way to the answer. The app's role has its time zone set to UTC. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
    if (oid === TIMESTAMPTZ) return readInstant;
    if (oid === DATE) return (value) => value;
    return pg.types.getTypeParser(oid, format) as (value: string) => unknown;
  },
};

/** `2026-11-21 09:30:00.5+00` as PostgreSQL prints it becomes `2026-11-21T09:30:00.500Z`. */
export function readInstant(printed: string): string {
  if (!printed.endsWith('+00')) return new Date(printed).toISOString();
  const [seconds = '', fraction = ''] = printed.slice(0, -3).split('.');
  return `${seconds.replace(' ', 'T')}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
}

export function dataSourceOptions({ url, tables, poolSize = 10 }: DatabaseAccess): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: tables,
    migrations: MIGRATIONS,
    migrationsTableName: 'migrations',
    synchronize: false,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    poolSize,
    extra: { types, application_name: 'strata' },
  };
}
