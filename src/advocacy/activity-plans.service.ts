import { Injectable, type Type } from '@nestjs/common';
import sql, { raw } from 'sql-template-tag';
import { AccessService } from '../access/access.service.js';
import type { Item } from '../common/batch.js';
import { StrataError } from '../common/errors.js';
import { newId } from '../common/new-id.js';
import { externalKey, type ExternalIdInput } from '../common/reference.types.js';
import { findFault } from '../common/validation/validation.js';
import { select, type EntityClass } from '../database/statements/rows.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { saysTheSame } from '../domain/map/record.js';
import {
  ActivityReferencesReader,
  type FoundForActivity,
  type NamedInActivity,
} from './activity-references.reader.js';

/** What every activity that comes from another system carries. */
export interface FromElsewhere {
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
  /** Whom recorded ones name, by the id of the activity. */
  people: (activityIds: readonly string[]) => Promise<ReadonlyMap<string, readonly { id: string }[]>>;
}

/** An activity that is to be written, the id under which it is recorded already (perhaps in other words), or its refusal. */
export type PlannedActivity<Row> =
  | { index: number; row: Row; stakeholderIds: readonly string[] }
  | { index: number; known: string; differs: boolean }
  | { index: number; refused: StrataError };

/** What is recorded already, and whom it names. */
interface KnownActivity<Row> {
  row: Row;
  people: ReadonlySet<string>;
}

/** Works out what activities mean before anything is written. */
@Injectable()
export class ActivityPlansService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly references: ActivityReferencesReader,
    private readonly access: AccessService,
  ) {}

  /** In the order of the input, but refused ones first. */
  async plan<Input extends FromElsewhere, Row extends StoredActivity, Link extends object>(
    kind: ActivityKind<Input, Row, Link>,
    items: readonly Item<Input>[],
  ): Promise<PlannedActivity<Row>[]> {
    const faults = items.map(({ input }) => findFault(kind.rules, input));
    const sound = items.filter((_, position) => !faults[position]);
    const found = await this.references.find(sound.map(({ input }) => kind.names(input)));
    const known = await this.findKnown(
      kind,
      sound.flatMap(({ input }) => input.external ?? []),
    );
    const planned = items.flatMap(({ index }, position): PlannedActivity<Row>[] => {
      const refused = faults[position];
      return refused ? [{ index, refused }] : [];
    });
    for (const [position, { index, input }] of sound.entries()) {
      const place = found[position];
      const before = input.external ? known.get(externalKey(input.external)) : undefined;
      if (before) {
        const differs =
          !place || place instanceof StrataError || (await this.differs(kind, input, place, before));
        planned.push({ index, known: before.row.id, differs });
      } else if (place instanceof StrataError) planned.push({ index, refused: place });
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
      id: newId(),
      accountId: found.accountId,
      recordedById: this.access.caller.user?.id ?? null,
      externalSystem: input.external?.system ?? null,
      externalId: input.external?.id ?? null,
      recordedAt: this.transaction.now,
    };
    return { row: { ...own, ...stored } as Row, stakeholderIds: found.stakeholderIds };
  }

  private async differs<Input extends FromElsewhere, Row extends StoredActivity, Link extends object>(
    kind: ActivityKind<Input, Row, Link>,
    input: Input,
    found: FoundForActivity,
    { row, people }: KnownActivity<Row>,
  ): Promise<boolean> {
    const own = await kind.columns(input, found);
    if (own instanceof StrataError || row.accountId !== found.accountId) return true;
    const named = new Set(found.stakeholderIds);
    const samePeople = named.size === people.size && [...named].every((id) => people.has(id));
    return !samePeople || !saysTheSame<Partial<Row>>(own as Partial<Row>, row);
  }

  private async findKnown<Input extends FromElsewhere, Row extends StoredActivity, Link extends object>(
    { entity, table, people }: ActivityKind<Input, Row, Link>,
    externals: readonly ExternalIdInput[],
  ): Promise<Map<string, KnownActivity<Row>>> {
    if (externals.length === 0) return new Map();
    const systems = externals.map(({ system }) => system);
    const rows = await this.transaction.query<Row>(
      sql`SELECT ${select(entity, 't')} FROM ${raw(table)} t
          WHERE t.tenant_id = ${this.transaction.tenantId} AND (t.external_system, t.external_id) IN
            (SELECT * FROM unnest(${systems}::text[], ${externals.map(({ id }) => id)}::text[]))`,
    );
    const named = await people(rows.map(({ id }) => id));
    return new Map(
      rows.map((row) => [
        externalKey({ system: row.externalSystem ?? '', id: row.externalId ?? '' }),
        { row, people: new Set((named.get(row.id) ?? []).map(({ id }) => id)) },
      ]),
    );
  }
}
