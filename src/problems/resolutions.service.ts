import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { AccessService } from '../access/access.service.js';
import { AccountsReader } from '../accounts/accounts.reader.js';
import { StrataError } from '../common/errors.js';
import { newId } from '../common/new-id.js';
import type { RefInput } from '../common/reference.types.js';
import { insertRows } from '../database/statements/rows.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import type { Instant } from '../domain/facts.js';
import { checkProblemChange, type ChangeRefusal } from '../domain/ledger/problem-state.js';
import { ProblemStatus } from '../domain/terms.js';
import { LedgerService } from './ledger/ledger.service.js';
import { ProblemEvent } from './problem-event.entity.js';
import { ProblemsReader } from './problems.reader.js';
import type { ProblemPayload } from './problems.types.js';

const REFUSALS: Record<ChangeRefusal, string> = {
  IN_FUTURE: 'What happens to a problem is recorded once it has happened.',
  BEFORE_PROBLEM: 'Nothing happens to a problem before it arose.',
  BEFORE_LAST_CHANGE: 'Something later is recorded of this problem already: history is not rewritten.',
  ALREADY_RESOLVED: 'The problem was solved by then: reopen it first.',
  ALREADY_OPEN: 'The problem was not solved by then.',
};

/** A problem is solved, or stands again. */
export interface ProblemChange {
  status: ProblemStatus;
  at: Instant;
  /** How it was solved, or why it stands again. */
  reason: string;
}

/** A change with the problem it happens to. */
export interface ChangeOf extends ProblemChange {
  problemId: string;
  accountId: string;
}

/** Records what became of problems. */
@Injectable()
export class ResolutionsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly accounts: AccountsReader,
    private readonly reader: ProblemsReader,
    private readonly ledger: LedgerService,
    private readonly access: AccessService,
  ) {}

  /** RULE_BROKEN where the change cannot follow on what is recorded; `atField` names the instant in the input. */
  async change(ref: RefInput, change: ProblemChange, atField: string): Promise<ProblemPayload> {
    const found = await this.reader.getProblem(ref, ['problem']);
    await this.ledger.lock(found.id);
    const refused = checkProblemChange(await this.ledger.getFact(found), change, this.transaction.now);
    if (refused) throw refusedChange(refused, atField);
    await this.record([{ problemId: found.id, accountId: found.accountId, ...change }]);
    const problem = await this.reader.getProblem({ id: found.id }, ['problem']);
    return { problem, account: await this.accounts.getAccount({ id: found.accountId }, ['problem']) };
  }

  /** Records changes that were checked before, of any number of problems that are locked. */
  async record(changes: readonly ChangeOf[]): Promise<void> {
    if (changes.length === 0) return;
    await this.recordEvents(changes);
    const solved = changes.map(({ status }) => status === ProblemStatus.RESOLVED);
    await this.transaction.query(
      sql`UPDATE problems m SET status = c.status, resolved_at = c.resolved_at, resolution = c.resolution, version = m.version + 1
          FROM unnest(${changes.map(({ problemId }) => problemId)}::uuid[], ${changes.map(({ status }) => status)}::text[],
            ${changes.map(({ at }, index) => (solved[index] ? at : null))}::timestamptz[],
            ${changes.map(({ reason }, index) => (solved[index] ? reason : null))}::text[]) AS c(id, status, resolved_at, resolution)
          WHERE m.tenant_id = ${this.transaction.tenantId} AND m.id = c.id`,
    );
    this.transaction.touch(changes.map(({ accountId }) => accountId));
  }

  /** The same for problems that were written with their last status already. */
  async recordEvents(changes: readonly ChangeOf[]): Promise<void> {
    if (changes.length === 0) return;
    const { tenantId, now } = this.transaction;
    const byId = this.access.caller.user?.id ?? null;
    const events = changes.map(({ problemId, status, at, reason }) => {
      return { tenantId, id: newId(), problemId, status, at, reason, byId, recordedAt: now };
    });
    await this.transaction.query(insertRows(ProblemEvent, events));
  }
}

/** Why a change is refused, as the caller is told. @param atField the instant in the input. */
export function refusedChange(refused: ChangeRefusal, atField: string): StrataError {
  const code = refused === 'IN_FUTURE' ? 'INVALID_INPUT' : 'RULE_BROKEN';
  return new StrataError(code, REFUSALS[refused], [atField], { rule: refused });
}
