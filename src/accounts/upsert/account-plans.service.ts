import { Injectable } from '@nestjs/common';
import { AccessService } from '../../access/access.service.js';
import { followersOf, type Item } from '../../common/batch.js';
import { notFound, StrataError } from '../../common/errors.js';
import { newId } from '../../common/new-id.js';
import { externalKey, refKey } from '../../common/reference.types.js';
import { findFault } from '../../common/validation/validation.js';
import { accountAfter, isValuedDepartment } from '../../domain/map/account-record.js';
import { Role } from '../../domain/rights.js';
import type { StatedBy } from '../../domain/terms.js';
import type { Account } from '../account.entity.js';
import { AccountInput } from '../accounts.inputs.js';
import { AccountLinksService } from './account-links.service.js';
import type { AccountTarget, PlannedAccount, RefusedAccount } from './account-plan.types.js';
import { KnownAccountsService, type KnownAccounts } from './known-accounts.service.js';

/** Works out what a batch of accounts means before anything is written. */
@Injectable()
export class AccountPlansService {
  constructor(
    private readonly knownAccounts: KnownAccountsService,
    private readonly links: AccountLinksService,
    private readonly access: AccessService,
  ) {}

  /** The plans, and the items that wait because another one before them is about the same account. */
  async plan(
    items: readonly Item<AccountInput>[],
    statedBy: StatedBy,
  ): Promise<{ planned: PlannedAccount[]; later: readonly Item<AccountInput>[] }> {
    const sound = items.map((item) => ({ ...item, fault: findFault(AccountInput, item.input) }));
    const known = await this.knownAccounts.know(sound.flatMap(({ fault, input }) => (fault ? [] : [input])));
    const ids = new Map(known.ids);
    const targets = sound.map((item) => this.targetOf(item, ids, known.hidden));
    const following = followersOf(targets, (target) => ('refused' in target ? [] : [target.id]));
    const planned = targets
      .filter(({ index }) => !following.has(index))
      .map((target) => ('refused' in target ? target : this.planOne(target, known, ids, statedBy)));
    return {
      planned: await this.links.refuseUnsound(planned, known),
      later: items.filter(({ index }) => following.has(index)),
    };
  }

  /** Which account an item is about; a new one gets its id here, so that others of the batch can refer to it. */
  private targetOf(
    { index, input, fault }: Item<AccountInput> & { fault: StrataError | null },
    ids: Map<string, string>,
    hidden: ReadonlySet<string>,
  ): AccountTarget | RefusedAccount {
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
    const id = byId ?? byExternal ?? newId();
    if (input.external) ids.set(externalKey(input.external), id);
    return { index, input, id };
  }

  private planOne(
    { index, input, id }: AccountTarget,
    known: KnownAccounts,
    ids: ReadonlyMap<string, string>,
    statedBy: StatedBy,
  ): PlannedAccount {
    const before = known.accounts.get(id) ?? null;
    const refuse = (error: StrataError): PlannedAccount => ({ index, refused: error });
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
    known: KnownAccounts,
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
}

function valuedDepartment(): StrataError {
  return new StrataError(
    'RULE_BROKEN',
    'A department of ours has no annual value: send annualValue as null, or kind CUSTOMER.',
    ['annualValue'],
    { rule: 'VALUED_DEPARTMENT' },
  );
}
