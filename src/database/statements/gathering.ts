import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Statement } from '../connection/open-transaction.js';
import { readInstant } from '../data-source.js';

/** Rows to gather beside others. Exact numbers have to be texts in them, because they come as JSON. */
export interface List {
  rows: Sql;
  /** Which of their values are instants. */
  instants: readonly string[];
}

/** Lists by their names, each of the rows that it says. */
export type Lists<Rows> = Readonly<Record<keyof Rows, List>>;

/** The rows of several lists by their names. */
export type Gathered<Rows> = { [Name in keyof Rows]: Rows[Name][] };

/** Who sends a statement. */
interface Sender {
  query<Row>(statement: Statement): Promise<Row[]>;
}

/**
 * Reads several lists by one statement, which answers one row with a column for each. A statement costs PostgreSQL and the
 * driver the same whatever it reads, and more than ten small lists do. @param beside further columns of the row.
 */
export async function gather<Rows>(
  sender: Sender,
  lists: Lists<Rows>,
  beside: readonly Sql[] = [],
): Promise<Gathered<Rows>> {
  const entries = Object.entries<List>(lists);
  const columns = entries.map(
    ([name, { rows }]) => sql`coalesce((SELECT json_agg(x) FROM (${rows}) x), '[]') AS ${raw(`"${name}"`)}`,
  );
  const statement = sharingValues(sql`SELECT ${join([...columns, ...beside])}`);
  const [row] = await sender.query<Record<string, Record<string, unknown>[]>>(statement);
  if (!row) throw new Error('A statement without FROM answers one row.');
  for (const [name, { instants }] of entries) readInstants(row[name] ?? [], instants);
  return row as Gathered<Rows>;
}

/** PostgreSQL prints an instant in JSON as `2026-11-21T09:30:00.5+00:00`, and to make it print ours costs it more. */
function readInstants(rows: readonly Record<string, unknown>[], names: readonly string[]): void {
  for (const row of rows) {
    for (const name of names) {
      const printed = row[name];
      if (typeof printed === 'string') row[name] = readInstant(printed.replace(/:00$/, ''));
    }
  }
}

/** An instant as the text that the driver makes of it, for where it lies deeper within JSON. */
export function inJson(instant: Sql): Sql {
  return sql`to_char(${instant} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** The same statement with each value sent once, however often it stands there: lists ask by the same few. */
function sharingValues({ strings, values }: Sql): Statement {
  const distinct = [...new Set(values)];
  const places = new Map(distinct.map((value, position) => [value, `$${position + 1}`]));
  const text = strings.map((part, index) => part + (index < values.length ? places.get(values[index]) : ''));
  return { text: text.join(''), values: distinct };
}
