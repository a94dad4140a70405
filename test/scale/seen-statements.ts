import type { INestApplicationContext } from '@nestjs/common';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { missingTenants, readyParser } from './tenant-predicates.js';

type Send = (statement: string | { text: string }, ...rest: unknown[]) => unknown;

/** Ids that a statement carries in its text do not make it another statement. */
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Begins a statement that a test sends over the service's own connection; it says nothing of the product. */
export const BY_THE_TEST = '/* by the test */';

/** Keeps what a service sends to its database, each text once. */
export class SeenStatements {
  private readonly texts = new Set<string>();
  private readonly watched = new WeakSet<PoolClient>();

  /** Listens to every connection that the service takes from its pool from now on. */
  watch(app: INestApplicationContext): void {
    const { master } = app.get(DataSource).driver as unknown as { readonly master: Pool };
    master.on('acquire', (client) => {
      if (this.watched.has(client)) return;
      this.watched.add(client);
      const send = client.query.bind(client) as Send;
      const listening: Send = (statement, ...rest) => {
        const text = typeof statement === 'string' ? statement : statement.text;
        if (!text.startsWith(BY_THE_TEST)) this.texts.add(text.replace(UUID, '0'));
        return send(statement, ...rest);
      };
      client.query = listening as PoolClient['query'];
    });
  }

  /** Hands them over to the end of the run. */
  keep(): void {
    const folder = process.env.STRATA_TEST_STATEMENTS;
    if (!folder || this.texts.size === 0) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${uuidv7()}.json`), JSON.stringify([...this.texts]));
  }
}

/** What all services of the run have sent, each text once. */
export function keptStatements(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  return [...new Set(files.flatMap((text) => JSON.parse(text) as string[]))];
}

/** Throws with every statement that touches one of the tables without saying for which tenant. */
export async function refuseTenantless(
  statements: readonly string[],
  tables: ReadonlySet<string>,
): Promise<void> {
  await readyParser();
  const faults = statements.flatMap((text) =>
    missingTenants(text, tables).map((fault) => `${fault}:\n  ${text.replace(/\s+/g, ' ').trim()}`),
  );
  if (faults.length === 0) return;
  throw new Error(`The service sent statements that name no tenant:\n\n${faults.join('\n\n')}`);
}
