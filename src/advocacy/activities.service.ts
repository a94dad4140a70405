import { Injectable } from '@nestjs/common';
import { AccessService } from '../access/access.service.js';
import { followersOf, rejected, writeBatch, type Item, type WrittenItems } from '../common/batch.js';
import { StrataError } from '../common/errors.js';
import { externalKey } from '../common/reference.types.js';
import { UpsertStatus, type ItemOutcome } from '../common/upsert.types.js';
import { insertRows } from '../database/statements/rows.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import type { OurFunction } from '../domain/terms.js';
import {
  ActivityPlansService,
  type ActivityKind,
  type FromElsewhere,
  type StoredActivity,
} from './activity-plans.service.js';

const TAKEN = 'The same is being recorded just now: send it again.';

/** Writes what was learned and what was shown, any number at once. What another system told us before is not written again. */
@Injectable()
export class ActivitiesService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly plans: ActivityPlansService,
    private readonly access: AccessService,
  ) {}

  /** The function of ours that the caller stands for, where known. */
  get callersFunction(): OurFunction | null {
    return this.access.caller.user?.function ?? null;
  }

  /** Writes one; throws what refuses it. Returns its id. */
  async record<Input extends FromElsewhere, Row extends StoredActivity, Link extends object>(
    kind: ActivityKind<Input, Row, Link>,
    input: Input,
  ): Promise<string> {
    const [planned] = await this.plans.plan(kind, [{ index: 0, input }]);
    if (!planned) throw new Error('An activity was planned into nothing.');
    if ('refused' in planned) {
      const { code, message, inputPath, details } = planned.refused;
      throw new StrataError(code, message, ['input', ...inputPath], details);
    }
    if ('known' in planned) return planned.known;
    const written = await this.insert(kind, [planned]);
    if (!written.has(planned.row.id)) throw new StrataError('CONFLICT', TAKEN, ['input', 'external']);
    return planned.row.id;
  }

  /** Writes any number; one result per item, in the order of the input. */
  write<Input extends FromElsewhere, Row extends StoredActivity, Link extends object>(
    kind: ActivityKind<Input, Row, Link>,
    inputs: readonly Input[],
    atomic: boolean,
  ): Promise<ItemOutcome[]> {
    const work = (items: readonly Item<Input>[]): Promise<WrittenItems<Input>> =>
      this.writeItems(kind, items);
    return writeBatch(inputs, work, atomic, (undoable) => this.transaction.savepoint(undoable));
  }

  private async writeItems<Input extends FromElsewhere, Row extends StoredActivity, Link extends object>(
    kind: ActivityKind<Input, Row, Link>,
    items: readonly Item<Input>[],
  ): Promise<WrittenItems<Input>> {
    const later = followersOf(items, ({ input: { external } }) => (external ? [externalKey(external)] : []));
    const planned = await this.plans.plan(
      kind,
      items.filter(({ index }) => !later.has(index)),
    );
    const written = await this.insert(
      kind,
      planned.flatMap((plan) => ('row' in plan ? [plan] : [])),
    );
    const outcomes = planned.map((plan): ItemOutcome => {
      if ('refused' in plan) return rejected(plan.index, plan.refused);
      if ('known' in plan) {
        const { index, known: id, differs } = plan;
        return { index, status: UpsertStatus.UNCHANGED, id, error: null, differs };
      }
      if (!written.has(plan.row.id))
        return rejected(plan.index, new StrataError('CONFLICT', TAKEN, ['external']));
      return { index: plan.index, status: UpsertStatus.CREATED, id: plan.row.id, error: null };
    });
    return { outcomes, later: items.filter(({ index }) => later.has(index)) };
  }

  private async insert<Row extends StoredActivity, Link extends object>(
    {
      entity,
      linkEntity,
      link,
    }: Pick<ActivityKind<FromElsewhere, Row, Link>, 'entity' | 'linkEntity' | 'link'>,
    planned: readonly { row: Row; stakeholderIds: readonly string[] }[],
  ): Promise<Set<string>> {
    if (planned.length === 0) return new Set();
    const { tenantId } = this.transaction;
    const statement = insertRows(
      entity,
      planned.map(({ row }) => row),
      { skipTaken: true, returning: 'id' },
    );
    const written = new Set((await this.transaction.query<{ id: string }>(statement)).map(({ id }) => id));
    const fresh = planned.filter(({ row }) => written.has(row.id));
    const links = fresh.flatMap(({ row, stakeholderIds }) =>
      stakeholderIds.map((id) => ({ tenantId, ...link(row.id, id) })),
    );
    if (links.length > 0) await this.transaction.query(insertRows(linkEntity, links as Partial<Link>[]));
    this.transaction.touch(fresh.flatMap(({ row }) => row.accountId ?? []));
    return written;
  }
}
