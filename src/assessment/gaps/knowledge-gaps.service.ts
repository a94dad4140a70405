import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { allDone } from '../../common/operation/all-done.js';
import type { List } from '../../database/statements/gathering.js';
import { insertRows, instantsOf, select } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { AccountFacts } from '../../domain/facts.js';
import { knowledgeGaps } from '../../domain/ledger/knowledge-gaps.js';
import { KnowledgeGap } from './knowledge-gap.entity.js';

/** Keeps the knowledge gaps of every account in step with its ledger, so that they can be listed over the base. */
@Injectable()
export class KnowledgeGapsService {
  constructor(private readonly transaction: TenantTransaction) {}

  /** The gaps of these accounts as they are stored, for `refresh`: a list to gather. */
  listOf(accountIds: readonly string[]): List {
    const rows = sql`SELECT ${select(KnowledgeGap, 'g')} FROM knowledge_gaps g
      WHERE g.tenant_id = ${this.transaction.tenantId} AND g.account_id = ANY(${accountIds}::uuid[])`;
    return { rows, instants: instantsOf(KnowledgeGap) };
  }

  /**
   * Finds the gaps of these accounts anew; most of the time they are what they were.
   * @param stored all gaps of these accounts, read after the caller has locked them.
   */
  async refresh(facts: ReadonlyMap<string, AccountFacts>, stored: readonly KnowledgeGap[]): Promise<void> {
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
    if (sameGaps(rows, stored)) return;
    const removed = this.transaction.query(
      sql`DELETE FROM knowledge_gaps WHERE tenant_id = ${tenantId} AND account_id = ANY(${[...facts.keys()]}::uuid[])`,
    );
    const added = rows.length > 0 ? [this.transaction.query(insertRows(KnowledgeGap, rows))] : [];
    await allDone([removed, ...added]);
  }
}

type StoredGap = Omit<KnowledgeGap, 'problem' | 'account'>;

function sameGaps(some: readonly StoredGap[], others: readonly StoredGap[]): boolean {
  const known = new Set(others.map(keyOf));
  return some.length === others.length && some.every((gap) => known.has(keyOf(gap)));
}

/** All that a gap says, as one text. */
function keyOf({ accountId, problemId, level, untoldIds, since }: StoredGap): string {
  return [accountId, problemId, level, since, ...untoldIds].join();
}
