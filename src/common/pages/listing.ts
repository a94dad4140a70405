import type { Sql } from 'sql-template-tag';

/** The column types a list can be ordered by. */
export type KeyType = 'uuid' | 'text' | 'timestamptz' | 'date' | 'numeric' | 'float8';

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

/** A row with its place in the list, as a page statement returns it. */
export type Placed<Row> = Row & {
  /** A JSON array of texts; missing where no cursors are asked for. */
  pageKey?: string;
};
