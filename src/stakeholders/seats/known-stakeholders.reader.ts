import { Injectable } from '@nestjs/common';
import { AccountReferencesReader } from '../../accounts/account-references.reader.js';
import { externalKey, type RefInput } from '../../common/reference.types.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { usualEmail } from '../../domain/map/person.js';
import { lockNewStakeholders } from '../lock-new-stakeholders.js';
import { StakeholderReferencesReader } from '../references/stakeholder-references.reader.js';
import type { Stakeholder } from '../stakeholder.entity.js';
import type { StakeholderInput } from '../stakeholders.inputs.js';
import { StakeholdersReader } from '../stakeholders.reader.js';

/** All that a batch of stakeholders refers to, as it is before the batch is written. */
export interface KnownStakeholders {
  /** Account ids by `refKey`. */
  accountIds: ReadonlyMap<string, string>;
  /** The segment of each account: the same title means less in a bank. */
  segments: ReadonlyMap<string, string>;
  /** Stakeholder ids by `refKey`. */
  ids: ReadonlyMap<string, string>;
  /** Ids in other systems, by `externalKey`, of people at accounts the caller may not see. */
  hidden: ReadonlySet<string>;
  stakeholders: ReadonlyMap<string, Stakeholder>;
  /** How many people report to a stakeholder. */
  reports: ReadonlyMap<string, number>;
  /** Person ids by `personKey`. */
  people: ReadonlyMap<string, string>;
}

/** Reads what a batch of stakeholders refers to, in a handful of statements however large it is. */
@Injectable()
export class KnownStakeholdersReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly accounts: AccountReferencesReader,
    private readonly references: StakeholderReferencesReader,
    private readonly reader: StakeholdersReader,
  ) {}

  async read(inputs: readonly StakeholderInput[]): Promise<KnownStakeholders> {
    const [accountIds, { ids, hidden }] = await Promise.all([
      this.accounts.findAccountIds(inputs.map(({ account }) => account)),
      this.findIds(inputs),
    ]);
    const stakeholderIds = [...new Set(ids.values())];
    const emails = inputs.flatMap(({ email }) => (email ? [usualEmail(email)] : []));
    const [segments, stakeholders, reports, people] = await Promise.all([
      this.accounts.findSegments([...new Set(accountIds.values())]),
      this.reader.findStakeholders(stakeholderIds),
      this.references.countReports(stakeholderIds),
      this.references.findPeople(emails),
    ]);
    return { accountIds, segments, ids, hidden, stakeholders, reports, people };
  }

  private async findIds(
    inputs: readonly StakeholderInput[],
  ): Promise<Pick<KnownStakeholders, 'ids' | 'hidden'>> {
    const refs = inputs.flatMap(referencesOf);
    const ids = await this.references.findStakeholderIds(refs);
    const creates = inputs.some(({ external }) => external && !ids.has(externalKey(external)));
    if (!creates) return { ids, hidden: new Set() };
    const externals = inputs.flatMap(({ external }) => (external ? [external] : []));
    const [, hidden, idsNow] = await Promise.all([
      lockNewStakeholders(this.transaction),
      this.references.findHiddenExternals(externals),
      this.references.findStakeholderIds(refs),
    ]);
    return { ids: idsNow, hidden };
  }
}

/** Everybody whom an item names: the one it is about, the superior and the successor. */
export function referencesOf({ id, external, reportsTo, successor }: StakeholderInput): RefInput[] {
  return [
    ...(id ? [{ id }] : []),
    ...(external ? [{ external }] : []),
    ...(reportsTo ? [reportsTo] : []),
    ...(successor ? [successor] : []),
  ];
}
