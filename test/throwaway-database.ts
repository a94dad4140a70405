import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of its own for one test file. */
export interface ThrowawayDatabase {
  /** Its name on the server, usable as a template for further ones once nobody is connected to it. */
  readonly name: string;
  /** Its address as superuser. */
  readonly url: string;
  /** Removes it, whoever is still connected. */
  readonly drop: () => Promise<void>;
}

/**
 * Copies a database of the test server: by default an empty one, else the named template. Copying files takes some
 * 40 ms, where running the migrations takes seconds. Nobody may be connected to the template meanwhile.
 */
export async function createDatabase(template = 'template1'): Promise<ThrowawayDatabase> {
  const name = `throwaway_${randomBytes(8).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${pg.escapeIdentifier(template)} STRATEGY file_copy`);
  return { name, url: urlOf(name), drop: () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

function urlOf(database: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.href;
}

function serverUrl(): string {
  const url = process.env.STRATA_TEST_POSTGRES_URL;
  if (!url) throw new Error('No test server runs; jest starts one through test/postgres.setup.ts.');
  return url;
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
