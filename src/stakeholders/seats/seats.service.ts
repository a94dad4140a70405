import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { allDone } from '../../common/all-done.js';
import { newId } from '../../common/new-id.js';
import { insertRows, updateVersionedRows } from '../../database/rows.js';
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

  /** Creates seats for these people (ids by seat), with the first line of their history, in one turn to the database. */
  async insert(plans: readonly StakeholderPlan[], people: ReadonlyMap<string, string>): Promise<void> {
    if (plans.length === 0) return;
    const now = this.transaction.now;
    const rows = plans.map(({ id, accountId, after, levelSignals }) => ({
      tenantId: this.transaction.tenantId,
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
    await allDone([this.transaction.query(insertRows(Stakeholder, rows)), this.recordStates(plans)]);
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
    await this.recordStates(changes.filter(({ id }) => ids.has(id)));
    return ids;
  }

  /** Gives seats their ids in other systems; who moved takes theirs along. */
  async link(plans: readonly StakeholderPlan[]): Promise<void> {
    const { tenantId } = this.transaction;
    const rows = plans.flatMap(({ id, input: { external } }) =>
      external ? [{ tenantId, system: external.system, externalId: external.id, stakeholderId: id }] : [],
    );
    if (rows.length === 0) return;
    await this.transaction.query(sql`${insertRows(StakeholderExternalId, rows)}
      ON CONFLICT (tenant_id, system, external_id) DO UPDATE SET stakeholder_id = excluded.stakeholder_id`);
  }

  private async recordStates(changes: readonly { id: string; after: StakeholderRecord }[]): Promise<void> {
    if (changes.length === 0) return;
    const recordedAt = this.transaction.now;
    const rows = changes.map(({ id: stakeholderId, after }) => ({
      tenantId: this.transaction.tenantId,
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
    await this.transaction.query(insertRows(StakeholderState, rows));
  }
}
