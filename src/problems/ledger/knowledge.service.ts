import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { AccountsReader } from '../../accounts/accounts.reader.js';
import { notFound, StrataError, type InputPath } from '../../common/errors.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import type { Instant } from '../../domain/facts.js';
import { ParticipantsReader } from '../../stakeholders/references/participants.reader.js';
import { LedgerService } from './ledger.service.js';
import type { RecordKnowledgeInput, ToldInput } from '../problems.inputs.js';
import { ProblemsReader } from '../problems.reader.js';
import type { ProblemPayload } from '../problems.types.js';

/** A contact in which something was told. */
export interface Contact {
  id: string;
  accountId: string;
  occurredAt: Instant;
  stakeholderIds: readonly string[];
}

/** Records what people learn of problems. */
@Injectable()
export class KnowledgeService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly accounts: AccountsReader,
    private readonly participants: ParticipantsReader,
    private readonly reader: ProblemsReader,
    private readonly ledger: LedgerService,
  ) {}

  async recordKnowledge(input: RecordKnowledgeInput): Promise<ProblemPayload> {
    const problem = await this.reader.getProblem(input.problem, ['input', 'problem']);
    const account = await this.accounts.getAccount({ id: problem.accountId }, ['input', 'problem']);
    const path = ['input', 'stakeholders'];
    const learners = await this.participants.getParticipants(account.id, input.stakeholders, path);
    const interactionId = input.interaction ? await this.getInteraction(input.interaction, account.id) : null;
    const stakeholderIds = learners.map(({ id }) => id);
    const { knowledge, at } = input;
    await this.ledger.record({ problem, stakeholderIds, knowledge, at, interactionId }, ['input']);
    return { problem, account };
  }

  /** What a contact told everybody who took part: closes knowledge gaps in the same step. */
  async recordTold(contact: Contact, told: readonly ToldInput[], path: InputPath): Promise<void> {
    for (const [position, { problem: ref, knowledge }] of told.entries()) {
      const place = [...path, String(position)];
      const problem = await this.reader.getProblem(ref, [...place, 'problem']);
      if (problem.accountId !== contact.accountId) {
        throw new StrataError('RULE_BROKEN', 'This problem is one of another account.', [
          ...place,
          'problem',
        ]);
      }
      const { id: interactionId, occurredAt: at, stakeholderIds } = contact;
      await this.ledger.record({ problem, stakeholderIds, knowledge, at, interactionId }, place);
    }
  }

  /** Read here because contacts build on problems, and not the other way round. */
  private async getInteraction(id: string, accountId: string): Promise<string> {
    const row = await this.transaction.one(
      sql`SELECT i.id FROM interactions i
          WHERE i.tenant_id = ${this.transaction.tenantId} AND i.id = ${id} AND i.account_id = ${accountId}`,
    );
    if (!row) throw notFound('Interaction', ['input', 'interaction']);
    return id;
  }
}
