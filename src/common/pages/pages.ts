import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { EVERYTHING } from '../asked/asked.js';
import type { Connection, PageArgs } from './connection.types.js';
import { StrataError } from '../errors.js';
import { readCalendarDate } from '../scalars.js';

/** The column types a list can be ordered by. */
type KeyType = 'uuid' | 'text' | 'timestamptz' | 'date' | 'numeric' | 'float8';

/** One term of a list's order. It must not be null: wrap it in `coalesce`. */
export interface OrderTerm {
  by: Sql;
  type: KeyType;
}

/** A list that is read in pages. The last order term must make the order total: an id. */
export interface Listing {
  /** Names the list in its cursors, so that a cursor of another list is refused. */
  name: string;
  columns: Sql;
  /** Tables and joins, without the word FROM. */
  from: Sql;
  /** Conditions, the tenant's own among them. */
  where: readonly Sql[];
  order: readonly OrderTerm[];
  direction: 'ASC' | 'DESC';
}

/** A row with its place in the list, as the statements below return it. */
export type Placed<Row> = Row & {
  /** A JSON array of texts; missing where no cursors are asked for. */
  pageKey?: string;
};

const KEY_FORM: Record<KeyType, RegExp> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  text: /^[^\0]*$/,
  timestamptz: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d+)?\+00$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  numeric: /^-?\d+(\.\d+)?$/,
  float8: /^-?\d+(\.\d+)?(e[+-]?\d+)?$/,
};

/** One page of the list, and one row more, which tells whether another page follows. */
export function pageStatement(listing: Listing, page: PageArgs): Sql {
  return sql`SELECT ${pageBody(listing, listing.where, page)}`;
}

/** The same page of the list for each of several parents; `parent` is the column that holds the parent's id. */
export function pagesByParentStatement(
  listing: Listing,
  parent: Sql,
  parentIds: readonly string[],
  page: PageArgs,
): Sql {
  const body = pageBody(listing, [...listing.where, sql`${parent} = parent.id`], page);
  return sql`SELECT parent.id AS "parentId", page.* FROM unnest(${parentIds}::uuid[]) AS parent(id)
    CROSS JOIN LATERAL (SELECT ${body}) AS page`;
}

export function countStatement(listing: Listing): Sql {
  return sql`SELECT count(*)::int AS total FROM ${listing.from} WHERE ${join(listing.where, ' AND ')}`;
}

export function countByParentStatement(listing: Listing, parent: Sql, parentIds: readonly string[]): Sql {
  const where = [...listing.where, sql`${parent} = ANY(${parentIds}::uuid[])`];
  return sql`SELECT ${parent} AS "parentId", count(*)::int AS total FROM ${listing.from}
    WHERE ${join(where, ' AND ')} GROUP BY ${parent}`;
}

/** Turns the rows of a page statement into what the API answers. Edges and cursors are made only where asked for. */
export function toConnection<Row>(
  listing: Listing,
  page: PageArgs,
  rows: readonly Placed<Row>[],
  count: () => Promise<number>,
): Connection<Row> {
  const shown = rows.length > page.first ? rows.slice(0, page.first) : [...rows];
  const cursorOf = (row: Placed<Row> | undefined): string | null =>
    row ? writeCursor(listing, row.pageKey) : null;
  return {
    nodes: shown,
    get edges() {
      return shown.map((node) => ({
        node,
        get cursor() {
          return writeCursor(listing, node.pageKey);
        },
      }));
    },
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: false,
      get startCursor() {
        return cursorOf(shown[0]);
      },
      get endCursor() {
        return cursorOf(shown.at(-1));
      },
    },
    get totalCount() {
      return count();
    },
  };
}

function pageBody(listing: Listing, conditions: readonly Sql[], page: PageArgs): Sql {
  const direction = raw(listing.direction);
  const keys = listing.order.map((term) => term.by);
  const place = sql`, json_build_array(${join(keys.map((key) => sql`(${key})::text`))})::text AS "pageKey"`;
  const where = [...conditions, ...afterCursor(listing, page.after)];
  return sql`${listing.columns}${(page.asked ?? EVERYTHING).cursors ? place : empty}
    FROM ${listing.from} WHERE ${join(where, ' AND ')}
    ORDER BY ${join(keys.map((key) => sql`${key} ${direction}`))}
    LIMIT ${raw(String(page.first + 1))}`;
}

function afterCursor(listing: Listing, cursor: string | null | undefined): Sql[] {
  if (cursor === null || cursor === undefined) return [];
  const key = readCursor(listing, cursor);
  const values = listing.order.map((term, position) => sql`${key[position]}::${raw(term.type)}`);
  const comparison = listing.direction === 'ASC' ? raw('>') : raw('<');
  return [sql`(${join(listing.order.map((term) => term.by))}) ${comparison} (${join(values)})`];
}

function writeCursor({ name }: Listing, pageKey: string | undefined): string {
  if (pageKey === undefined) throw new Error(`The list ${name} was read without the places of its rows.`);
  return Buffer.from(`[${JSON.stringify(name)}, ${pageKey.slice(1)}`).toString('base64url');
}

function readCursor(listing: Listing, cursor: string): string[] {
  const parts = parseJson(Buffer.from(cursor, 'base64url').toString('utf8'));
  const [name, ...key] = Array.isArray(parts) ? (parts as unknown[]) : [];
  const fits =
    name === listing.name &&
    key.length === listing.order.length &&
    key.every((value, position) => fitsType(value, listing.order[position]?.type));
  if (!fits)
    throw new StrataError('INVALID_INPUT', 'Not a cursor of this list: start again without it.', ['after']);
  return key as string[];
}

function fitsType(value: unknown, type: KeyType | undefined): boolean {
  if (typeof value !== 'string' || type === undefined || !KEY_FORM[type].test(value)) return false;
  if (type === 'timestamptz' || type === 'date') return isInCalendar(value);
  return (type !== 'float8' && type !== 'numeric') || Number.isFinite(Number(value));
}

/** The form alone admits a thirty-first of February, which the database would not. */
function isInCalendar(value: string): boolean {
  const [day = '', time = '00:00:00+00'] = value.split(' ');
  return (
    readCalendarDate(day) !== null && !Number.isNaN(Date.parse(`1970-01-01T${time.replace('+00', 'Z')}`))
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** `condition` where `value` was given, else nothing. */
export function when<Value>(value: Value | null | undefined, condition: (value: Value) => Sql): Sql[] {
  return value === null || value === undefined ? [] : [condition(value)];
}
