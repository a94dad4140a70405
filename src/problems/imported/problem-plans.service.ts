import { Injectable } from '@nestjs/common';
import { AccountReferencesReader } from '../../accounts/account-references.reader.js';
import type { Item } from '../../common/batch.js';
import { notFound, StrataError } from '../../common/errors.js';
import { newId } from '../../common/new-id.js';
import { externalKey, refKey } from '../../common/reference.types.js';
import { findFault } from '../../common/validation/validation.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { changeHeard, type RecordedChange } from '../../domain/ledger/heard-status.js';
import { checkProblemChange } from '../../domain/ledger/problem-state.js';
import { ProblemStatus } from '../../domain/terms.js';
import {
  ParticipantsReader,
  type FoundParticipants,
} from '../../stakeholders/references/participants.reader.js';
import type { Problem } from '../problem.entity.js';
import { refusedChange, type ChangeOf } from '../resolutions.service.js';
import { ImportedProblemInput } from './imported-problem.inputs.js';
import { ImportedProblemsReader } from './imported-problems.reader.js';

/** Why a solved problem stands again when only another system's status says so. */
const REOPENED = 'Open again in the system it comes from.';

/** What an item comes to: a new problem, a change to a known one or none, or the refusal of the item. */
export type PlannedProblem =
  | { index: number; problem: Problem; reporterIds: readonly string[]; solved: ChangeOf | null }
  | { index: number; known: Problem; change: ChangeOf | null }
  | { index: number; refused: StrataError };

interface Known {
  recorded: ReadonlyMap<string, Problem>;
  changes: ReadonlyMap<string, readonly RecordedChange[]>;
  accounts: ReadonlyMap<string, string>;
  reporters: FoundParticipants;
}

/** Works out what another system's problems mean before anything is written. */
@Injectable()
export class ProblemPlansService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly accounts: AccountReferencesReader,
    private readonly participants: ParticipantsReader,
    private readonly reader: ImportedProblemsReader,
  ) {}

  /** Looks everything up at once. Of a known problem only its status is compared: nothing else is rewritten. */
  async plan(items: readonly Item<ImportedProblemInput>[]): Promise<PlannedProblem[]> {
    const checked = items.map((item) => ({ ...item, fault: findFault(ImportedProblemInput, item.input) }));
    const known = await this.know(checked.flatMap(({ fault, input }) => (fault ? [] : [input])));
    return checked.map(({ index, input, fault }) => {
      if (fault) return { index, refused: fault };
      try {
        return { index, ...this.planOne(input, known) };
      } catch (error) {
        if (error instanceof StrataError) return { index, refused: error };
        throw error;
      }
    });
  }

  private async know(inputs: readonly ImportedProblemInput[]): Promise<Known> {
    const recorded = await this.reader.findByExternalIds(inputs.map(({ external }) => external));
    const changing = inputs.flatMap(({ external, status }) => {
      const problem = recorded.get(externalKey(external));
      return problem && problem.status !== status ? [problem.id] : [];
    });
    return {
      recorded,
      changes: await this.reader.findChanges(changing),
      accounts: await this.accounts.findAccountIds(inputs.map(({ account }) => account)),
      reporters: await this.participants.findParticipants(inputs.flatMap(({ reportedBy }) => reportedBy)),
    };
  }

  private planOne(input: ImportedProblemInput, { recorded, changes, accounts, reporters }: Known) {
    const accountId = accounts.get(refKey(input.account));
    if (!accountId) throw notFound('Account', ['account']);
    const known = recorded.get(externalKey(input.external));
    if (!known) {
      if (input.occurredAt > this.transaction.now) {
        throw new StrataError('INVALID_INPUT', 'A problem is reported once it has arisen.', ['occurredAt']);
      }
      const found = reporters.at(accountId, input.reportedBy, ['reportedBy']);
      const problem = this.describe(input, accountId);
      return { problem, reporterIds: found.map(({ id }) => id), solved: this.changeOf(problem, input, []) };
    }
    if (known.accountId !== accountId) {
      throw new StrataError('CONFLICT', 'This external id belongs to a problem of another account.', [
        'external',
      ]);
    }
    const course = changes.get(known.id) ?? [];
    return { known, change: known.status === input.status ? null : this.changeOf(known, input, course) };
  }

  private changeOf(
    { id, accountId, occurredAt }: Problem,
    { status, resolvedAt, resolution }: ImportedProblemInput,
    course: readonly RecordedChange[],
  ): ChangeOf | null {
    const { now } = this.transaction;
    const solvedAt = status === ProblemStatus.RESOLVED ? (resolvedAt ?? null) : null;
    const change = changeHeard({ status, resolvedAt: solvedAt }, course, now);
    if (!change) return null;
    const refused = checkProblemChange({ occurredAt, changes: course }, change, now);
    if (refused) throw refusedChange(refused, 'resolvedAt');
    const reason = change.status === ProblemStatus.RESOLVED ? (resolution ?? '') : REOPENED;
    return { problemId: id, accountId, status: change.status, at: change.at, reason };
  }

  private describe(input: ImportedProblemInput, accountId: string): Problem {
    const isSolved = input.status === ProblemStatus.RESOLVED;
    return {
      tenantId: this.transaction.tenantId,
      id: newId(),
      accountId,
      title: input.title,
      description: input.description ?? null,
      severity: input.severity,
      status: input.status,
      occurredAt: input.occurredAt,
      resolvedAt: isSolved ? (input.resolvedAt ?? null) : null,
      resolution: isSolved ? (input.resolution ?? null) : null,
      repeatsId: null,
      externalSystem: input.external.system,
      externalId: input.external.id,
      version: 1,
      recordedAt: this.transaction.now,
    };
  }
}
