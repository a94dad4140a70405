import type { INestApplicationContext } from '@nestjs/common';
import type { Sql } from 'sql-template-tag';
import { getMetadataArgsStorage } from 'typeorm';
import { TenantTransaction } from '../src/database/tenant-transaction.js';

type Query = (statement: Sql) => Promise<object[]>;

/**
 * From now on, whoever reads a column of a record that its statement did not select fails, instead of taking it for
 * empty: a field that is worked out from more of its parent than it says it needs.
 */
export function guardRows(app: INestApplicationContext): void {
  const columns = new Set(getMetadataArgsStorage().columns.map(({ propertyName }) => propertyName));
  const transaction = app.get(TenantTransaction);
  const query: Query = transaction.query.bind(transaction);
  const guarded: Query = async (statement) => (await query(statement)).map((row) => guard(row, columns));
  transaction.query = guarded as typeof transaction.query;
}

function guard(row: object, columns: ReadonlySet<string>): object {
  return new Proxy(row, {
    get(target, property) {
      if (typeof property === 'string' && !(property in target) && columns.has(property)) {
        throw new Error(
          `${property} is read of a record and was not selected: say that it is needed (@Needs).`,
        );
      }
      return Reflect.get(target, property) as unknown;
    },
  });
}
