import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Connection, PageArgs } from '../../common/pages/connection.types.js';
import { notFound, type InputPath } from '../../common/errors.js';
import { PagesReader } from '../../database/pages.reader.js';
import { select } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { Kit } from './kit.entity.js';

@Injectable()
export class KitsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly pages: PagesReader,
  ) {}

  /** Kits, the latest version first. */
  listKits(page: PageArgs): Promise<Connection<Kit>> {
    return this.pages.list(
      {
        name: 'kits',
        columns: select(Kit, 'k'),
        from: sql`kits k`,
        where: [sql`k.tenant_id = ${this.transaction.tenantId}`],
        order: [
          { by: sql`k.created_at`, type: 'timestamptz' },
          { by: sql`k.id`, type: 'uuid' },
        ],
        direction: 'DESC',
      },
      page,
    );
  }

  async getKit(id: string, path: InputPath): Promise<Kit> {
    const kit = (await this.findKits([id])).get(id.toLowerCase());
    if (!kit) throw notFound('Kit', path);
    return kit;
  }

  /** Kits by id. */
  async findKits(ids: readonly string[]): Promise<Map<string, Kit>> {
    const rows = await this.transaction.query<Kit>(
      sql`SELECT ${select(Kit, 'k')} FROM kits k WHERE k.tenant_id = ${this.transaction.tenantId} AND k.id = ANY(${ids}::uuid[])`,
    );
    return new Map(rows.map((kit) => [kit.id, kit]));
  }

  /** What each of these people was equipped with, the latest first. */
  async findKitsOf(stakeholderIds: readonly string[]): Promise<Map<string, Kit[]>> {
    const rows = await this.transaction.query<Kit & { stakeholderId: string }>(
      sql`SELECT e.stakeholder_id AS "stakeholderId", ${select(Kit, 'k')}
          FROM equipments e JOIN kits k ON k.tenant_id = e.tenant_id AND k.id = e.kit_id
          WHERE e.tenant_id = ${this.transaction.tenantId} AND e.stakeholder_id = ANY(${stakeholderIds}::uuid[])
          ORDER BY e.equipped_at DESC, e.id DESC`,
    );
    const kits = new Map<string, Kit[]>(stakeholderIds.map((id) => [id, []]));
    for (const { stakeholderId, ...kit } of rows) {
      const own = kits.get(stakeholderId);
      if (own && !own.some(({ id }) => id === kit.id)) own.push(kit);
    }
    return kits;
  }
}
