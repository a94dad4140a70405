import { Injectable } from '@nestjs/common';
import { AccountReferencesReader } from '../../accounts/account-references.reader.js';
import { externalKey, refKey, type RefInput } from '../../common/reference.types.js';
import { UpsertStatus, type ItemOutcome } from '../../common/upsert.types.js';
import type { ImportedProblemInput } from '../../problems/imported/imported-problem.inputs.js';
import { ImportedProblemsReader } from '../../problems/imported/imported-problems.reader.js';
import { ImportedProblemsService } from '../../problems/imported/imported-problems.service.js';
import type { Problem } from '../../problems/problem.entity.js';
import { KnownSeatsReader } from '../known-seats.reader.js';
import { problemOf, type ProblemRow } from '../rows/problem-row.js';
import type { ImportRun, ReadySource } from '../run/import-run.js';
import { streamRows, type WritableRow } from '../run/row-stream.js';

/** Rows with something to tell about them, once their batch is confirmed. */
interface Remarks {
  readonly differing: Set<WritableRow<ProblemRow>>;
  readonly unplaced: Map<WritableRow<ProblemRow>, string>;
}

/** Imports cases and tickets as problems. */
@Injectable()
export class ProblemRowsService {
  constructor(
    private readonly problems: ImportedProblemsService,
    private readonly reader: ImportedProblemsReader,
    private readonly seats: KnownSeatsReader,
    private readonly accounts: AccountReferencesReader,
  ) {}

  /** Imports a file of problems. */
  async importRows(ready: ReadySource, run: ImportRun): Promise<void> {
    const remarks: Remarks = { differing: new Set(), unplaced: new Map() };
    await streamRows<ProblemRow>(ready, run, {
      toInput: (values) => problemOf(values, ready.ids),
      identity: ({ external }) => external,
      write: (rows) => this.write(rows, remarks),
    });
    const { tally } = ready;
    for (const { row, input } of remarks.differing)
      tally.warn('DIFFERS_FROM_RECORDED', row.line, input.external.id);
    for (const [{ row }, reporter] of remarks.unplaced) tally.warn('REPORTER_UNKNOWN', row.line, reporter);
  }

  private async write(
    rows: readonly WritableRow<ProblemRow>[],
    { differing, unplaced }: Remarks,
  ): Promise<ItemOutcome[]> {
    const recorded = await this.reader.findByExternalIds(rows.map(({ input }) => input.external));
    const seats = await this.seats.findAccounts(rows.flatMap(({ input }) => input.reportedBy));
    const accounts = await this.accounts.findAccountIds(rows.map(({ input }) => input.account));
    const inputs = rows.map((row) => {
      const { strangers, ...input } = row.input;
      const accountId = accounts.get(refKey(input.account));
      const isThere = (ref: RefInput): boolean => seats.get(refKey(ref)) === accountId;
      const missing = [...strangers, ...input.reportedBy.filter((ref) => !isThere(ref)).map(nameOf)];
      if (accountId !== undefined && missing.length > 0) unplaced.set(row, missing.join('; '));
      return { ...input, reportedBy: input.reportedBy.filter(isThere) };
    });
    const outcomes = await this.problems.writeProblems(inputs, false);
    for (const [index, row] of rows.entries()) {
      const known = recorded.get(externalKey(row.input.external));
      const isUnchanged = outcomes[index]?.status === UpsertStatus.UNCHANGED;
      if (known && (saysOtherwise(known, row.input) || (isUnchanged && standsOtherwise(known, row.input))))
        differing.add(row);
    }
    return outcomes;
  }
}

function nameOf({ external }: RefInput): string {
  return external?.id ?? '';
}

function saysOtherwise(
  known: Problem,
  { title, description, severity, occurredAt }: ImportedProblemInput,
): boolean {
  const same = known.title === title && known.severity === severity && known.occurredAt === occurredAt;
  return !same || (description !== undefined && known.description !== description);
}

function standsOtherwise(known: Problem, { status, resolvedAt }: ImportedProblemInput): boolean {
  return known.status !== status || known.resolvedAt !== (resolvedAt ?? null);
}
