import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { externalKey, refKey, type ExternalIdInput, type RefInput } from '../../common/reference.types.js';
import { namedOutside } from './named-outside.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { Stakeholder } from '../stakeholder.entity.js';
import { stakeholderColumns, StakeholdersReader } from '../stakeholders.reader.js';

/** A stakeholder with the id by which another system asks for it. */
type NamedOutside = Stakeholder & { outsideSystem: string; outsideId: string };

/** Finds the stakeholders that an input names, whole and at once. */
@Injectable()
export class ReferencedStakeholdersReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly stakeholders: StakeholdersReader,
  ) {}

  /** By `refKey`; what does not exist or may not be seen is missing. Whoever is named in two ways is one record. */
  async find(refs: readonly RefInput[]): Promise<Map<string, Stakeholder>> {
    const ids = refs.flatMap((ref) => (ref.id ? [ref.id] : []));
    const externals = refs.flatMap((ref) => (ref.external ? [ref.external] : []));
    const [byId, outside] = await Promise.all([
      this.stakeholders.findStakeholders(ids),
      externals.length > 0 ? this.findByExternalIds(externals) : [],
    ]);
    const found = new Map([...byId].map(([id, stakeholder]) => [refKey({ id }), stakeholder]));
    for (const stakeholder of outside) {
      const { id, outsideSystem, outsideId } = stakeholder;
      const same = found.get(refKey({ id })) ?? stakeholder;
      found.set(refKey({ id }), same);
      found.set(externalKey({ system: outsideSystem, id: outsideId }), same);
    }
    return found;
  }

  private findByExternalIds(externals: readonly ExternalIdInput[]): Promise<NamedOutside[]> {
    const { tenantId } = this.transaction;
    return this.transaction.query<NamedOutside>(
      sql`WITH chosen AS MATERIALIZED (${namedOutside(tenantId, externals)})
          SELECT ${stakeholderColumns()}, x.system AS "outsideSystem", x.external_id AS "outsideId" FROM chosen x
          JOIN stakeholders s ON s.tenant_id = x.tenant_id AND s.id = x.stakeholder_id
          JOIN people p ON p.tenant_id = s.tenant_id AND p.id = s.person_id
          JOIN accounts a ON a.tenant_id = s.tenant_id AND a.id = s.account_id`,
    );
  }
}
