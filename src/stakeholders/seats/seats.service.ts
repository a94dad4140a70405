import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { newId } from '../../common/new-id.js';
import { insertRows, updateVersionedRows } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { StakeholderRecord } from '../../domain/map/stakeholder-record.js';
import { StakeholderExternalId } from '../stakeholder-external-id.entity.js';
import type { StakeholderPlan } from './stakeholder-plan.types.js';
import { StakeholderState } from './stakeholder-state.entity.js';
import type { LevelSignal } from '../level-signal.types.js';
import { Stakeholder } from '../stakeholder.entity.js';

/** A change of one seat, with the version it was worked out from. */
export interface SeatChange {
  id: string;
  version: number;
  after: StakeholderRecord;
  levelSignals: readonly LevelSignal[];
}

/** Writes seats, their history and their ids in other systems. */
@Injectable()
export class SeatsService {
  constructor(private readonly transaction: TenantTransaction) {}

  /** What creates seats for these people (ids by seat), with the first line of their history and their ids elsewhere. */
  creationOf(plans: readonly StakeholderPlan[], people: ReadonlyMap<string, string>): Sql[] {
    if (plans.length === 0) return [];
    const { tenantId, now } = this.transaction;
    const rows = plans.map(({ id, accountId, after, levelSignals }) => ({
      tenantId,
      id,
      accountId,
      personId: people.get(id),
      ...after,
      roles: [...after.roles],
      levelSignals,
      version: 1,
      createdAt: now,
      updatedAt: now,
    }));
    const links = this.linksOf(plans.filter(({ addsExternal }) => addsExternal));
    return [insertRows(Stakeholder, rows), this.statesOf(plans), ...links];
  }

  /** The ids that were written; a seat somebody else changed in the meantime is not among them. */
  async update(changes: readonly SeatChange[]): Promise<Set<string>> {
    if (changes.length === 0) return new Set();
    const { tenantId } = this.transaction;
    const updatedAt = this.transaction.now;
    const rows = changes.map(({ id, version, after, levelSignals }) => ({
      tenantId,
      id,
      version,
      ...after,
      roles: [...after.roles],
      levelSignals,
      updatedAt,
    }));
    const written = await this.transaction.query<{ id: string }>(
      updateVersionedRows(Stakeholder, rows, tenantId),
    );
    const ids = new Set(written.map(({ id }) => id));
    const changed = changes.filter(({ id }) => ids.has(id));
    if (changed.length > 0) await this.transaction.query(this.statesOf(changed));
    return ids;
  }

  /** Gives seats their ids in other systems; who moved takes theirs along. */
  async link(plans: readonly StakeholderPlan[]): Promise<void> {
    for (const statement of this.linksOf(plans)) await this.transaction.query(statement);
  }

  private linksOf(plans: readonly StakeholderPlan[]): Sql[] {
    const { tenantId } = this.transaction;
    const rows = plans.flatMap(({ id, input: { external } }) =>
      external ? [{ tenantId, system: external.system, externalId: external.id, stakeholderId: id }] : [],
    );
    if (rows.length === 0) return [];
    return [
      sql`${insertRows(StakeholderExternalId, rows)}
        ON CONFLICT (tenant_id, system, external_id) DO UPDATE SET stakeholder_id = excluded.stakeholder_id`,
    ];
  }

  private statesOf(changes: readonly { id: string; after: StakeholderRecord }[]): Sql {
    const { tenantId, now: recordedAt } = this.transaction;
    const rows = changes.map(({ id: stakeholderId, after }) => ({
      tenantId,
      id: newId(),
      stakeholderId,
      recordedAt,
      title: after.title,
      level: after.level,
      levelBasis: after.levelBasis,
      levelFrom: after.levelFrom,
      roles: [...after.roles],
      reportsToId: after.reportsToId,
      startedOn: after.startedOn,
      endedOn: after.endedOn,
      successorId: after.successorId,
    }));
    return insertRows(StakeholderState, rows);
  }
}
