import pg, { type PoolClient, type QueryResult } from 'pg';

/** A statement under the name it is prepared by, if it has one. */
interface Named {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly name: string | undefined;
}

type Done = (error: Error | null, result: QueryResult) => void;

/** The driver's class as it is; its types leave out who is told of the end, and the name. */
const Query = pg.Query as unknown as new (
  text: string,
  values: readonly unknown[] | undefined,
  done: Done,
) => pg.Query & { name: string | undefined };

/**
 * Hands the driver a query that is made already. Given its parts, it copies them property by property and wraps its answer
 * twice, which costs a short statement as much as reading its rows.
 */
export function sendQuery(client: PoolClient, { text, values, name }: Named): Promise<QueryResult> {
  return new Promise((resolve, reject) => {
    const query = new Query(text, values.length > 0 ? values : undefined, (error, result) => {
      if (error) reject(error);
      else resolve(result);
    });
    query.name = name;
    client.query(query);
  });
}
