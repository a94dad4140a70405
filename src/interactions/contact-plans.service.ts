import { Injectable } from '@nestjs/common';
import { AccessService } from '../access/access.service.js';
import { AccountReferencesReader } from '../accounts/account-references.reader.js';
import type { Item } from '../common/batch.js';
import { notFound, StrataError } from '../common/errors.js';
import { newId } from '../common/new-id.js';
import { externalKey, refKey } from '../common/reference.types.js';
import { findFault } from '../common/validation/validation.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import {
  ParticipantsReader,
  type FoundParticipants,
} from '../stakeholders/references/participants.reader.js';
import type { Interaction } from './interaction.entity.js';
import { LogInteractionInput } from './interactions.inputs.js';
import { InteractionsReader } from './interactions.reader.js';

/** One of many contacts. Nothing is told in it. */
export type ContactInput = Omit<LogInteractionInput, 'told'> & {
  /** Which of our people recorded it; the caller when left out, nobody when null. */
  loggedById?: string | null;
};

/** A contact that is to be recorded, with who took part. */
export interface ContactPlan {
  index: number;
  interaction: Interaction;
  stakeholderIds: readonly string[];
}

/** A plan, the id under which the contact is recorded already, or the refusal of the item. */
export type PlannedContact =
  ContactPlan | { index: number; known: string } | { index: number; refused: StrataError };

interface Known {
  recorded: ReadonlyMap<string, Interaction>;
  accounts: ReadonlyMap<string, string>;
  participants: FoundParticipants;
}

/** Works out what contacts mean before anything is written. */
@Injectable()
export class ContactPlansService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly accounts: AccountReferencesReader,
    private readonly participants: ParticipantsReader,
    private readonly reader: InteractionsReader,
    private readonly access: AccessService,
  ) {}

  /** Looks everything up at once. A contact recorded before is known, in whatever words it comes again. */
  async plan(items: readonly Item<ContactInput>[]): Promise<PlannedContact[]> {
    const inputs = items.map(({ input }) => input);
    const [recorded, accounts, participants] = await Promise.all([
      this.reader.findByExternalIds(inputs.flatMap(({ external }) => external ?? [])),
      this.accounts.findAccountIds(inputs.map(({ account }) => account)),
      this.participants.findParticipants(inputs.flatMap(({ stakeholders }) => stakeholders)),
    ]);
    return items.map((item) => this.planOne(item, { recorded, accounts, participants }));
  }

  /** The row of a contact whose account was found. */
  describe(input: ContactInput, accountId: string): Interaction {
    const { user } = this.access.caller;
    const { loggedById = user?.id ?? null } = input;
    const caller = loggedById !== null && loggedById === user?.id ? user : null;
    return {
      tenantId: this.transaction.tenantId,
      id: newId(),
      accountId,
      channel: input.channel,
      occurredAt: input.occurredAt,
      notes: input.notes ?? null,
      outcome: input.outcome ?? null,
      ourFunction: input.ourFunction ?? caller?.function ?? null,
      loggedById,
      externalSystem: input.external?.system ?? null,
      externalId: input.external?.id ?? null,
      recordedAt: this.transaction.now,
    };
  }

  private planOne(
    { index, input }: Item<ContactInput>,
    { recorded, accounts, participants }: Known,
  ): PlannedContact {
    const fault = findFault(LogInteractionInput, input);
    if (fault) return { index, refused: fault };
    const same = input.external ? recorded.get(externalKey(input.external)) : undefined;
    if (same) return { index, known: same.id };
    if (input.occurredAt > this.transaction.now) {
      return {
        index,
        refused: new StrataError('INVALID_INPUT', 'A contact is logged once it has taken place.', [
          'occurredAt',
        ]),
      };
    }
    const accountId = accounts.get(refKey(input.account));
    if (!accountId) return { index, refused: notFound('Account', ['account']) };
    try {
      const present = participants.at(accountId, input.stakeholders, ['stakeholders']);
      return {
        index,
        interaction: this.describe(input, accountId),
        stakeholderIds: present.map(({ id }) => id),
      };
    } catch (error) {
      if (error instanceof StrataError) return { index, refused: error };
      throw error;
    }
  }
}
