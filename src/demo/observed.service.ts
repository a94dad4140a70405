import { Injectable } from '@nestjs/common';
import type { ItemOutcome } from '../common/upsert.types.js';
import type { LogInteractionInput } from '../interactions/interactions.inputs.js';
import { InteractionsService } from '../interactions/interactions.service.js';
import type { LoyaltyEventInput } from '../loyalty/events/loyalty-events.inputs.js';
import { LoyaltyEventsService } from '../loyalty/events/loyalty-events.service.js';
import type { SatisfactionAnswerInput } from '../satisfaction/satisfaction.inputs.js';
import { SatisfactionService } from '../satisfaction/satisfaction.service.js';

/** Writes what is only ever added to: what was said, where we met, and what was done. */
@Injectable()
export class ObservedService {
  constructor(
    private readonly satisfaction: SatisfactionService,
    private readonly interactions: InteractionsService,
    private readonly loyalty: LoyaltyEventsService,
  ) {}

  writeAnswers(answers: readonly SatisfactionAnswerInput[]): Promise<ItemOutcome[]> {
    return this.satisfaction.writeAnswers(answers, true);
  }

  writeLoyaltyEvents(events: readonly LoyaltyEventInput[]): Promise<ItemOutcome[]> {
    return this.loyalty.writeEvents(events, true);
  }

  async logInteraction(contact: LogInteractionInput): Promise<void> {
    await this.interactions.logInteraction(contact);
  }
}
