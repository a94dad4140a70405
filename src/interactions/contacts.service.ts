import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AccessService } from '../access/access.service.js';
import { StrataError } from '../common/errors.js';
import { insertRows } from '../database/rows.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { KnowledgeService } from '../problems/ledger/knowledge.service.js';
import { InteractionStakeholder } from './interaction-stakeholder.entity.js';
import { Interaction } from './interaction.entity.js';
import type { LogInteractionInput } from './interactions.inputs.js';

/** Writes contacts, who took part, and what they were told. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly knowledge: KnowledgeService,
    private readonly access: AccessService,
  ) {}

  /** Account and participants were found before. */
  async record(
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
