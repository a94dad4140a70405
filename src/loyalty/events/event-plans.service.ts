import { Injectable } from '@nestjs/common';
import type { Account } from '../../accounts/account.entity.js';
import { AccountReferencesReader } from '../../accounts/account-references.reader.js';
import { AccountsReader } from '../../accounts/accounts.reader.js';
import { followersOf, type Item } from '../../common/batch.js';
import { notFound, StrataError } from '../../common/errors.js';
import { newId } from '../../common/new-id.js';
import { externalKey, refKey } from '../../common/reference.types.js';
import { findFault } from '../../common/validation/validation.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { tellsTheSame, type Telling } from '../../domain/loyalty/telling.js';
import { AccountKind } from '../../domain/terms.js';
import type { LoyaltyEvent } from './loyalty-event.entity.js';
import { LoyaltyEventInput } from './loyalty-events.inputs.js';
import { TellingsReader, type ToldBefore } from './tellings.reader.js';

/** An event that is to be recorded, and the account of the telling it takes the place of. */
export interface EventPlan {
  index: number;
  event: Omit<
    LoyaltyEvent,
    'tenantId' | 'recordedAt' | 'recordedById' | 'account' | 'supersedes' | 'recordedBy'
  >;
  /** Null for the first telling. */
  supersededAccountId: string | null;
}

/** A plan, the id of the event that stands where nothing new is said, or the refusal of the item. */
export type PlannedEvent =
  EventPlan | { index: number; known: string } | { index: number; refused: StrataError };

interface Known {
  ids: ReadonlyMap<string, string>;
  accounts: ReadonlyMap<string, Account>;
  told: ReadonlyMap<string, ToldBefore>;
  corrected: ReadonlyMap<string, LoyaltyEvent>;
  corrections: ReadonlyMap<string, LoyaltyEvent>;
}

/** Works out what a batch of loyalty events means before anything is written. */
@Injectable()
export class EventPlansService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly references: AccountReferencesReader,
    private readonly accounts: AccountsReader,
    private readonly tellings: TellingsReader,
  ) {}

  /** The plans, and the items that wait because another one before them is about the same event. */
  async plan(
    items: readonly Item<LoyaltyEventInput>[],
  ): Promise<{ planned: PlannedEvent[]; later: readonly Item<LoyaltyEventInput>[] }> {
    const checked = items.map((item) => ({ ...item, fault: findFault(LoyaltyEventInput, item.input) }));
    const known = await this.know(checked.flatMap(({ fault, input }) => (fault ? [] : [input])));
    const following = followersOf(checked, ({ fault, input }) => (fault ? [] : chainsOf(input, known)));
    const { today } = this.transaction;
    const planned = checked
      .filter(({ index }) => !following.has(index))
      .map(({ index, input, fault }): PlannedEvent => {
        const found = fault ?? findWhatIsSaid(input, known, today);
        return found instanceof StrataError ? { index, refused: found } : { index, ...found };
      });
    return { planned, later: items.filter(({ index }) => following.has(index)) };
  }

  private async know(inputs: readonly LoyaltyEventInput[]): Promise<Known> {
    const ids = await this.references.findAccountIds(inputs.map(({ account }) => account));
    const superseded = inputs.flatMap(({ supersedes }) => (supersedes ? [supersedes] : []));
    const told = await this.tellings.findToldBefore(
      inputs.flatMap(({ external }) => (external ? [external] : [])),
    );
    const theirs = [...told.values()].map(({ standing }) => standing.accountId);
    return {
      ids,
      accounts: await this.accounts.findAccounts([...new Set([...ids.values(), ...theirs])]),
      told,
      corrected: await this.tellings.findEvents(superseded),
      corrections: await this.tellings.findCorrections(superseded),
    };
  }
}

/** The events an item is about, under names that are the same for every way to name them. */
function chainsOf({ external, supersedes }: LoyaltyEventInput, known: Known): string[] {
  const told = external ? known.told.get(externalKey(external)) : undefined;
  const corrected = known.corrected.get(supersedes ?? '');
  return [
    ...(external ? [told?.standing.firstId ?? externalKey(external)] : []),
    ...(corrected ? [corrected.firstId] : []),
  ];
}

type Said = Omit<EventPlan, 'index'> | { known: string };

function findWhatIsSaid(input: LoyaltyEventInput, known: Known, today: string): Said | StrataError {
  const account = known.accounts.get(known.ids.get(refKey(input.account)) ?? '');
  if (!account) return notFound('Account', ['account']);
  const refused = refusalOf(input, account, today);
  if (refused) return refused;
  const telling: Telling = {
    accountId: account.id,
    kind: input.kind,
    occurredOn: input.occurredOn,
    amount: input.amount?.amount ?? null,
    currency: input.amount?.currency ?? null,
    reason: input.reason ?? null,
  };
  if (input.supersedes) return correctionOf(input, telling, known);
  const told = input.external ? known.told.get(externalKey(input.external)) : undefined;
  if (!told) return planned(telling, input, null);
  if (!known.accounts.has(told.standing.accountId)) return notFound('LoyaltyEvent', ['external']);
  return tellsTheSame(telling, told.imported)
    ? { known: told.standing.id }
    : planned(telling, input, told.standing);
}

function refusalOf({ occurredOn }: LoyaltyEventInput, { kind }: Account, today: string): StrataError | null {
  if (kind === AccountKind.INTERNAL) {
    return new StrataError(
      'RULE_BROKEN',
      'A department of ours is no customer: it is neither kept nor lost.',
      ['account'],
    );
  }
  if (occurredOn <= today) return null;
  return new StrataError('INVALID_INPUT', 'A loyalty event is recorded once it has happened.', [
    'occurredOn',
  ]);
}

function correctionOf(input: LoyaltyEventInput, telling: Telling, known: Known): Said | StrataError {
  const id = input.supersedes ?? '';
  if (input.external) {
    return new StrataError('INVALID_INPUT', 'Name the event by `external` or by `supersedes`, not by both.', [
      'supersedes',
    ]);
  }
  const corrected = known.corrected.get(id);
  if (!corrected) return notFound('LoyaltyEvent', ['supersedes']);
  if (known.corrections.has(id)) {
    return new StrataError('CONFLICT', 'This event was corrected before: supersede the correction.', [
      'supersedes',
    ]);
  }
  return planned(telling, input, corrected);
}

function planned(
  telling: Telling,
  { external }: LoyaltyEventInput,
  before: LoyaltyEvent | null,
): Omit<EventPlan, 'index'> {
  const id = newId();
  return {
    event: {
      ...telling,
      id,
      firstId: before?.firstId ?? id,
      supersedesId: before?.id ?? null,
      withdrawn: false,
      externalSystem: external?.system ?? null,
      externalId: external?.id ?? null,
    },
    supersededAccountId: before?.accountId ?? null,
  };
}
