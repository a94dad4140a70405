import sql, { join, raw, type Sql } from 'sql-template-tag';
import { getMetadataArgsStorage } from 'typeorm';
import { asksFor, EVERYTHING, type Asked } from '../common/asked/asked.js';

/** Any class with `@Entity`. */
export type EntityClass<Row> = new () => Row;

interface Columns {
  table: string;
  /** property -> column, both as declared. */
  names: ReadonlyMap<string, string>;
  /** The properties that hold an instant. */
  instants: readonly string[];
}

const known = new Map<EntityClass<unknown>, Columns>();

function columnsOf(entity: EntityClass<unknown>): Columns {
  const cached = known.get(entity);
  if (cached) return cached;
  const storage = getMetadataArgsStorage();
  const table = storage.tables.find((candidate) => candidate.target === entity)?.name;
  const columns = storage.columns.filter((column) => column.target === entity);
  if (!table || columns.length === 0) throw new Error(`${entity.name} is not a table.`);
  const names = new Map<string, string>();
  for (const { propertyName, options } of columns) names.set(propertyName, options.name ?? propertyName);
  const instants = columns.flatMap(({ propertyName, options }) =>
    options.type === 'timestamptz' ? [propertyName] : [],
  );
  const found = { table, names, instants };
  known.set(entity, found);
  return found;
}

/**
 * The select list of a table: columns under their property's name, so that rows need no mapping afterwards. `beside` holds
 * properties that come from elsewhere in the statement.
 */
export function select(
  entity: EntityClass<unknown>,
  alias: string,
  asked: Asked = EVERYTHING,
  beside: Readonly<Record<string, Sql>> = {},
): Sql {
  const columns = [...columnsOf(entity).names].filter(([property]) => asksFor(asked, property));
  const others = Object.entries(beside).filter(([property]) => asksFor(asked, property));
  return join([
    ...columns.map(([property, column]) => raw(`${alias}.${column} AS "${property}"`)),
    ...others.map(([property, value]) => sql`${value} AS ${raw(`"${property}"`)}`),
  ]);
}

/** The properties of a table that hold an instant. */
export function instantsOf(entity: EntityClass<unknown>): readonly string[] {
  return columnsOf(entity).instants;
}

/**
 * Inserts rows in one statement, however many there are: they travel as one JSON parameter and take the table's own
 * types. Keys are the entity's properties; every row must have the same keys.
 * With `skipTaken`, rows whose key is taken are left out and not returned. What is returned is their ids or whole rows, as
 * they are stored.
 */
export function insertRows<Row extends object>(
  entity: EntityClass<Row>,
  rows: readonly Partial<Row>[],
  options: { skipTaken?: boolean; returning?: 'id' | 'row' } = {},
): Sql {
  const { table, names } = columnsOf(entity);
  const properties = Object.keys(rows[0] ?? {});
  const columns = properties.map((property) => columnName(entity, names, property));
  const list = raw(columns.join(', '));
  const json = JSON.stringify(rows.map((row) => renamed(row, names)));
  return join(
    [
      sql`INSERT INTO ${raw(table)} (${list}) SELECT ${list} FROM jsonb_populate_recordset(NULL::${raw(table)}, ${json}::jsonb)`,
      ...(options.skipTaken ? [sql`ON CONFLICT DO NOTHING`] : []),
      ...returning(entity, table, options.returning),
    ],
    ' ',
  );
}

/**
 * Rewrites rows in one statement, each only if its version is still the expected one; returns the ids that were
 * written. Every row carries tenantId, id and version (the one it was read at) beside the properties to set.
 */
export function updateVersionedRows<Row extends { tenantId: string; id: string; version: number }>(
  entity: EntityClass<Row>,
  rows: readonly (Partial<Row> & Pick<Row, 'tenantId' | 'id' | 'version'>)[],
  tenantId: string,
): Sql {
  const { table, names } = columnsOf(entity);
  const properties = Object.keys(rows[0] ?? {}).filter(
    (property) => !['tenantId', 'id', 'version'].includes(property),
  );
  const columns = properties.map((property) => columnName(entity, names, property));
  const json = JSON.stringify(rows.map((row) => renamed(row, names)));
  const assignments = raw(
    [...columns.map((column) => `${column} = r.${column}`), 'version = r.version + 1'].join(', '),
  );
  return sql`UPDATE ${raw(table)} t SET ${assignments}
    FROM jsonb_populate_recordset(NULL::${raw(table)}, ${json}::jsonb) r
    WHERE t.tenant_id = ${tenantId} AND t.tenant_id = r.tenant_id AND t.id = r.id AND t.version = r.version
    RETURNING t.id`;
}

function returning(entity: EntityClass<unknown>, table: string, what: 'id' | 'row' | undefined): Sql[] {
  if (what === undefined) return [];
  return [what === 'id' ? raw('RETURNING id') : sql`RETURNING ${select(entity, table)}`];
}

function columnName(
  entity: EntityClass<unknown>,
  names: ReadonlyMap<string, string>,
  property: string,
): string {
  const column = names.get(property);
  if (!column) throw new Error(`${entity.name} has no column for ${property}.`);
  return column;
}

function renamed(row: object, names: ReadonlyMap<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([property, value]) => [names.get(property) ?? property, value ?? null]),
  );
}
