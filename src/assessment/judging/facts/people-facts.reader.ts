import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { groupBy } from '../../../common/batching.js';
import { byAccount } from './by-account.js';
import type { List } from '../../../database/statements/gathering.js';
import { TenantTransaction } from '../../../database/tenant-transaction.js';
import type { Instant, StakeholderFact } from '../../../domain/facts.js';
import { levelsHeld, type LevelRecorded } from '../../../domain/map/levels-held.js';

/** A seat as it was recorded at some time. */
export type SeatState = LevelRecorded & Omit<StakeholderFact, 'levels'> & { accountId: string };

/** Reads people as they stood, from the states that were recorded of their seats. */
@Injectable()
export class PeopleFactsReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** The people of each account as they were known at an instant, former ones too. */
  async readPeople(accountIds: readonly string[], knownAt: Instant): Promise<Map<string, StakeholderFact[]>> {
    return peopleIn(await this.transaction.query<SeatState>(this.states(accountIds, knownAt).rows));
  }

  /** The rows for `peopleIn`, as a list to gather. */
  states(accountIds: readonly string[], knownAt: Instant): List {
    const rows = sql`SELECT s.account_id AS "accountId", s.id, p.full_name AS "fullName", t.roles, t.reports_to_id AS "reportsToId",
        t.started_on AS "startedOn", t.ended_on AS "endedOn", t.successor_id AS "successorId", t.level,
        t.level_basis AS "levelBasis", t.level_from AS "levelFrom", t.recorded_at AS "recordedAt"
      FROM stakeholders s
      JOIN people p ON p.tenant_id = s.tenant_id AND p.id = s.person_id
      JOIN stakeholder_states t ON t.tenant_id = s.tenant_id AND t.stakeholder_id = s.id AND t.recorded_at <= ${knownAt}
      WHERE s.tenant_id = ${this.transaction.tenantId} AND s.account_id = ANY(${accountIds}::uuid[])
      ORDER BY t.recorded_at, t.id`;
    return { rows, instants: ['levelFrom', 'recordedAt'] };
  }
}

/** The people that these states are of, by account. */
export function peopleIn(rows: readonly SeatState[]): Map<string, StakeholderFact[]> {
  const seats = [...groupBy(rows, ({ id }) => id).values()].flatMap((states) => seatOf(states) ?? []);
  return new Map([...byAccount(seats)].map(([id, ofAccount]) => [id, ofAccount.map(({ fact }) => fact)]));
}

function seatOf(states: readonly SeatState[]): { accountId: string; fact: StakeholderFact } | null {
  const last = states.at(-1);
  if (!last) return null;
  const { accountId, id, fullName, roles, reportsToId, startedOn, endedOn, successorId } = last;
  const levels = levelsHeld(states);
  return { accountId, fact: { id, fullName, levels, roles, reportsToId, startedOn, endedOn, successorId } };
}
