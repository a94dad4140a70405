import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { AccessService } from '../access/access.service.js';
import { AccountsReader } from '../accounts/accounts.reader.js';
import { StrataError } from '../common/errors.js';
import { newId } from '../common/new-id.js';
import { insertRows } from '../database/statements/rows.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import type { Instant } from '../domain/facts.js';
import { checkSettlement, type SettlementRefusal } from '../domain/promises/commitment-status.js';
import type { CommitmentStatus } from '../domain/terms.js';
import { ParticipantsReader } from '../stakeholders/references/participants.reader.js';
import { CommitmentRecipient } from './commitment-recipient.entity.js';
import { Commitment } from './commitment.entity.js';
import type { MakeCommitmentInput } from './commitments.inputs.js';
import { CommitmentsReader } from './commitments.reader.js';

const REFUSALS: Record<SettlementRefusal, string> = {
  NOT_A_SETTLEMENT: 'A promise is settled as KEPT, BROKEN or RENEGOTIATED.',
  IN_FUTURE: 'A promise is settled once that has happened.',
  BEFORE_PROMISE: 'A promise is not settled before it was made.',
  ALREADY_SETTLED: 'This promise was settled before: make another one.',
  OVERDUE: 'A promise is renegotiated before it is due, not afterwards.',
};

/** Makes and settles promises. */
@Injectable()
export class CommitmentsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly accounts: AccountsReader,
    private readonly participants: ParticipantsReader,
    private readonly reader: CommitmentsReader,
    private readonly access: AccessService,
  ) {}

  async makeCommitment(input: MakeCommitmentInput): Promise<Commitment> {
    const { tenantId, now } = this.transaction;
    const madeAt = input.madeAt ?? now;
    if (madeAt > now)
      throw new StrataError('INVALID_INPUT', 'A promise is recorded once it is made.', ['input', 'madeAt']);
    if (input.dueOn < madeAt.slice(0, 10)) {
      throw new StrataError('INVALID_INPUT', 'A promise is due on the day it is made, or later.', [
        'input',
        'dueOn',
      ]);
    }
    const account = await this.accounts.getAccount(input.account, ['input', 'account']);
    const recipients = await this.participants.getParticipants(account.id, input.madeTo, ['input', 'madeTo']);
    const commitment: Commitment = {
      tenantId,
      id: newId(),
      accountId: account.id,
      promise: input.promise,
      dueOn: input.dueOn,
      ownerId: await this.ownerId(input),
      settled: null,
      settledAt: null,
      note: null,
      madeAt,
      recordedAt: now,
      settlementRecordedAt: null,
    };
    await this.transaction.query(insertRows(Commitment, [commitment]));
    const rows = recipients.map(({ id }) => ({ tenantId, commitmentId: commitment.id, stakeholderId: id }));
    await this.transaction.query(insertRows(CommitmentRecipient, rows));
    this.transaction.touch([account.id]);
    return commitment;
  }

  /** RULE_BROKEN where it cannot be settled so. */
  async settleCommitment(
    id: string,
    status: CommitmentStatus,
    at: Instant,
    note: string | null,
  ): Promise<Commitment> {
    const { accountId } = await this.reader.getCommitment(id);
    await this.lock(id);
    const facts = (await this.reader.readFacts([accountId], this.transaction.now)).get(accountId) ?? [];
    const fact = facts.find((commitment) => commitment.id === id);
    if (!fact) throw new Error('A promise that was just read is not among its facts.');
    const refused = checkSettlement(fact, status, at, this.transaction.now);
    if (refused) throw refusal(refused);
    const { tenantId, now } = this.transaction;
    await this.transaction.query(
      sql`UPDATE commitments SET settled = ${status}, settled_at = ${at}, note = ${note}, settlement_recorded_at = ${now}
          WHERE tenant_id = ${tenantId} AND id = ${id}`,
    );
    this.transaction.touch([accountId]);
    return this.reader.getCommitment(id);
  }

  private async ownerId({ ownerEmail }: MakeCommitmentInput): Promise<string | null> {
    if (!ownerEmail) return this.access.caller.user?.id ?? null;
    const users = await this.access.ensureUsers([ownerEmail]);
    return users.get(ownerEmail.toLowerCase())?.id ?? null;
  }

  private async lock(id: string): Promise<void> {
    await this.transaction.query(
      sql`SELECT c.id FROM commitments c WHERE c.tenant_id = ${this.transaction.tenantId} AND c.id = ${id} FOR NO KEY UPDATE`,
    );
  }
}

function refusal(refused: SettlementRefusal): StrataError {
  const code = refused === 'IN_FUTURE' || refused === 'NOT_A_SETTLEMENT' ? 'INVALID_INPUT' : 'RULE_BROKEN';
  return new StrataError(code, REFUSALS[refused], [refused === 'NOT_A_SETTLEMENT' ? 'status' : 'at'], {
    rule: refused,
  });
}
