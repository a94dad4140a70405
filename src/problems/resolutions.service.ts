import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { v7 as uuidv7 } from 'uuid';
import { AccessService } from '../access/access.service.js';
import { AccountsReader } from '../accounts/accounts.reader.js';
import { StrataError } from '../common/errors.js';
import type { RefInput } from '../common/reference.types.js';
import { insertRows } from '../database/rows.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import type { Instant } from '../domain/facts.js';
import { checkProblemChange, type ChangeRefusal } from '../domain/ledger/problem-state.js';
import { ProblemStatus } from '../domain/terms.js';
import { LedgerService } from './ledger/ledger.service.js';
import { ProblemEvent } from './problem-event.entity.js';
import type { Problem } from './problem.entity.js';
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
    if (refused) {
      const code = refused === 'IN_FUTURE' ? 'INVALID_INPUT' : 'RULE_BROKEN';
      throw new StrataError(code, REFUSALS[refused], [atField], { rule: refused });
    }
    await this.record(found, change);
    const problem = await this.reader.getProblem({ id: found.id }, ['problem']);
    return { problem, account: await this.accounts.getAccount({ id: found.accountId }, ['problem']) };
  }

  private async record({ id, accountId }: Problem, { status, at, reason }: ProblemChange): Promise<void> {
    const { tenantId, now } = this.transaction;
    const event = { tenantId, id: uuidv7(), problemId: id, status, at, reason, byId: this.access.caller.user?.id ?? null, recordedAt: now };
    await this.transaction.query(insertRows(ProblemEvent, [event]));
    const solved = status === ProblemStatus.RESOLVED;
    await this.transaction.query(
      sql`UPDATE problems SET status = ${status}, resolved_at = ${solved ? at : null}, resolution = ${solved ? reason : null},
            version = version + 1 WHERE tenant_id = ${tenantId} AND id = ${id}`,
    );
    this.transaction.touch([accountId]);
  }
}
