import sql, { type Sql } from 'sql-template-tag';
import type { ExternalIdInput } from '../../common/reference.types.js';

/** Ids in other systems as the rows `w(system, external_id)` of a statement, however many there are. */
export function externalIdRows(externals: readonly ExternalIdInput[]): Sql {
  const systems = externals.map(({ system }) => system);
  const ids = externals.map(({ id }) => id);
  return sql`unnest(${systems}::text[], ${ids}::text[]) AS w(system, external_id)`;
}
