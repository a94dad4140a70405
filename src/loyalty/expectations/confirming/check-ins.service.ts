import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { AccessService } from '../../../access/access.service.js';
import { StrataError, type InputPath } from '../../../common/errors.js';
import { newId } from '../../../common/new-id.js';
import type { RefInput } from '../../../common/reference.types.js';
import { insertRows } from '../../../database/statements/rows.js';
import { TenantTransaction } from '../../../database/tenant-transaction.js';
import type { Instant } from '../../../domain/facts.js';
import {
  checkCheckIn,
  checkConfirmation,
  type ExpectationRefusal,
  nextCheckInOn,
} from '../../../domain/loyalty/expectations/expectation.js';
import { CheckIn, CheckInParticipant } from './check-in.entity.js';
import { ContactReader } from './contact.reader.js';
import { ExpectationConfirmation } from './expectation-confirmation.entity.js';
import { ExpectationFactsReader } from './expectation-facts.reader.js';
import type { Expectation } from '../expectation.entity.js';
import type { ConfirmExpectationInput, RecordCheckInInput } from '../expectations.inputs.js';
import { ExpectationsReader } from '../expectations.reader.js';

const REFUSALS: Record<ExpectationRefusal, string> = {
  IN_FUTURE: 'It is recorded once it has happened.',
  BEFORE_AGREEMENT: 'That was before these words were agreed.',
  RETIRED: 'By then nobody expected this any longer.',
};

/** Records who confirmed an expectation, and how it was found to be met. */
@Injectable()
export class CheckInsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly reader: ExpectationsReader,
    private readonly facts: ExpectationFactsReader,
    private readonly contacts: ContactReader,
    private readonly access: AccessService,
  ) {}

  /** The expectation as it stands. Of two who write to it at once the second waits here. */
  async lock(id: string, path: InputPath): Promise<Expectation> {
    await this.reader.getExpectation(id, path);
    await this.transaction.query(
      sql`SELECT e.id FROM expectations e WHERE e.tenant_id = ${this.transaction.tenantId} AND e.id = ${id} FOR NO KEY UPDATE`,
    );
    return this.reader.getExpectation(id, path);
  }

  /** People of the account confirm the words that hold. */
  async confirm(input: ConfirmExpectationInput): Promise<Expectation> {
    const expectation = await this.lock(input.expectation, ['input', 'expectation']);
    const at = input.confirmedAt ?? this.transaction.now;
    refuse(checkConfirmation(expectation, at, this.transaction.now), 'confirmedAt');
    await this.confirmAt(expectation, input.with, at, input.interaction ?? null);
    return expectation;
  }

  /** The same for an expectation that is new or locked, at an instant that was checked. */
  async confirmAt(
    { id: expectationId, accountId, revision }: Expectation,
    refs: readonly RefInput[],
    confirmedAt: Instant,
    interaction: string | null,
  ): Promise<void> {
    const { tenantId, now: recordedAt } = this.transaction;
    const people = await this.contacts.getPeople(accountId, refs, confirmedAt.slice(0, 10), [
      'input',
      'with',
    ]);
    const interactionId = await this.contacts.getContactId(accountId, interaction, ['input', 'interaction']);
    const rows = people.map(({ id: stakeholderId }) => ({
      tenantId,
      id: newId(),
      expectationId,
      revision,
      stakeholderId,
      confirmedAt,
      interactionId,
      recordedById: this.access.caller.user?.id ?? null,
      recordedAt,
    }));
    await this.transaction.query(insertRows(ExpectationConfirmation, rows));
  }

  /** Both sides looked at it; the next look is counted from here. */
  async checkIn(input: RecordCheckInInput): Promise<Expectation> {
    const { tenantId, now } = this.transaction;
    const expectation = await this.lock(input.expectation, ['input', 'expectation']);
    const { id: expectationId, accountId, firstAgreedAt } = expectation;
    const heldAt = input.heldAt ?? now;
    refuse(checkCheckIn(expectation, firstAgreedAt, heldAt, now), 'heldAt');
    const people = await this.contacts.getPeople(accountId, input.with, heldAt.slice(0, 10), [
      'input',
      'with',
    ]);
    const checkIn: CheckIn = {
      tenantId,
      id: newId(),
      expectationId,
      result: input.result,
      comment: input.comment ?? null,
      heldAt,
      recordedById: this.access.caller.user?.id ?? null,
      recordedAt: now,
    };
    await this.transaction.query(insertRows(CheckIn, [checkIn]));
    const rows = people.map(({ id: stakeholderId }) => ({ tenantId, checkInId: checkIn.id, stakeholderId }));
    await this.transaction.query(insertRows(CheckInParticipant, rows));
    await this.schedule(expectation);
    return this.reader.getExpectation(expectationId, ['input', 'expectation']);
  }

  /** Keeps the day of the next check-in in step with what was recorded. */
  async schedule(expectation: Expectation): Promise<void> {
    const { id } = expectation;
    const checkIns = (await this.facts.findCheckIns([id])).get(id) ?? [];
    await this.transaction.query(
      sql`UPDATE expectations SET next_check_in_on = ${nextCheckInOn(expectation, checkIns)}
          WHERE tenant_id = ${this.transaction.tenantId} AND id = ${id}`,
    );
  }
}

function refuse(refused: ExpectationRefusal | null, field: string): void {
  if (refused === null) return;
  const code = refused === 'IN_FUTURE' ? 'INVALID_INPUT' : 'RULE_BROKEN';
  throw new StrataError(code, REFUSALS[refused], ['input', field], { rule: refused });
}
