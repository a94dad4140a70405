import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { followersOf, rejected, writeBatch, type Item, type WrittenItems } from '../common/batch.js';
import { StrataError } from '../common/errors.js';
import { externalKey } from '../common/reference.types.js';
import { UpsertStatus, type ItemOutcome } from '../common/upsert.types.js';
import { insertRows } from '../database/statements/rows.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { KnowledgeService } from '../problems/ledger/knowledge.service.js';
import { ContactPlansService, type ContactInput, type ContactPlan } from './contact-plans.service.js';
import { Interaction } from './interaction.entity.js';
import type { LogInteractionInput } from './interactions.inputs.js';

/** Writes contacts, who took part, and what they were told. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly plans: ContactPlansService,
    private readonly knowledge: KnowledgeService,
  ) {}

  /** Account and participants were found before. */
  async record(
    input: LogInteractionInput,
    accountId: string,
    stakeholderIds: readonly string[],
  ): Promise<Interaction> {
    const interaction = this.plans.describe(input, accountId);
    const written = await this.insert([{ interaction, stakeholderIds }]);
    if (written.size === 0) {
      throw new StrataError('CONFLICT', 'This external id belongs to another contact.', [
        'input',
        'external',
      ]);
    }
    const contact = { id: interaction.id, accountId, occurredAt: interaction.occurredAt, stakeholderIds };
    await this.knowledge.recordTold(contact, input.told ?? [], ['input', 'told']);
    return interaction;
  }

  /** Records many contacts with one statement. A refused one spoils no other, unless the batch is atomic. */
  write(inputs: readonly ContactInput[], atomic: boolean): Promise<ItemOutcome[]> {
    const write = (items: readonly Item<ContactInput>[]) => this.writeItems(items);
    return writeBatch(inputs, write, atomic, (work) => this.transaction.savepoint(work));
  }

  private async writeItems(items: readonly Item<ContactInput>[]): Promise<WrittenItems<ContactInput>> {
    const following = followersOf(items, ({ input: { external } }) =>
      external ? [externalKey(external)] : [],
    );
    const planned = await this.plans.plan(items.filter(({ index }) => !following.has(index)));
    const written = await this.insert(planned.flatMap((plan) => ('interaction' in plan ? [plan] : [])));
    const outcomes = planned.map((plan): ItemOutcome => {
      const { index } = plan;
      if ('refused' in plan) return rejected(index, plan.refused);
      if ('known' in plan) return { index, status: UpsertStatus.UNCHANGED, id: plan.known, error: null };
      const { id } = plan.interaction;
      if (written.has(id)) return { index, status: UpsertStatus.CREATED, id, error: null };
      return rejected(
        index,
        new StrataError('CONFLICT', 'This external id belongs to another contact.', ['external']),
      );
    });
    return { outcomes, later: items.filter(({ index }) => following.has(index)) };
  }

  /** Returns the ids of those written: one whose external id is taken is not. */
  private async insert(contacts: readonly Omit<ContactPlan, 'index'>[]): Promise<Set<string>> {
    if (contacts.length === 0) return new Set();
    const rows = contacts.map(({ interaction }) => interaction);
    const present = contacts.flatMap(({ interaction, stakeholderIds }) =>
      stakeholderIds.map((stakeholder) => ({ interaction: interaction.id, stakeholder })),
    );
    const stored = await this.transaction.query<{ id: string }>(
      sql`WITH written AS (${insertRows(Interaction, rows, { skipTaken: true, returning: 'id' })}),
          present AS (
            INSERT INTO interaction_stakeholders (tenant_id, interaction_id, stakeholder_id)
            SELECT ${this.transaction.tenantId}, w.id, p.stakeholder
            FROM written w JOIN jsonb_to_recordset(${JSON.stringify(present)}::jsonb) AS p(interaction uuid, stakeholder uuid)
              ON p.interaction = w.id)
          SELECT w.id FROM written w`,
    );
    const written = new Set(stored.map(({ id }) => id));
    const fresh = rows.filter(({ id }) => written.has(id));
    this.transaction.touch(fresh.map(({ accountId }) => accountId));
    return written;
  }
}
