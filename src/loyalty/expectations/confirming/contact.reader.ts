import { Injectable } from '@nestjs/common';
import { notFound, StrataError, type InputPath } from '../../../common/errors.js';
import type { RefInput } from '../../../common/reference.types.js';
import type { CalendarDate } from '../../../domain/facts.js';
import { InteractionsReader } from '../../../interactions/interactions.reader.js';
import { ParticipantsReader } from '../../../stakeholders/references/participants.reader.js';
import type { Stakeholder } from '../../../stakeholders/stakeholder.entity.js';

/** Finds who of an account took part in something, and in which contact with it. */
@Injectable()
export class ContactReader {
  constructor(
    private readonly participants: ParticipantsReader,
    private readonly interactions: InteractionsReader,
  ) {}

  /** NOT_FOUND for whom there is not; RULE_BROKEN for who sits at another account or had left by that day. */
  async getPeople(
    accountId: string,
    refs: readonly RefInput[],
    day: CalendarDate,
    path: InputPath,
  ): Promise<Stakeholder[]> {
    if (refs.length === 0) return [];
    const people = await this.participants.getParticipants(accountId, refs, path);
    const former = people.find(({ endedOn }) => endedOn !== null && endedOn < day);
    if (!former) return people;
    throw new StrataError('RULE_BROKEN', 'One of them had left the account by then.', path, {
      stakeholder: former.id,
      endedOn: former.endedOn,
    });
  }

  /** The id of the contact, where one is named. RULE_BROKEN for a contact with another account. */
  async getContactId(
    accountId: string,
    id: string | null | undefined,
    path: InputPath,
  ): Promise<string | null> {
    if (!id) return null;
    const contact = (await this.interactions.findInteractions([id])).get(id.toLowerCase());
    if (!contact) throw notFound('Interaction', path);
    if (contact.accountId === accountId) return contact.id;
    throw new StrataError('RULE_BROKEN', 'This contact was one with another account.', path);
  }
}
