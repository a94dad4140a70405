import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { AccountReferencesReader } from '../../accounts/account-references.reader.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { usualEmail } from '../../domain/map/person.js';
import { lockNewStakeholders } from '../lock-new-stakeholders.js';
import type { StakeholderInput } from '../stakeholders.inputs.js';
import { referencesOf, type KnownStakeholders } from './known-stakeholders.reader.js';
import { externalIdRows } from '../../database/statements/external-ids.js';

/** So many of a batch are looked up to tell whether it is worth being worked out early. */
const FIRST = 10;

/**
 * Tells batches in which everybody is new, as in a first import. Nothing that stands in the database has a say in what
 * such a batch means, so it can be worked out before its turn, and is still right if nobody has come to be known since.
 */
@Injectable()
export class NewcomersReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly accounts: AccountReferencesReader,
  ) {}

  /**
   * What a batch refers to that looks like one of newcomers; null if one of the first ones, or somebody they name, is
   * known, or anybody is named by our id.
   */
  async read(inputs: readonly StakeholderInput[]): Promise<KnownStakeholders | null> {
    if (!inputs.every(({ external }) => external) || !inputs.flatMap(referencesOf).every(isExternal))
      return null;
    const [anybody, accountIds] = await Promise.all([
      // Whether all of them are is asked in their turn; before that the first ones tell.
      this.isAnybodyKnown(inputs.slice(0, FIRST)),
      this.accounts.findAccountIds(inputs.map(({ account }) => account)),
    ]);
    if (anybody) return null;
    const segments = await this.accounts.findSegments([...new Set(accountIds.values())]);
    return { ...NOBODY, accountIds, segments };
  }

  /** Whether they are all new even now that nobody else can make any of them known before the transaction ends. */
  async areStillNew(inputs: readonly StakeholderInput[]): Promise<boolean> {
    const [, anybody] = await Promise.all([
      lockNewStakeholders(this.transaction),
      this.isAnybodyKnown(inputs),
    ]);
    return !anybody;
  }

  /** Counted, not asked for with EXISTS: for the first match alone the planner reads whole tables, and here is none. */
  private async isAnybodyKnown(inputs: readonly StakeholderInput[]): Promise<boolean> {
    const { tenantId } = this.transaction;
    const externals = inputs.flatMap(referencesOf).flatMap(({ external }) => external ?? []);
    const emails = inputs.flatMap(({ email }) => (email ? [usualEmail(email)] : []));
    const found = await this.transaction.one<{ anybody: boolean }>(
      sql`SELECT (SELECT count(*)
            FROM ${externalIdRows(externals)}
            JOIN stakeholder_external_ids x ON x.tenant_id = ${tenantId} AND x.system = w.system AND x.external_id = w.external_id)
          + (SELECT count(*) FROM people p WHERE p.tenant_id = ${tenantId} AND p.email = ANY(${emails})) > 0 AS anybody`,
    );
    return found?.anybody ?? false;
  }
}

const NOBODY: Omit<KnownStakeholders, 'accountIds' | 'segments'> = {
  ids: new Map(),
  hidden: new Set(),
  stakeholders: new Map(),
  reports: new Map(),
  people: new Map(),
};

function isExternal({ id, external }: { id?: string; external?: unknown }): boolean {
  return !id && external !== undefined;
}
