import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { AccountState as AccountStateRow } from '../../accounts/account-state.entity.js';
import { newId } from '../../common/new-id.js';
import { insertRows } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { AccountFacts } from '../../domain/facts.js';
import type { StructureMethod } from '../../domain/structure/signal.js';
import { inferStructure, structureAfter } from '../../domain/structure/infer-structure.js';
import type { AccountState } from './facts/facts.reader.js';

/** Infers who decides at an account, where nobody has stated it. */
@Injectable()
export class StructureService {
  constructor(private readonly transaction: TenantTransaction) {}

  /** The accounts as they stand after the inference; what changed is written, with its history. */
  async infer(
    states: readonly AccountState[],
    facts: ReadonlyMap<string, AccountFacts>,
    method: StructureMethod,
  ): Promise<AccountState[]> {
    const after = states.map((state) => {
      const known = facts.get(state.accountId);
      return known ? this.inferOne(state, known, method) : state;
    });
    await this.write(after.filter((state, position) => state !== states[position]));
    return after;
  }

  private inferOne(state: AccountState, facts: AccountFacts, method: StructureMethod): AccountState {
    const before = {
      structure: state.structure,
      structureBasis: state.structureBasis,
      structureStatedBy: null,
    };
    const { structure, structureBasis } = structureAfter(
      before,
      inferStructure(facts, this.transaction.now, method),
    );
    return structure === state.structure ? state : { ...state, structure, structureBasis };
  }

  private async write(changed: readonly AccountState[]): Promise<void> {
    const { tenantId, now } = this.transaction;
    for (const { accountId, structure, structureBasis } of changed) {
      await this.transaction.query(
        sql`UPDATE accounts SET structure = ${structure}, structure_basis = ${structureBasis}, version = version + 1
            WHERE tenant_id = ${tenantId} AND id = ${accountId}`,
      );
    }
    const rows = changed.map((state) => ({ tenantId, id: newId(), recordedAt: now, ...state }));
    if (rows.length > 0) await this.transaction.query(insertRows(AccountStateRow, rows));
  }
}
