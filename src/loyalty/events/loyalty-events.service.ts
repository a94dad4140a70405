import { Injectable } from '@nestjs/common';
import { AccessService } from '../../access/access.service.js';
import { refuseLargeBatch, rejected, writeBatch, type Item, type WrittenItems } from '../../common/batch.js';
import { notFound, StrataError } from '../../common/errors.js';
import { newId } from '../../common/new-id.js';
import { UpsertStatus, type ItemOutcome } from '../../common/upsert.types.js';
import { insertRows } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { EventPlansService, type PlannedEvent } from './event-plans.service.js';
import { LoyaltyEvent } from './loyalty-event.entity.js';
import type { LoyaltyEventInput } from './loyalty-events.inputs.js';
import type { LoyaltyEventResult } from './loyalty-events.types.js';
import { StandingWithUsService } from './standing-with-us.service.js';
import { TellingsReader } from './tellings.reader.js';

type Told = Omit<LoyaltyEvent, 'tenantId' | 'recordedAt' | 'recordedById'>;

/** Records what accounts were seen to do. Nothing recorded is ever changed. */
@Injectable()
export class LoyaltyEventsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly plans: EventPlansService,
    private readonly tellings: TellingsReader,
    private readonly withUs: StandingWithUsService,
    private readonly access: AccessService,
  ) {}

  /** Records up to 200 events. */
  async recordLoyaltyEvents(
    inputs: readonly LoyaltyEventInput[],
    atomic: boolean,
  ): Promise<{ results: LoyaltyEventResult[] }> {
    refuseLargeBatch(inputs, 'events');
    const outcomes = await this.writeEvents(inputs, atomic);
    const events = await this.tellings.findEvents(outcomes.flatMap(({ id }) => (id ? [id] : [])));
    const results = outcomes.map(({ index, status, id, error }) => ({
      index,
      status,
      event: id ? (events.get(id) ?? null) : null,
      error,
    }));
    return { results };
  }

  /** The same without reading the events back, for imports. */
  async writeEvents(inputs: readonly LoyaltyEventInput[], atomic: boolean): Promise<ItemOutcome[]> {
    const write = (items: readonly Item<LoyaltyEventInput>[]) => this.writeItems(items);
    return writeBatch(inputs, write, atomic, (work) => this.transaction.savepoint(work));
  }

  /** Takes an event back that never happened. CONFLICT when something else took its place before. */
  async withdraw(id: string, reason: string): Promise<LoyaltyEvent> {
    const event = (await this.tellings.findEvents([id])).get(id);
    if (!event) throw notFound('LoyaltyEvent', ['id']);
    if (event.withdrawn) {
      throw new StrataError('RULE_BROKEN', 'This is itself a withdrawal: supersede it with the event.', [
        'id',
      ]);
    }
    const { accountId, kind, occurredOn, amount, currency, firstId } = event;
    const withdrawal: Told = {
      ...{ id: newId(), accountId, kind, occurredOn, amount, currency, firstId },
      ...{ reason, supersedesId: id, withdrawn: true, externalSystem: null, externalId: null },
    };
    const [written] = await this.insert([withdrawal]);
    if (!written) {
      throw new StrataError('CONFLICT', 'This event was corrected before: withdraw the correction.', ['id']);
    }
    await this.follow([accountId]);
    return written;
  }

  private async writeItems(
    items: readonly Item<LoyaltyEventInput>[],
  ): Promise<WrittenItems<LoyaltyEventInput>> {
    const { planned, later } = await this.plans.plan(items);
    const fresh = planned.flatMap((plan) => ('event' in plan ? [plan] : []));
    const written = new Set((await this.insert(fresh.map(({ event }) => event))).map(({ id }) => id));
    await this.follow(
      fresh.flatMap(({ event, supersededAccountId }) => [event.accountId, supersededAccountId ?? []].flat()),
    );
    return { outcomes: planned.map((plan) => outcomeOf(plan, written)), later };
  }

  /** The rows that were written; one whose place somebody else took in the meantime is not among them. */
  private async insert(told: readonly Told[]): Promise<LoyaltyEvent[]> {
    if (told.length === 0) return [];
    const { tenantId, now: recordedAt } = this.transaction;
    const recordedById = this.access.caller.user?.id ?? null;
    const rows = told.map((event) => ({ tenantId, ...event, recordedAt, recordedById }));
    const statement = insertRows(LoyaltyEvent, rows, { skipTaken: true, returning: 'id' });
    const written = await this.transaction.query<{ id: string }>(statement);
    const ids = new Set(written.map(({ id }) => id));
    return rows.filter(({ id }) => ids.has(id));
  }

  private async follow(accountIds: readonly string[]): Promise<void> {
    await this.withUs.refresh(accountIds);
    this.transaction.touch(accountIds);
  }
}

function outcomeOf(plan: PlannedEvent, written: ReadonlySet<string>): ItemOutcome {
  const { index } = plan;
  if ('refused' in plan) return rejected(index, plan.refused);
  if ('known' in plan) return { index, status: UpsertStatus.UNCHANGED, id: plan.known, error: null };
  const { id, supersedesId } = plan.event;
  if (!written.has(id)) {
    return rejected(
      index,
      new StrataError('CONFLICT', 'The same event is being recorded just now: send it again.'),
    );
  }
  return { index, status: supersedesId ? UpsertStatus.UPDATED : UpsertStatus.CREATED, id, error: null };
}
