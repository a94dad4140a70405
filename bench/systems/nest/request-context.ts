import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { makeLoaders, type Loaders } from './reading/loaders.js';

const keys = new Map<string, string>(
  Object.entries(JSON.parse(readFileSync(process.env.KEYS ?? '', 'utf8')) as Record<string, string>),
);

/** What a request carries: its tenant, its transaction and its loaders. */
export interface RequestContext {
  tenantId: string;
  runner: QueryRunner;
  manager: EntityManager;
  loaders: Loaders;
}

/** Checks the key and opens the transaction in which row level security shows the tenant's rows alone. */
export async function openRequest(
  dataSource: DataSource,
  header: string | undefined,
): Promise<RequestContext> {
  const key = header?.slice('Bearer '.length) ?? '';
  const tenantId = keys.get(createHash('sha256').update(key).digest('hex'));
  if (!tenantId) throw new Error('Unknown key.');
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  await runner.startTransaction();
  await runner.query("SELECT set_config('app.tenant_id', $1, true), set_config('app.owner_id', '', true)", [
    tenantId,
  ]);
  return { tenantId, runner, manager: runner.manager, loaders: makeLoaders(runner.manager, tenantId) };
}

/** Confirms the request's transaction, or undoes it. */
export async function closeRequest({ runner }: RequestContext, failed: boolean): Promise<void> {
  try {
    if (failed) await runner.rollbackTransaction();
    else await runner.commitTransaction();
  } finally {
    await runner.release();
  }
}
