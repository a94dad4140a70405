import { Injectable } from '@nestjs/common';
import { AdvocateEventsService } from '../advocacy/advocate-events.service.js';
import { LearningEventsService } from '../advocacy/learning-events.service.js';
import { AccountEventsService } from './account-events.service.js';
import type { DemoEvent } from './events.js';
import { FlagEventsService } from './flag-events.service.js';
import { ProblemEventsService } from './problem-events.service.js';

/** Writes what happened at accounts beyond contacts and answers. */
@Injectable()
export class EventsService {
  constructor(
    private readonly problems: ProblemEventsService,
    private readonly accounts: AccountEventsService,
    private readonly learning: LearningEventsService,
    private readonly advocates: AdvocateEventsService,
    private readonly flags: FlagEventsService,
  ) {}

  /** `ids` remembers our ids of what has no id elsewhere. Throws if something is refused: then the demo is wrong. */
  async write({ accountKey, happening }: DemoEvent, ids: Map<string, string>): Promise<void> {
    switch (happening.what) {
      case 'reported':
      case 'told':
      case 'met':
      case 'resolved':
      case 'reopened':
        return this.problems.write(accountKey, happening);
      case 'looked':
      case 'acknowledged':
      case 'snoozed':
      case 'closed':
        return this.flags.write(accountKey, happening);
      case 'promised':
      case 'settled':
      case 'joined':
      case 'left':
      case 'decided':
        return this.accounts.write(accountKey, happening, ids);
      case 'learned':
      case 'taught':
        return this.learning.write(accountKey, happening);
      case 'volunteered':
      case 'equipped':
      case 'amplified':
      case 'asked':
        return this.advocates.write(accountKey, happening, ids);
    }
  }
}
