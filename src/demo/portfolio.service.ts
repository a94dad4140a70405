import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/actor.types.js';
import type { User } from '../access/user.entity.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { MAX_BATCH_SIZE } from '../common/batch.js';
import type { ExternalIdInput, RefInput } from '../common/reference.types.js';
import type { ItemOutcome } from '../common/upsert.types.js';
import { StatedBy } from '../domain/terms.js';
import { StakeholdersService } from '../stakeholders/stakeholders.service.js';
import type { DemoContact } from './stories/contacts.js';
import { EventsService } from './recovery/events.service.js';
import type { Chapter } from './chapters.js';
import { ObservedService } from './observed.service.js';

/** Our people by e-mail address, and the caller in whose name is written: each of them in turn. */
export interface Authors {
  readonly people: ReadonlyMap<string, User>;
  readonly caller: Caller;
}

/** What one chapter needs to know of those before: who writes, and our ids by the ids of the demo. */
export interface Told {
  readonly authors: Authors;
  readonly ids: Map<string, string>;
}

/** Writes a chapter of the demo through the same services as every other writer. */
@Injectable()
export class PortfolioService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly stakeholders: StakeholdersService,
    private readonly observed: ObservedService,
    private readonly events: EventsService,
  ) {}

  /** Writes what the chapter tells; throws if anything of it is refused, because then the demo is wrong. */
  async write(chapter: Chapter, { authors, ids }: Told): Promise<void> {
    const { accounts, stakeholders, answers, contacts, events, loyaltyEvents } = chapter;
    await inBatches(accounts, ids, (batch) => this.accounts.writeAccounts(batch, true, StatedBy.PERSON));
    await inBatches(stakeholders, ids, (batch) =>
      this.stakeholders.writeStakeholders(batch, true, StatedBy.PERSON),
    );
    await inBatches(answers, ids, (batch) => this.observed.writeAnswers(batch));
    for (const [email, user] of authors.people) {
      authors.caller.user = user;
      for (const { byEmail, input } of contacts) {
        if (byEmail === email) await this.observed.logInteraction(byOurIds(input, ids));
      }
    }
    for (const event of events) {
      authors.caller.user = authors.people.get(event.by) ?? null;
      await this.events.write(event, ids);
    }
    await inBatches(loyaltyEvents, ids, (batch) => this.observed.writeLoyaltyEvents(batch));
  }
}

/** A contact is logged on its own, and is logged faster when nobody has to be looked up by the id they have elsewhere. */
function byOurIds(input: DemoContact['input'], ids: ReadonlyMap<string, string>): DemoContact['input'] {
  const ours = (ref: RefInput): RefInput => {
    const id = ids.get(ref.external?.id ?? '');
    return id === undefined ? ref : { id };
  };
  return { ...input, account: ours(input.account), stakeholders: input.stakeholders.map(ours) };
}

async function inBatches<Input extends { external?: ExternalIdInput | null }>(
  inputs: readonly Input[],
  ids: Map<string, string>,
  write: (batch: readonly Input[]) => Promise<ItemOutcome[]>,
): Promise<void> {
  for (let start = 0; start < inputs.length; start += MAX_BATCH_SIZE) {
    const batch = inputs.slice(start, start + MAX_BATCH_SIZE);
    for (const { index, id, error } of await write(batch)) {
      if (id === null)
        throw new Error(`The demo portfolio is refused: ${error?.message} ${String(error?.path)}`);
      ids.set(batch[index]?.external?.id ?? '', id);
    }
  }
}
