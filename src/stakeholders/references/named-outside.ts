import sql, { type Sql } from 'sql-template-tag';
import type { ExternalIdInput } from '../../common/reference.types.js';
import { externalIdRows } from '../../database/statements/external-ids.js';

/**
 * The seats that other systems call by these ids, as rows with `tenant_id`, `system`, `external_id` and `stakeholder_id`.
 * Begin a statement with it as a materialised query: while a table has just grown from nothing, the planner would join
 * whole tables instead of these few.
 */
export function namedOutside(tenantId: string, externals: readonly ExternalIdInput[]): Sql {
  return sql`SELECT x.tenant_id, x.system, x.external_id, x.stakeholder_id
    FROM ${externalIdRows(externals)}
    JOIN stakeholder_external_ids x ON x.tenant_id = ${tenantId} AND x.system = w.system AND x.external_id = w.external_id`;
}
