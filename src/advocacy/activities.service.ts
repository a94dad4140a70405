import { Injectable, type Type } from '@nestjs/common';
import sql, { raw } from 'sql-template-tag';
import { v7 as uuidv7 } from 'uuid';
import { AccessService } from '../access/access.service.js';
import { followersOf, rejected, writeBatch, type Item, type WrittenItems } from '../common/batch.js';
import { StrataError } from '../common/errors.js';
import { externalKey, type ExternalIdInput } from '../common/reference.types.js';
import { UpsertStatus, type ItemOutcome } from '../common/upsert.types.js';
import { findFault } from '../common/validation.js';
import { insertRows, type EntityClass } from '../database/rows.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import type { OurFunction } from '../domain/terms.js';
import {
  ActivityReferencesReader,
  type FoundForActivity,
  type NamedInActivity,
} from './activity-references.reader.js';

const TAKEN = 'The same is being recorded just now: send it again.';

/** What every activity that comes from another system carries. */
interface FromElsewhere {
  external?: ExternalIdInput | null;
}

/** What every stored activity carries. */
export interface StoredActivity {
  tenantId: string;
  id: string;
  accountId: string | null;
  recordedById: string | null;
  externalSystem: string | null;
  externalId: string | null;
  recordedAt: string;
}

/** How one kind of activity is checked and written. */
export interface ActivityKind<Input extends FromElsewhere, Row extends StoredActivity, Link extends object> {
  rules: Type<Input>;
  entity: EntityClass<Row>;
  table: string;
  names: (input: Input) => NamedInActivity;
  /** The columns of its own, or why it is refused. */
  columns: (input: Input, found: FoundForActivity) => Promise<Omit<Row, keyof StoredActivity> | StrataError>;
  linkEntity: EntityClass<Link>;
  link: (activityId: string, stakeholderId: string) => Partial<Link>;
}

type Planned<Row> =
  | { index: number; row: Row; stakeholderIds: readonly string[] }
  | { index: number; known: string }
  | { index: number; refused: StrataError };

/** Writes what was learned and what was shown, any number at once. What another system told us before is not written again. */
@Injectable()
export class ActivitiesService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly references: ActivityReferencesReader,
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
    const [planned] = await this.plan(kind, [{ index: 0, input }]);
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
    const planned = await this.plan(
      kind,
      items.filter(({ index }) => !later.has(index)),
    );
    const written = await this.insert(
      kind,
      planned.flatMap((plan) => ('row' in plan ? [plan] : [])),
    );
    const outcomes = planned.map((plan): ItemOutcome => {
      if ('refused' in plan) return rejected(plan.index, plan.refused);
      if ('known' in plan)
        return { index: plan.index, status: UpsertStatus.UNCHANGED, id: plan.known, error: null };
      if (!written.has(plan.row.id))
        return rejected(plan.index, new StrataError('CONFLICT', TAKEN, ['external']));
      return { index: plan.index, status: UpsertStatus.CREATED, id: plan.row.id, error: null };
    });
    return { outcomes, later: items.filter(({ index }) => later.has(index)) };
  }

  private async plan<Input extends FromElsewhere, Row extends StoredActivity, Link extends object>(
    kind: ActivityKind<Input, Row, Link>,
    items: readonly Item<Input>[],
  ): Promise<Planned<Row>[]> {
    const faults = items.map(({ input }) => findFault(kind.rules, input));
    const sound = items.filter((_, position) => !faults[position]);
    const found = await this.references.find(sound.map(({ input }) => kind.names(input)));
    const known = await this.findKnown(
      kind.table,
      sound.flatMap(({ input }) => input.external ?? []),
    );
    const planned = items.flatMap(({ index }, position): Planned<Row>[] => {
      const refused = faults[position];
      return refused ? [{ index, refused }] : [];
    });
    for (const [position, { index, input }] of sound.entries()) {
      const place = found[position];
      const id = input.external ? known.get(externalKey(input.external)) : undefined;
      if (id !== undefined) planned.push({ index, known: id });
      else if (place instanceof StrataError) planned.push({ index, refused: place });
      else if (place) planned.push({ index, ...(await this.planOne(kind, input, place)) });
    }
    return planned;
  }

  private async planOne<Input extends FromElsewhere, Row extends StoredActivity, Link extends object>(
    kind: ActivityKind<Input, Row, Link>,
    input: Input,
    found: FoundForActivity,
  ): Promise<{ row: Row; stakeholderIds: string[] } | { refused: StrataError }> {
    const own = await kind.columns(input, found);
    if (own instanceof StrataError) return { refused: own };
    const stored: StoredActivity = {
      tenantId: this.transaction.tenantId,
      id: uuidv7(),
      accountId: found.accountId,
      recordedById: this.access.caller.user?.id ?? null,
      externalSystem: input.external?.system ?? null,
      externalId: input.external?.id ?? null,
      recordedAt: this.transaction.now,
    };
    return { row: { ...own, ...stored } as Row, stakeholderIds: found.stakeholderIds };
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

  private async findKnown(
    table: string,
    externals: readonly ExternalIdInput[],
  ): Promise<Map<string, string>> {
    if (externals.length === 0) return new Map();
    const systems = externals.map(({ system }) => system);
    const rows = await this.transaction.query<ExternalIdInput & { known: string }>(
      sql`SELECT t.id AS known, t.external_system AS system, t.external_id AS id FROM ${raw(table)} t
          WHERE t.tenant_id = ${this.transaction.tenantId} AND (t.external_system, t.external_id) IN
            (SELECT * FROM unnest(${systems}::text[], ${externals.map(({ id }) => id)}::text[]))`,
    );
    return new Map(rows.map((row) => [externalKey(row), row.known]));
  }
}
