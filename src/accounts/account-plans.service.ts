import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { v7 as uuidv7 } from 'uuid';
import { AccessService } from '../access/access.service.js';
import { followersOf, type Item } from '../common/batch.js';
import { notFound, StrataError } from '../common/errors.js';
import { externalKey, refKey } from '../common/reference.types.js';
import { findFault } from '../common/validation.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { accountAfter, type AccountRecord, isValuedDepartment } from '../domain/map/account-record.js';
import { closingCircles } from '../domain/map/chain.js';
import { Role } from '../domain/rights.js';
import type { StatedBy } from '../domain/terms.js';
import type { Account } from './account.entity.js';
import { AccountReferencesReader } from './account-references.reader.js';
import { AccountInput } from './accounts.inputs.js';
import { AccountsReader } from './accounts.reader.js';

/** What one item will do to its account, or why it may not. */
export interface AccountPlan {
  index: number;
  input: AccountInput;
  id: string;
  before: Account | null;
  after: AccountRecord;
  /** The item brings an id in another system that the account does not have yet. */
  addsExternal: boolean;
}

export type Planned = AccountPlan | { index: number; refused: StrataError };

interface Known {
  ids: ReadonlyMap<string, string>;
  accounts: ReadonlyMap<string, Account>;
  owners: ReadonlyMap<string, string>;
  /** Ids in other systems, by `externalKey`, that an account the caller may not see answers to. */
  hidden: ReadonlySet<string>;
}

/** Works out what a batch of accounts means before anything is written. */
@Injectable()
export class AccountPlansService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly references: AccountReferencesReader,
    private readonly reader: AccountsReader,
    private readonly access: AccessService,
  ) {}

  /** The plans, and the items that wait because another one before them is about the same account. */
  async plan(
    items: readonly Item<AccountInput>[],
    statedBy: StatedBy,
  ): Promise<{ planned: Planned[]; later: readonly Item<AccountInput>[] }> {
    const sound = items.map((item) => ({ ...item, fault: findFault(AccountInput, item.input) }));
    const known = await this.know(sound.flatMap(({ fault, input }) => (fault ? [] : [input])));
    const ids = new Map(known.ids);
    const targets = sound.map((item) => this.targetOf(item, ids, known.hidden));
    const following = followersOf(targets, (target) => ('refused' in target ? [] : [target.id]));
    const planned = targets
      .filter(({ index }) => !following.has(index))
      .map((target) => ('refused' in target ? target : this.planOne(target, known, ids, statedBy)));
    return {
      planned: this.refuseOrphans(await this.refuseCircles(planned), known.ids),
      later: items.filter(({ index }) => following.has(index)),
    };
  }

  private async know(inputs: readonly AccountInput[]): Promise<Known> {
    const refs = inputs.flatMap(({ id, external, parent }) => [
      ...(id ? [{ id }] : []),
      ...(external ? [{ external }] : []),
      ...(parent ? [parent] : []),
    ]);
    let hidden: ReadonlySet<string> = new Set();
    let ids = await this.references.findAccountIds(refs);
    const creates = inputs.some(({ external }) => external && !ids.has(externalKey(external)));
    if (creates) {
      // Two writers that bring the same new external id at once would both create it: the second one waits here.
      await this.transaction.query(
        sql`SELECT pg_advisory_xact_lock(hashtextextended(${`accounts:${this.transaction.tenantId}`}, 0))`,
      );
      ids = await this.references.findAccountIds(refs);
      hidden = await this.references.findHiddenExternals(
        inputs.flatMap(({ external }) => (external ? [external] : [])),
      );
    }
    const owners = await this.access.ensureUsers(this.ownersAllowed(inputs));
    return {
      ids,
      accounts: await this.reader.findAccounts([...new Set(ids.values())]),
      owners: new Map([...owners].map(([email, user]) => [email, user.id])),
      hidden,
    };
  }

  /** An account manager names nobody but themselves, and so adds nobody to our people either. */
  private ownersAllowed(inputs: readonly AccountInput[]): string[] {
    const { role, user } = this.access.caller;
    const named = inputs.flatMap(({ ownerEmail }) => (ownerEmail ? [ownerEmail.toLowerCase()] : []));
    return role === Role.ACCOUNT_MANAGER ? named.filter((email) => email === user?.email) : named;
  }

  /** Which account an item is about; a new one gets its id here, so that others of the batch can refer to it. */
  private targetOf(
    { index, input, fault }: Item<AccountInput> & { fault: StrataError | null },
    ids: Map<string, string>,
    hidden: ReadonlySet<string>,
  ): { index: number; input: AccountInput; id: string } | { index: number; refused: StrataError } {
    if (fault) return { index, refused: fault };
    const byId = input.id ? ids.get(refKey({ id: input.id })) : undefined;
    const byExternal = input.external ? ids.get(externalKey(input.external)) : undefined;
    if (input.id && !byId) return { index, refused: notFound('Account', ['id']) };
    if (input.external && hidden.has(externalKey(input.external)))
      return { index, refused: notFound('Account', ['external']) };
    if (byId && byExternal && byId !== byExternal) {
      return {
        index,
        refused: new StrataError('CONFLICT', 'This external id belongs to another account.', ['external']),
      };
    }
    const id = byId ?? byExternal ?? uuidv7();
    if (input.external) ids.set(externalKey(input.external), id);
    return { index, input, id };
  }

  private planOne(
    { index, input, id }: { index: number; input: AccountInput; id: string },
    known: Known,
    ids: ReadonlyMap<string, string>,
    statedBy: StatedBy,
  ): Planned {
    const before = known.accounts.get(id) ?? null;
    const refuse = (error: StrataError): Planned => ({ index, refused: error });
    if (input.expectedVersion && before && input.expectedVersion !== before.version) {
      return refuse(
        new StrataError('CONFLICT', 'The account has changed since: read it again.', ['expectedVersion'], {
          version: before.version,
        }),
      );
    }
    const parentId = input.parent ? (ids.get(refKey(input.parent)) ?? null) : input.parent;
    if (input.parent && parentId === null) return refuse(notFound('Account', ['parent']));
    const ownerId = this.ownerAfter(before, input, known);
    if (ownerId instanceof StrataError) return refuse(ownerId);
    const after = accountAfter(before, { ...input, parentId, ownerId }, statedBy);
    if (!after) return refuse(new StrataError('INVALID_INPUT', 'A new account needs a name.', ['name']));
    if (isValuedDepartment(after)) return refuse(valuedDepartment());
    const addsExternal = input.external ? !known.ids.has(externalKey(input.external)) : false;
    return { index, input, id, before, after, addsExternal };
  }

  /** An account manager keeps what they create and gives nothing away: they could not see it afterwards. */
  private ownerAfter(
    before: Account | null,
    input: AccountInput,
    known: Known,
  ): string | null | undefined | StrataError {
    const { role, user } = this.access.caller;
    const said = input.ownerEmail
      ? (known.owners.get(input.ownerEmail.toLowerCase()) ?? null)
      : input.ownerEmail;
    if (role !== Role.ACCOUNT_MANAGER || !user) return said;
    if (said === undefined) return before ? undefined : user.id;
    if (said === user.id) return said;
    return new StrataError('FORBIDDEN', 'Only an admin gives an account to somebody else.', ['ownerEmail']);
  }

  /** A parent that is an item of the same batch must itself have been accepted. */
  private refuseOrphans(planned: readonly Planned[], existing: ReadonlyMap<string, string>): Planned[] {
    const there = new Set(existing.values());
    let current = [...planned];
    for (let changed = true; changed;) {
      const accepted = new Set(current.flatMap((plan) => ('refused' in plan ? [] : [plan.id])));
      const next = current.map((plan) => {
        const parentId = 'refused' in plan ? null : plan.after.parentId;
        const lost =
          parentId !== null && !there.has(parentId) && !accepted.has(parentId) && !isKept(plan, parentId);
        return lost ? { index: plan.index, refused: notFound('Account', ['parent']) } : plan;
      });
      changed = next.some((plan, position) => plan !== current[position]);
      current = next;
    }
    return current;
  }

  private async refuseCircles(planned: readonly Planned[]): Promise<Planned[]> {
    const moved = planned.flatMap((plan) =>
      'refused' in plan || plan.after.parentId === (plan.before?.parentId ?? null) ? [] : [plan],
    );
    if (moved.length === 0) return [...planned];
    const parents = await this.references.findParents(
      moved.flatMap(({ after }) => (after.parentId ? [after.parentId] : [])),
    );
    const links = moved.map(({ id, after }) => ({ id, next: after.parentId }));
    const circular = closingCircles(links, parents);
    const refused = new StrataError('RULE_BROKEN', 'An account cannot belong to itself.', ['parent']);
    return planned.map((plan) =>
      'id' in plan && circular.has(plan.id) ? { index: plan.index, refused } : plan,
    );
  }
}

function valuedDepartment(): StrataError {
  return new StrataError(
    'RULE_BROKEN',
    'A department of ours has no annual value: send annualValue as null, or kind CUSTOMER.',
    ['annualValue'],
    { rule: 'VALUED_DEPARTMENT' },
  );
}

function isKept(plan: Planned, parentId: string): boolean {
  return !('refused' in plan) && plan.before?.parentId === parentId;
}
