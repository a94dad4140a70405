import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { AccessService } from '../../access/access.service.js';
import { AccountsReader } from '../../accounts/accounts.reader.js';
import { StrataError } from '../../common/errors.js';
import { newId } from '../../common/new-id.js';
import { insertRows } from '../../database/statements/rows.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { Instant } from '../../domain/facts.js';
import { nextCheckInOn, USUAL_CHECK_DAYS } from '../../domain/loyalty/expectations/expectation.js';
import {
  isSameWording,
  lacksMeasure,
  type Words,
  wordsAfter,
} from '../../domain/loyalty/expectations/words.js';
import { CheckInsService } from './confirming/check-ins.service.js';
import { ExpectationRevision } from './expectation-revision.entity.js';
import { Expectation } from './expectation.entity.js';
import type { AgreeExpectationInput, ReviseExpectationInput } from './expectations.inputs.js';
import { ExpectationsReader } from './expectations.reader.js';

/** Agrees on expectations, changes their words and retires them. */
@Injectable()
export class ExpectationsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly accounts: AccountsReader,
    private readonly reader: ExpectationsReader,
    private readonly checkIns: CheckInsService,
    private readonly access: AccessService,
  ) {}

  /** Records a new expectation, and who confirmed it at once. */
  async agree(input: AgreeExpectationInput): Promise<Expectation> {
    const agreedAt = input.agreedAt ?? this.transaction.now;
    this.refuseFuture(agreedAt);
    const { id: accountId } = await this.accounts.getAccount(input.account, ['input', 'account']);
    const expectation = this.newExpectation(accountId, input, agreedAt);
    await this.transaction.query(insertRows(Expectation, [expectation]));
    await this.keepWording(expectation, null);
    const people = input.with ?? [];
    if (people.length > 0) {
      await this.checkIns.confirmAt(expectation, people, agreedAt, input.interaction ?? null);
    }
    return expectation;
  }

  /** CONFLICT when the words were changed since they were read; RULE_BROKEN for what is retired. */
  async revise(input: ReviseExpectationInput): Promise<Expectation> {
    const before = await this.checkIns.lock(input.expectation, ['input', 'expectation']);
    if (before.revision !== input.expectedRevision) {
      throw new StrataError(
        'CONFLICT',
        'The words have changed since: read them again.',
        ['input', 'expectedRevision'],
        { revision: before.revision },
      );
    }
    refuseRetired(before, ['input', 'expectation']);
    const agreedAt = this.agreedAfter(before, input.agreedAt);
    const words = fitting(wordsAfter(before, input));
    if (isSameWording(words, before)) return before;
    const after = { ...before, ...words, revision: before.revision + 1, agreedAt };
    await this.store(after);
    await this.keepWording(after, input.reason);
    await this.checkIns.schedule(after);
    return this.reader.getExpectation(after.id, ['input', 'expectation']);
  }

  /** RULE_BROKEN for what was retired before. */
  async retire(id: string, reason: string): Promise<Expectation> {
    refuseRetired(await this.checkIns.lock(id, ['id']), ['id']);
    const { tenantId, now } = this.transaction;
    await this.transaction.query(
      sql`UPDATE expectations SET retired_at = ${now}, retired_reason = ${reason},
            retired_by_id = ${this.access.caller.user?.id ?? null}, next_check_in_on = NULL
          WHERE tenant_id = ${tenantId} AND id = ${id}`,
    );
    return this.reader.getExpectation(id, ['id']);
  }

  private newExpectation(accountId: string, input: AgreeExpectationInput, agreedAt: Instant): Expectation {
    const { tenantId, now: recordedAt } = this.transaction;
    const words = fitting({
      statement: input.statement,
      measure: input.measure ?? null,
      target: input.target ?? null,
      checkEveryDays: input.checkEveryDays ?? USUAL_CHECK_DAYS,
    });
    const wording = { ...words, revision: 1, agreedAt, retiredAt: null };
    return {
      tenantId,
      id: newId(),
      accountId,
      side: input.side,
      ...wording,
      firstAgreedAt: agreedAt,
      retiredReason: null,
      retiredById: null,
      nextCheckInOn: nextCheckInOn(wording, []),
      recordedAt,
    };
  }

  private async store({ id, revision, statement, measure, target, checkEveryDays, agreedAt }: Expectation) {
    await this.transaction.query(
      sql`UPDATE expectations SET revision = ${revision}, statement = ${statement}, measure = ${measure}, target = ${target},
            check_every_days = ${checkEveryDays}, agreed_at = ${agreedAt}
          WHERE tenant_id = ${this.transaction.tenantId} AND id = ${id}`,
    );
  }

  private async keepWording(expectation: Expectation, reason: string | null): Promise<void> {
    const { id: expectationId, revision, statement, measure, target, checkEveryDays, agreedAt } = expectation;
    const { tenantId, now: recordedAt } = this.transaction;
    const recordedById = this.access.caller.user?.id ?? null;
    const words = { statement, measure, target, checkEveryDays, reason, agreedAt };
    const row = { tenantId, expectationId, revision, ...words, recordedById, recordedAt };
    await this.transaction.query(insertRows(ExpectationRevision, [row]));
  }

  private agreedAfter(before: Expectation, said: Instant | null | undefined): Instant {
    const agreedAt = said ?? this.transaction.now;
    this.refuseFuture(agreedAt);
    if (agreedAt >= before.agreedAt) return agreedAt;
    throw new StrataError(
      'RULE_BROKEN',
      'New words are agreed after those they replace.',
      ['input', 'agreedAt'],
      { rule: 'BEFORE_AGREEMENT', agreedAt: before.agreedAt },
    );
  }

  private refuseFuture(at: Instant): void {
    if (at <= this.transaction.now) return;
    throw new StrataError('INVALID_INPUT', 'An expectation is recorded once it is agreed.', [
      'input',
      'agreedAt',
    ]);
  }
}

function fitting(words: Words): Words {
  if (!lacksMeasure(words)) return words;
  throw new StrataError('INVALID_INPUT', 'A target needs a measure to be a target of.', ['input', 'target']);
}

function refuseRetired({ retiredAt }: Expectation, path: readonly string[]): void {
  if (retiredAt === null) return;
  throw new StrataError('RULE_BROKEN', 'Nobody expects this any longer: agree on another one.', path, {
    rule: 'RETIRED',
    retiredAt,
  });
}
