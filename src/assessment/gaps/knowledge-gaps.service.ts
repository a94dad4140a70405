import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { allDone } from '../../common/all-done.js';
import { insertRows } from '../../database/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { AccountFacts } from '../../domain/facts.js';
import { knowledgeGaps } from '../../domain/ledger/knowledge-gaps.js';
import { KnowledgeGap } from './knowledge-gap.entity.js';

/** Keeps the knowledge gaps of every account in step with its ledger, so that they can be listed over the base. */
@Injectable()
export class KnowledgeGapsService {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Finds the gaps of these accounts anew. */
  async refresh(facts: ReadonlyMap<string, AccountFacts>): Promise<void> {
    const { tenantId, now } = this.transaction;
    const rows = [...facts].flatMap(([accountId, known]) =>
      knowledgeGaps(known, now).map(({ problem, level, untoldIds, since }) => ({
        tenantId,
        problemId: problem.id,
        level,
        accountId,
        untoldIds: [...untoldIds],
        since,
      })),
    );
    const removed = this.transaction.query(
      sql`DELETE FROM knowledge_gaps WHERE tenant_id = ${tenantId} AND account_id = ANY(${[...facts.keys()]}::uuid[])`,
    );
    const added = rows.length > 0 ? [this.transaction.query(insertRows(KnowledgeGap, rows))] : [];
    await allDone([removed, ...added]);
  }
}
