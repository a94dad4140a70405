import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { EVERYTHING } from '../asked/asked.js';
import type { PageArgs } from './connection.types.js';
import { readCursor } from './cursors.js';
import type { Listing } from './listing.js';

/** One page of the list, and one row more where it is asked whether another page follows. */
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

function pageBody(listing: Listing, conditions: readonly Sql[], page: PageArgs): Sql {
  const direction = raw(listing.direction);
  const keys = listing.order.map((term) => term.by);
  const place = sql`, json_build_array(${join(keys.map((key) => sql`(${key})::text`))})::text AS "pageKey"`;
  const where = [...conditions, ...afterCursor(listing, page.after)];
  const { cursors, more } = page.asked ?? EVERYTHING;
  return sql`${listing.columns}${cursors ? place : empty}
    FROM ${listing.from} WHERE ${join(where, ' AND ')}
    ORDER BY ${join(keys.map((key) => sql`${key} ${direction}`))}
    LIMIT ${raw(String(more ? page.first + 1 : page.first))}`;
}

function afterCursor(listing: Listing, cursor: string | null | undefined): Sql[] {
  if (cursor === null || cursor === undefined) return [];
  const key = readCursor(listing, cursor);
  const values = listing.order.map((term, position) => sql`${key[position]}::${raw(term.type)}`);
  const comparison = listing.direction === 'ASC' ? raw('>') : raw('<');
  return [sql`(${join(listing.order.map((term) => term.by))}) ${comparison} (${join(values)})`];
}

/** `condition` where `value` was given, else nothing. */
export function when<Value>(value: Value | null | undefined, condition: (value: Value) => Sql): Sql[] {
  return value === null || value === undefined ? [] : [condition(value)];
}
