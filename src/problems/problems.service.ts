import { Injectable } from '@nestjs/common';
import { AccountsReader } from '../accounts/accounts.reader.js';
import { StrataError } from '../common/errors.js';
import { newId } from '../common/new-id.js';
import { insertRows } from '../database/statements/rows.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { ProblemStatus } from '../domain/terms.js';
import { ParticipantsReader } from '../stakeholders/references/participants.reader.js';
import { ProblemReporter } from './problem-reporter.entity.js';
import { Problem } from './problem.entity.js';
import type { ReportProblemInput } from './problems.inputs.js';
import { ProblemsReader } from './problems.reader.js';
import type { ProblemPayload } from './problems.types.js';

/** Records that something went wrong. */
@Injectable()
export class ProblemsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly accounts: AccountsReader,
    private readonly participants: ParticipantsReader,
    private readonly reader: ProblemsReader,
  ) {}

  /** Who reports a problem knows of it. One that another system already told us of is answered as recorded then. */
  async reportProblem(input: ReportProblemInput): Promise<ProblemPayload> {
    if (input.occurredAt > this.transaction.now) {
      throw new StrataError('INVALID_INPUT', 'A problem is reported once it has arisen.', [
        'input',
        'occurredAt',
      ]);
    }
    const account = await this.accounts.getAccount(input.account, ['input', 'account']);
    const path = ['input', 'reportedBy'];
    const reporters = await this.participants.getParticipants(account.id, input.reportedBy, path);
    const known = input.external ? await this.reader.findProblem({ external: input.external }) : null;
    if (known && known.accountId !== account.id) {
      throw new StrataError('CONFLICT', 'This external id belongs to a problem of another account.', [
        'input',
        'external',
      ]);
    }
    const problem =
      known ??
      (await this.insert(
        input,
        account.id,
        reporters.map(({ id }) => id),
      ));
    return { problem, account };
  }

  private async insert(
    input: ReportProblemInput,
    accountId: string,
    reporterIds: readonly string[],
  ): Promise<Problem> {
    const { tenantId, now } = this.transaction;
    const problem: Problem = {
      tenantId,
      id: newId(),
      accountId,
      title: input.title,
      description: input.description ?? null,
      severity: input.severity,
      status: ProblemStatus.OPEN,
      occurredAt: input.occurredAt,
      resolvedAt: null,
      resolution: null,
      repeatsId: await this.repeatedId(input, accountId),
      externalSystem: input.external?.system ?? null,
      externalId: input.external?.id ?? null,
      version: 1,
      recordedAt: now,
    };
    const statement = insertRows(Problem, [problem], { skipTaken: true, returning: 'id' });
    if ((await this.transaction.query(statement)).length === 0) {
      throw new StrataError('CONFLICT', 'The same problem is being reported just now: send it again.', [
        'input',
        'external',
      ]);
    }
    const reporters = reporterIds.map((stakeholderId) => ({
      tenantId,
      problemId: problem.id,
      stakeholderId,
    }));
    await this.transaction.query(insertRows(ProblemReporter, reporters));
    this.transaction.touch([accountId]);
    return problem;
  }

  private async repeatedId(
    { repeats, occurredAt }: ReportProblemInput,
    accountId: string,
  ): Promise<string | null> {
    if (!repeats) return null;
    const path = ['input', 'repeats'];
    const earlier = await this.reader.getProblem(repeats, path);
    if (earlier.accountId !== accountId || earlier.occurredAt > occurredAt) {
      throw new StrataError('RULE_BROKEN', 'A problem repeats an earlier one of the same account.', path);
    }
    return earlier.id;
  }
}
