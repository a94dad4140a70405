import { Injectable } from '@nestjs/common';
import { AccountsReader } from '../accounts/accounts.reader.js';
import { StrataError } from '../common/errors.js';
import type { ItemOutcome } from '../common/upsert.types.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import type { ContactInput } from './contact-plans.service.js';
import { ContactsService } from './contacts.service.js';
import type { LogInteractionInput } from './interactions.inputs.js';
import type { LogInteractionPayload } from './interactions.types.js';
import { InteractionsReader } from './interactions.reader.js';
import { ParticipantsReader } from '../stakeholders/references/participants.reader.js';

@Injectable()
export class InteractionsService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly accounts: AccountsReader,
    private readonly participants: ParticipantsReader,
    private readonly reader: InteractionsReader,
    private readonly contacts: ContactsService,
  ) {}

  /** Records a contact. One that another system already told us of is answered as it was recorded then. */
  async logInteraction(input: LogInteractionInput): Promise<LogInteractionPayload> {
    if (input.occurredAt > this.transaction.now) {
      throw new StrataError('INVALID_INPUT', 'A contact is logged once it has taken place.', [
        'input',
        'occurredAt',
      ]);
    }
    const [account, participants, known] = await Promise.all([
      this.accounts.getAccount(input.account, ['input', 'account']),
      this.participants.findParticipants(input.stakeholders),
      input.external ? this.reader.findByExternalId(input.external) : null,
    ]);
    const stakeholders = participants.at(account.id, input.stakeholders, ['input', 'stakeholders']);
    const interaction =
      known ??
      (await this.contacts.record(
        input,
        account.id,
        stakeholders.map(({ id }) => id),
      ));
    if (interaction.accountId !== account.id) {
      throw new StrataError('CONFLICT', 'This external id belongs to a contact of another account.', [
        'input',
        'external',
      ]);
    }
    return { interaction, account };
  }

  /**
   * Records any number of contacts in which nothing is told, for imports. One that another system already told us of is
   * UNCHANGED: what was recorded is never rewritten.
   */
  writeInteractions(inputs: readonly ContactInput[], atomic: boolean): Promise<ItemOutcome[]> {
    return this.contacts.write(inputs, atomic);
  }
}
