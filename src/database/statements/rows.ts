import sql, { join, raw, type Sql } from 'sql-template-tag';
import { getMetadataArgsStorage } from 'typeorm';
import { asksFor, EVERYTHING, type Asked } from '../../common/asked/asked.js';

/** Any class with `@Entity`. */
export type EntityClass<Row> = new () => Row;

interface Columns {
  table: string;
  /** property -> column, both as declared. */
  names: ReadonlyMap<string, string>;
  /** The properties that hold an instant. */
  instants: readonly string[];
}

/** A property that a statement writes, and its column. */
interface Written {
  readonly property: string;
  readonly column: string;
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
 * Inserts rows in one statement, however many there are: they travel as JSON and take the table's own types. Keys are the
 * entity's properties; every row must have the same keys.
 * With `skipTaken`, rows whose key is taken are left out and not returned. What is returned is their ids or whole rows, as
 * they are stored.
 */
export function insertRows<Row extends object>(
  entity: EntityClass<Row>,
  rows: readonly Partial<Row>[],
  options: { skipTaken?: boolean; returning?: 'id' | 'row' } = {},
): Sql {
  const { table } = columnsOf(entity);
  const written = writtenOf(entity, rows);
  const list = raw(written.map(({ column }) => column).join(', '));
  return join(
    [
      sql`INSERT INTO ${raw(table)} (${list}) SELECT ${list} FROM ${recordset(table, written, rows)}`,
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
  const { table } = columnsOf(entity);
  const written = writtenOf(entity, rows);
  const set = written.filter(({ property }) => !['tenantId', 'id', 'version'].includes(property));
  const assignments = raw(
    [...set.map(({ column }) => `${column} = r.${column}`), 'version = r.version + 1'].join(', '),
  );
  return sql`UPDATE ${raw(table)} t SET ${assignments}
    FROM ${recordset(table, written, rows)} r
    WHERE t.tenant_id = ${tenantId} AND t.tenant_id = r.tenant_id AND t.id = r.id AND t.version = r.version
    RETURNING t.id`;
}

/**
 * Rows as a table in a statement. What they all say alike is sent once, as the record that each of them is filled into: in
 * an import that is most of it, and PostgreSQL reads only the rest row by row.
 */
function recordset(table: string, written: readonly Written[], rows: readonly object[]): Sql {
  const common = written.filter(({ property }) => isCommon(rows, property));
  const own = written.filter((one) => !common.includes(one));
  const record = JSON.stringify(asColumns(rows[0] ?? {}, common));
  const json = JSON.stringify(rows.map((row) => asColumns(row, own)));
  return sql`jsonb_populate_recordset(jsonb_populate_record(NULL::${raw(table)}, ${record}::jsonb), ${json}::jsonb)`;
}

function isCommon(rows: readonly object[], property: string): boolean {
  const first = valueOf(rows[0] ?? {}, property);
  return rows.every((row) => {
    const value = valueOf(row, property);
    return value === first || (isEmptyList(value) && isEmptyList(first));
  });
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function valueOf(row: object, property: string): unknown {
  return (row as Record<string, unknown>)[property] ?? null;
}

function asColumns(row: object, written: readonly Written[]): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const { property, column } of written) columns[column] = valueOf(row, property);
  return columns;
}

function writtenOf(entity: EntityClass<unknown>, rows: readonly object[]): Written[] {
  const { names } = columnsOf(entity);
  return Object.keys(rows[0] ?? {}).map((property) => {
    const column = names.get(property);
    if (!column) throw new Error(`${entity.name} has no column for ${property}.`);
    return { property, column };
  });
}

function returning(entity: EntityClass<unknown>, table: string, what: 'id' | 'row' | undefined): Sql[] {
  if (what === undefined) return [];
  return [what === 'id' ? raw('RETURNING id') : sql`RETURNING ${select(entity, table)}`];
}
