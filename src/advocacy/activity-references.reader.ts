import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { AccountReferencesReader } from '../accounts/account-references.reader.js';
import { notFound, StrataError } from '../common/errors.js';
import { refKey, type RefInput } from '../common/reference.types.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { StakeholderReferencesReader } from '../stakeholders/references/stakeholder-references.reader.js';
import { StakeholdersReader } from '../stakeholders/stakeholders.reader.js';
import type { Stakeholder } from '../stakeholders/stakeholder.entity.js';

/** Whom and what an activity names. */
export interface NamedInActivity {
  account: RefInput | null;
  people: readonly RefInput[];
  /** Where the people stand in the input. */
  peopleField: string;
  interactionId: string | null;
}

/** The records behind the names. */
export interface FoundForActivity {
  accountId: string | null;
  /** Each person once. */
  stakeholderIds: string[];
  interactionId: string | null;
}

interface Known {
  accounts: ReadonlyMap<string, string>;
  people: ReadonlyMap<string, string>;
  stakeholders: ReadonlyMap<string, Stakeholder>;
  /** Account by contact. */
  contacts: ReadonlyMap<string, string>;
}

/** Finds what any number of activities name, at once. */
@Injectable()
export class ActivityReferencesReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly accounts: AccountReferencesReader,
    private readonly people: StakeholderReferencesReader,
    private readonly stakeholders: StakeholdersReader,
  ) {}

  /** In the order of the input: what was found, or why an activity is refused. */
  async find(named: readonly NamedInActivity[]): Promise<(FoundForActivity | StrataError)[]> {
    const people = await this.people.findStakeholderIds(named.flatMap((each) => each.people));
    const known = {
      accounts: await this.accounts.findAccountIds(named.flatMap(({ account }) => account ?? [])),
      people,
      stakeholders: await this.stakeholders.findStakeholders([...new Set(people.values())]),
      contacts: await this.findContacts(named.flatMap(({ interactionId }) => interactionId ?? [])),
    };
    return named.map((each) => foundFor(each, known));
  }

  /** Read here because contacts come after what is learned in them, and not the other way round. */
  private async findContacts(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.transaction.query<{ id: string; accountId: string }>(
      sql`SELECT i.id, i.account_id AS "accountId" FROM interactions i
          JOIN accounts a ON a.tenant_id = i.tenant_id AND a.id = i.account_id
          WHERE i.tenant_id = ${this.transaction.tenantId} AND i.id = ANY(${ids}::uuid[])`,
    );
    return new Map(rows.map(({ id, accountId }) => [id, accountId]));
  }
}

function foundFor(named: NamedInActivity, known: Known): FoundForActivity | StrataError {
  const { account, people, peopleField, interactionId } = named;
  const accountId = account ? known.accounts.get(refKey(account)) : null;
  if (accountId === undefined) return notFound('Account', ['account']);
  const found = people.map((ref) => known.stakeholders.get(known.people.get(refKey(ref)) ?? ''));
  for (const [position, person] of found.entries()) {
    const place = [peopleField, String(position)];
    if (!person) return notFound('Stakeholder', place);
    if (person.accountId !== accountId) {
      return new StrataError('RULE_BROKEN', 'This stakeholder sits at another account.', place);
    }
  }
  if (interactionId !== null && known.contacts.get(interactionId) === undefined)
    return notFound('Interaction', ['interaction']);
  if (interactionId !== null && known.contacts.get(interactionId) !== accountId) {
    return new StrataError('RULE_BROKEN', 'This contact was one with another account.', ['interaction']);
  }
  const stakeholderIds = [...new Set(found.flatMap((person) => person?.id ?? []))];
  return { accountId, stakeholderIds, interactionId };
}
