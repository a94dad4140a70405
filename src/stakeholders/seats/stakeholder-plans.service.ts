import { Injectable } from '@nestjs/common';
import { followersOf, type Item } from '../../common/batch.js';
import { notFound, StrataError } from '../../common/errors.js';
import { newId } from '../../common/new-id.js';
import { externalKey, refKey, type RefInput } from '../../common/reference.types.js';
import { findFault } from '../../common/validation/validation.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { Instant } from '../../domain/facts.js';
import { inferLevel } from '../../domain/levels/infer-level.js';
import { stakeholderAfter } from '../../domain/map/stakeholder-record.js';
import type { StatedBy } from '../../domain/terms.js';
import { KnownStakeholdersReader, type KnownStakeholders } from './known-stakeholders.reader.js';
import { NewcomersReader } from './newcomers.reader.js';
import { StakeholderLinksService } from './stakeholder-links.service.js';
import type { PlannedStakeholder, SeatTarget } from './stakeholder-plan.types.js';
import type { Stakeholder } from '../stakeholder.entity.js';
import { StakeholderInput } from '../stakeholders.inputs.js';

/** What a batch of stakeholders comes to. */
export interface PlannedBatch {
  readonly planned: PlannedStakeholder[];
  readonly known: KnownStakeholders;
  readonly later: readonly Item<StakeholderInput>[];
}

/** A batch that was planned before its turn. */
export interface EarlyBatch extends PlannedBatch {
  /** Asked when the turn has come: whether it comes to the same now. From then on nobody can change that. */
  readonly isStillRight: () => Promise<boolean>;
}

interface CheckedItem extends Item<StakeholderInput> {
  readonly fault: StrataError | null;
}

/** Works out what a batch of stakeholders means before anything is written. */
@Injectable()
export class StakeholderPlansService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly knownReader: KnownStakeholdersReader,
    private readonly newcomers: NewcomersReader,
    private readonly links: StakeholderLinksService,
  ) {}

  /** The plans, what was known of the people concerned, and the items that wait because one before them is about the same seat. */
  async plan(items: readonly Item<StakeholderInput>[], statedBy: StatedBy): Promise<PlannedBatch> {
    const checked = checkedItems(items);
    return this.planBy(await this.knownReader.read(soundInputs(checked)), checked, statedBy);
  }

  /** The same before the batch may be written, for newcomers; null if it is not certainly one of those. */
  async planEarly(items: readonly Item<StakeholderInput>[], statedBy: StatedBy): Promise<EarlyBatch | null> {
    const checked = checkedItems(items);
    const inputs = soundInputs(checked);
    const known = await this.newcomers.read(inputs);
    if (!known) return null;
    const planned = await this.planBy(known, checked, statedBy);
    return { ...planned, isStillRight: () => this.newcomers.areStillNew(inputs) };
  }

  private async planBy(
    known: KnownStakeholders,
    items: readonly CheckedItem[],
    statedBy: StatedBy,
  ): Promise<PlannedBatch> {
    const { now } = this.transaction;
    const ids = new Map(known.ids);
    const targets = items.map((item) =>
      item.fault ? { index: item.index, refused: item.fault } : targetOf(item, known, ids),
    );
    const following = followersOf(targets, (target) => ('refused' in target ? [] : seatsConcerned(target)));
    const planned = targets
      .filter(({ index }) => !following.has(index))
      .map((target) => ('refused' in target ? target : planOne(target, known, ids, { statedBy, now })));
    return {
      planned: await this.links.refuseUnsound(planned, known),
      known,
      later: items.filter(({ index }) => following.has(index)),
    };
  }
}

function checkedItems(items: readonly Item<StakeholderInput>[]): CheckedItem[] {
  return items.map((item) => ({ ...item, fault: findFault(StakeholderInput, item.input) }));
}

function soundInputs(items: readonly CheckedItem[]): StakeholderInput[] {
  return items.flatMap(({ fault, input }) => (fault ? [] : [input]));
}

function planOne(
  target: SeatTarget,
  known: KnownStakeholders,
  ids: ReadonlyMap<string, string>,
  said: { readonly statedBy: StatedBy; readonly now: Instant },
): PlannedStakeholder {
  const { index, input, id, accountId, moved } = target;
  const before = known.stakeholders.get(id) ?? null;
  const reportsToId = idOf(input.reportsTo, ids);
  const successorId = idOf(input.successor, ids);
  const refusal = refusalOf(input, before ?? moved, { reportsToId, successorId });
  if (refusal) return { index, refused: refusal };
  const title = (input.title === undefined ? before?.title : input.title) ?? null;
  const inferred = inferLevel(
    { title, directReports: known.reports.get(id) ?? null },
    { industry: known.segments.get(accountId) ?? null },
  );
  const after = stakeholderAfter(
    before,
    { ...input, reportsToId, successorId },
    { ...said, inferred: inferred.level },
  );
  const { startedOn, endedOn } = after;
  if (startedOn && endedOn && endedOn < startedOn) {
    const refused = new StrataError('INVALID_INPUT', 'A seat ends after it has started.', ['endedOn']);
    return { index, refused };
  }
  const addsExternal = input.external ? moved !== null || !known.ids.has(externalKey(input.external)) : false;
  const levelSignals = after.levelStatedBy ? [] : inferred.signals;
  return { index, input, id, accountId, before, after, levelSignals, moved, addsExternal };
}

function seatsConcerned({ id, moved }: SeatTarget): string[] {
  return moved ? [id, moved.id] : [id];
}

/** Which seat an item is about; a new one gets its id here, so that others of the batch can refer to it. */
function targetOf(
  { index, input }: Item<StakeholderInput>,
  known: KnownStakeholders,
  ids: Map<string, string>,
): SeatTarget | { index: number; refused: StrataError } {
  const accountId = known.accountIds.get(refKey(input.account));
  if (!accountId) return { index, refused: notFound('Account', ['account']) };
  const byId = input.id ? ids.get(refKey({ id: input.id })) : undefined;
  const byExternal = input.external ? ids.get(externalKey(input.external)) : undefined;
  if (input.id && !byId) return { index, refused: notFound('Stakeholder', ['id']) };
  if (input.external && known.hidden.has(externalKey(input.external))) {
    return { index, refused: notFound('Stakeholder', ['external']) };
  }
  if (byId && byExternal && byId !== byExternal) {
    return {
      index,
      refused: new StrataError('CONFLICT', 'This external id belongs to another stakeholder.', ['external']),
    };
  }
  const seat = known.stakeholders.get(byId ?? byExternal ?? '') ?? null;
  const moved = seat && seat.accountId !== accountId ? seat : null;
  if (moved && byId) {
    return {
      index,
      refused: new StrataError('RULE_BROKEN', 'A seat stays at its account: end it and create another.', [
        'account',
      ]),
    };
  }
  const id = moved ? newId() : (seat?.id ?? byExternal ?? newId());
  if (input.external) ids.set(externalKey(input.external), id);
  return { index, input, id, accountId, moved };
}

function refusalOf(
  input: StakeholderInput,
  known: Stakeholder | null,
  found: { reportsToId: string | null | undefined; successorId: string | null | undefined },
): StrataError | null {
  if (!known && !input.fullName)
    return new StrataError('INVALID_INPUT', 'A new stakeholder needs a name.', ['fullName']);
  if (input.expectedVersion && known && input.expectedVersion !== known.version) {
    const details = { version: known.version };
    return new StrataError(
      'CONFLICT',
      'The stakeholder has changed since: read it again.',
      ['expectedVersion'],
      details,
    );
  }
  if (input.reportsTo && !found.reportsToId) return notFound('Stakeholder', ['reportsTo']);
  if (input.successor && !found.successorId) return notFound('Stakeholder', ['successor']);
  return null;
}

function idOf(ref: RefInput | null | undefined, ids: ReadonlyMap<string, string>): string | null | undefined {
  return ref ? (ids.get(refKey(ref)) ?? null) : ref;
}
