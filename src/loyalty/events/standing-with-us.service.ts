import { Injectable } from '@nestjs/common';
import { LostAccountsService } from '../../accounts/lost/lost-accounts.service.js';
import { groupBy } from '../../common/batching.js';
import { lostOn } from '../../domain/loyalty/lost-on.js';
import { LoyaltyEventsReader } from './loyalty-events.reader.js';

/** Keeps in step with the events which accounts are no longer with us. */
@Injectable()
export class StandingWithUsService {
  constructor(
    private readonly lost: LostAccountsService,
    private readonly reader: LoyaltyEventsReader,
  ) {}

  /** To be called in the transaction that wrote events of these accounts. */
  async refresh(accountIds: readonly string[]): Promise<void> {
    await this.lost.refresh(accountIds, async (ids) => {
      const events = groupBy(
        await this.reader.readStanding({ accountIds: ids }),
        ({ accountId }) => accountId,
      );
      return new Map(ids.map((id) => [id, lostOn(events.get(id) ?? [])]));
    });
  }
}
