import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AccessService } from '../access/access.service.js';
import { AccountsReader } from '../accounts/accounts.reader.js';
import { StrataError } from '../common/errors.js';
import { insertRows } from '../database/rows.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { KnowledgeService } from '../problems/ledger/knowledge.service.js';
import { InteractionStakeholder } from './interaction-stakeholder.entity.js';
import { Interaction } from './interaction.entity.js';
import type { LogInteractionInput } from './interactions.inputs.js';
import type { LogInteractionPayload } from './interactions.types.js';
import { InteractionsReader } from './interactions.reader.js';
import { ParticipantsReader } from '../stakeholders/participants.reader.js';

@Injectable()
export class InteractionsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly accounts: AccountsReader,
    private readonly participants: ParticipantsReader,
    private readonly reader: InteractionsReader,
    private readonly knowledge: KnowledgeService,
    private readonly access: AccessService,
  ) {}

  /** Records a contact. One that another system already told us of is answered as it was recorded then. */
  async logInteraction(input: LogInteractionInput): Promise<LogInteractionPayload> {
    if (input.occurredAt > this.transaction.now) {
      throw new StrataError('INVALID_INPUT', 'A contact is logged once it has taken place.', ['input', 'occurredAt']);
    }
    const account = await this.accounts.getAccount(input.account, ['input', 'account']);
    const stakeholders = await this.participants.getParticipants(account.id, input.stakeholders, ['input', 'stakeholders']);
    const known = input.external ? await this.reader.findByExternalId(input.external) : null;
    const interaction = known ?? (await this.insert(input, account.id, stakeholders.map(({ id }) => id)));
    if (interaction.accountId !== account.id) {
      throw new StrataError('CONFLICT', 'This external id belongs to a contact of another account.', ['input', 'external']);
    }
    return { interaction, account };
  }

  private async insert(
    input: LogInteractionInput,
    accountId: string,
    stakeholderIds: readonly string[],
  ): Promise<Interaction> {
    const { tenantId } = this.transaction;
    const { user } = this.access.caller;
    const interaction: Interaction = {
      tenantId,
      id: uuidv7(),
      accountId,
      channel: input.channel,
      occurredAt: input.occurredAt,
      notes: input.notes ?? null,
      outcome: input.outcome ?? null,
      ourFunction: input.ourFunction ?? user?.function ?? null,
      loggedById: user?.id ?? null,
      externalSystem: input.external?.system ?? null,
      externalId: input.external?.id ?? null,
      recordedAt: this.transaction.now,
    };
    const statement = insertRows(Interaction, [interaction], { skipTaken: true, returning: 'id' });
    if ((await this.transaction.query(statement)).length === 0) {
      throw new StrataError('CONFLICT', 'This external id belongs to another contact.', ['input', 'external']);
    }
    const seats = stakeholderIds.map((stakeholderId) => ({ tenantId, interactionId: interaction.id, stakeholderId }));
    await this.transaction.query(insertRows(InteractionStakeholder, seats));
    this.transaction.touch([accountId]);
    const contact = { id: interaction.id, accountId, occurredAt: interaction.occurredAt, stakeholderIds };
    await this.knowledge.recordTold(contact, input.told ?? [], ['input', 'told']);
    return interaction;
  }
}
