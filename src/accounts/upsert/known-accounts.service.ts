import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { AccessService } from '../../access/access.service.js';
import { externalKey, type RefInput } from '../../common/reference.types.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { Role } from '../../domain/rights.js';
import type { Account } from '../account.entity.js';
import { AccountReferencesReader } from '../account-references.reader.js';
import type { AccountInput } from '../accounts.inputs.js';
import { AccountsReader } from '../accounts.reader.js';

/** All that a batch of accounts refers to, as it is before the batch is written. */
export interface KnownAccounts {
  /** Account ids by `refKey`. */
  ids: ReadonlyMap<string, string>;
  /** Ids in other systems, by `externalKey`, of accounts the caller may not see. */
  hidden: ReadonlySet<string>;
  accounts: ReadonlyMap<string, Account>;
  /** User ids by email, in small letters. */
  owners: ReadonlyMap<string, string>;
}

/** Finds what a batch of accounts refers to, and makes known the owners it names for the first time. */
@Injectable()
export class KnownAccountsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly references: AccountReferencesReader,
    private readonly reader: AccountsReader,
    private readonly access: AccessService,
  ) {}

  async know(inputs: readonly AccountInput[]): Promise<KnownAccounts> {
    const { ids, hidden } = await this.findIds(inputs);
    const owners = await this.access.ensureUsers(this.ownersAllowed(inputs));
    return {
      ids,
      hidden,
      accounts: await this.reader.findAccounts([...new Set(ids.values())]),
      owners: new Map([...owners].map(([email, user]) => [email, user.id])),
    };
  }

  private async findIds(inputs: readonly AccountInput[]): Promise<Pick<KnownAccounts, 'ids' | 'hidden'>> {
    const refs = inputs.flatMap(referencesOf);
    const ids = await this.references.findAccountIds(refs);
    const creates = inputs.some(({ external }) => external && !ids.has(externalKey(external)));
    if (!creates) return { ids, hidden: new Set() };
    // Two writers that bring the same new external id at once would both create it: the second one waits here.
    await this.transaction.query(
      sql`SELECT pg_advisory_xact_lock(hashtextextended(${`accounts:${this.transaction.tenantId}`}, 0))`,
    );
    const externals = inputs.flatMap(({ external }) => (external ? [external] : []));
    const hidden = await this.references.findHiddenExternals(externals);
    return { ids: await this.references.findAccountIds(refs), hidden };
  }

  /** An account manager names nobody but themselves, and so adds nobody to our people either. */
  private ownersAllowed(inputs: readonly AccountInput[]): string[] {
    const { role, user } = this.access.caller;
    const named = inputs.flatMap(({ ownerEmail }) => (ownerEmail ? [ownerEmail.toLowerCase()] : []));
    return role === Role.ACCOUNT_MANAGER ? named.filter((email) => email === user?.email) : named;
  }
}

function referencesOf({ id, external, parent }: AccountInput): RefInput[] {
  return [...(id ? [{ id }] : []), ...(external ? [{ external }] : []), ...(parent ? [parent] : [])];
}
