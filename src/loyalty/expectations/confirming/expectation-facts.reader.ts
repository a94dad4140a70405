import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { groupBy } from '../../../common/batching.js';
import { TenantTransaction } from '../../../database/tenant-transaction.js';
import type { CheckInFact, ConfirmationFact } from '../../../domain/loyalty/expectations/expectation.js';
import { levelAt } from '../../../domain/map/levels-held.js';
import { LevelsReader } from '../../../stakeholders/seats/levels.reader.js';
import type { Stakeholder } from '../../../stakeholders/stakeholder.entity.js';
import { stakeholderColumns, STAKEHOLDER_TABLES } from '../../../stakeholders/stakeholders.reader.js';

/** Reads what was recorded of expectations, as the rules want it. */
@Injectable()
export class ExpectationFactsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly levels: LevelsReader,
  ) {}

  /** Who confirmed which wording, under the level held at the time, by expectation. */
  async findConfirmations(expectationIds: readonly string[]): Promise<Map<string, ConfirmationFact[]>> {
    const rows = await this.transaction.query<Omit<ConfirmationFact, 'level'> & { expectationId: string }>(
      sql`SELECT c.expectation_id AS "expectationId", c.revision, c.stakeholder_id AS "stakeholderId", c.confirmed_at AS at
          FROM expectation_confirmations c
          WHERE c.tenant_id = ${this.transaction.tenantId} AND c.expectation_id = ANY(${expectationIds}::uuid[])
          ORDER BY c.confirmed_at, c.id`,
    );
    const held = await this.levels.findLevelsHeld([
      ...new Set(rows.map(({ stakeholderId }) => stakeholderId)),
    ]);
    const facts = rows.map((row) => ({ ...row, level: levelAt(held.get(row.stakeholderId) ?? [], row.at) }));
    return groupBy(facts, ({ expectationId }) => expectationId);
  }

  /** What the check-ins found, by expectation, oldest first. */
  async findCheckIns(expectationIds: readonly string[]): Promise<Map<string, CheckInFact[]>> {
    const rows = await this.transaction.query<CheckInFact & { expectationId: string }>(
      sql`SELECT c.expectation_id AS "expectationId", c.held_at AS "heldAt", c.result FROM check_ins c
          WHERE c.tenant_id = ${this.transaction.tenantId} AND c.expectation_id = ANY(${expectationIds}::uuid[])
          ORDER BY c.held_at, c.id`,
    );
    return groupBy(rows, ({ expectationId }) => expectationId);
  }

  /** Who of the account took part in each check-in. */
  async findParticipants(checkInIds: readonly string[]): Promise<Map<string, Stakeholder[]>> {
    const rows = await this.transaction.query<Stakeholder & { checkInId: string }>(
      sql`SELECT x.check_in_id AS "checkInId", ${stakeholderColumns()}
          FROM check_in_participants x JOIN (${STAKEHOLDER_TABLES}) ON s.tenant_id = x.tenant_id AND s.id = x.stakeholder_id
          WHERE x.tenant_id = ${this.transaction.tenantId} AND x.check_in_id = ANY(${checkInIds}::uuid[])
          ORDER BY s.id`,
    );
    return groupBy(rows, ({ checkInId }) => checkInId);
  }
}
