import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { AccessService } from '../../access/access.service.js';
import { assertUnreachable, StrataError, type InputPath } from '../../common/errors.js';
import { newId } from '../../common/new-id.js';
import { insertRows } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { Instant, ProblemFact } from '../../domain/facts.js';
import { checkLedgerEntry, type RefusedEntry } from '../../domain/ledger/ledger-entry.js';
import type { ProblemKnowledge } from '../../domain/terms.js';
import { KnowledgeEntry } from './knowledge-entry.entity.js';
import { LedgerReader } from './ledger.reader.js';
import type { Problem } from '../problem.entity.js';

/** Who learned what of which problem, when and in which contact. */
export interface Learned {
  problem: Problem;
  stakeholderIds: readonly string[];
  knowledge: ProblemKnowledge;
  at: Instant;
  interactionId: string | null;
}

/** Writes the knowledge ledger. Its lines are never rewritten. */
@Injectable()
export class LedgerService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly ledgers: LedgerReader,
    private readonly access: AccessService,
  ) {}

  /** RULE_BROKEN where time would run backwards. `path` leads to the line in the input. */
  async record(
    { problem, stakeholderIds, knowledge, at, interactionId }: Learned,
    path: InputPath,
  ): Promise<void> {
    await this.lock(problem.id);
    const refused = checkLedgerEntry(await this.getFact(problem), { knowledge, at }, this.transaction.now);
    if (refused) throw refusal(refused, path);
    const { tenantId, now } = this.transaction;
    const rows = stakeholderIds.map((stakeholderId) => ({
      tenantId,
      id: newId(),
      problemId: problem.id,
      stakeholderId,
      knowledge,
      at,
      interactionId,
      toldById: this.access.caller.user?.id ?? null,
      recordedAt: now,
    }));
    await this.transaction.query(insertRows(KnowledgeEntry, rows));
    this.transaction.touch([problem.accountId]);
  }

  /** Of two writers to one problem the second waits here, and then sees what the first one recorded. */
  async lock(problemId: string): Promise<void> {
    await this.transaction.query(
      sql`SELECT m.id FROM problems m WHERE m.tenant_id = ${this.transaction.tenantId} AND m.id = ${problemId} FOR NO KEY UPDATE`,
    );
  }

  /** The problem as the rules want it. */
  async getFact({ id, accountId }: Problem): Promise<ProblemFact> {
    const ledger = (await this.ledgers.readLedgers([accountId], this.transaction.now)).get(accountId);
    const fact = ledger?.problems.find((problem) => problem.id === id);
    if (!fact) throw new Error('A problem that was just read is not in its ledger.');
    return fact;
  }
}

function refusal({ reason, notBefore }: RefusedEntry, path: InputPath): StrataError {
  const at = [...path, 'at'];
  const details = { rule: reason, ...(notBefore && { notBefore }) };
  switch (reason) {
    case 'NOTHING_TOLD':
      return new StrataError(
        'INVALID_INPUT',
        'Say what they were told: nobody is told of being unaware.',
        [...path, 'knowledge'],
        details,
      );
    case 'IN_FUTURE':
      return new StrataError(
        'INVALID_INPUT',
        'What somebody knows is recorded once they know it.',
        at,
        details,
      );
    case 'BEFORE_PROBLEM':
      return new StrataError('RULE_BROKEN', 'Nobody hears of a problem before it arose.', at, details);
    case 'BEFORE_RESOLUTION':
      return new StrataError('RULE_BROKEN', 'Nobody hears of a solution before there was one.', at, details);
    case 'NOT_RESOLVED':
      return new StrataError(
        'RULE_BROKEN',
        'The problem still stands: resolve it before somebody is told so.',
        [...path, 'knowledge'],
        details,
      );
    default:
      return assertUnreachable(reason);
  }
}
