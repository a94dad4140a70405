import { Injectable } from '@nestjs/common';
import { AccountsReader } from '../accounts/accounts.reader.js';
import { StrataError } from '../common/errors.js';
import { newId } from '../common/new-id.js';
import { insertRows } from '../database/statements/rows.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { levelAt } from '../domain/map/levels-held.js';
import { OrganisationLevel } from '../domain/terms.js';
import { ParticipantsReader } from '../stakeholders/references/participants.reader.js';
import { LevelsReader } from '../stakeholders/seats/levels.reader.js';
import { Decision } from './decision.entity.js';
import type { RecordDecisionInput } from './decisions.inputs.js';

/** Records how decisions were really taken. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly accounts: AccountsReader,
    private readonly participants: ParticipantsReader,
    private readonly levels: LevelsReader,
  ) {}

  async recordDecision(input: RecordDecisionInput): Promise<Decision> {
    const { tenantId, now, today } = this.transaction;
    if (input.decidedOn > today) {
      throw new StrataError('INVALID_INPUT', 'A decision is recorded once it was taken.', [
        'input',
        'decidedOn',
      ]);
    }
    const account = await this.accounts.getAccount(input.account, ['input', 'account']);
    const decidedById = await this.deciderId(input, account.id);
    const decision: Decision = {
      tenantId,
      id: newId(),
      accountId: account.id,
      subject: input.subject,
      decidedOn: input.decidedOn,
      decidedById,
      level: input.level ?? (await this.levelOf(decidedById, input.decidedOn)),
      approvals: input.approvals ?? null,
      recordedAt: now,
    };
    await this.transaction.query(insertRows(Decision, [decision]));
    this.transaction.touch([account.id]);
    return decision;
  }

  private async deciderId({ decidedBy }: RecordDecisionInput, accountId: string): Promise<string | null> {
    if (!decidedBy) return null;
    return (await this.participants.getParticipant(accountId, decidedBy, ['input', 'decidedBy'])).id;
  }

  private async levelOf(stakeholderId: string | null, day: string): Promise<OrganisationLevel> {
    if (stakeholderId === null) {
      throw new StrataError('INVALID_INPUT', 'Say who decided, or at which level.', ['input', 'level']);
    }
    const held = (await this.levels.findLevelsHeld([stakeholderId])).get(stakeholderId) ?? [];
    return levelAt(held, `${day}T23:59:59.999Z`);
  }
}
