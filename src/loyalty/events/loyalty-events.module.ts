import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { AccountLoyaltyEventsResolver } from './account-loyalty-events.resolver.js';
import { EventPlansService } from './event-plans.service.js';
import { LoyaltyEventsReader } from './loyalty-events.reader.js';
import { LoyaltyEventsResolver } from './loyalty-events.resolver.js';
import { LoyaltyEventsService } from './loyalty-events.service.js';
import { StandingWithUsService } from './standing-with-us.service.js';
import { TellingsReader } from './tellings.reader.js';

@Module({
  imports: [AccountsModule],
  providers: [
    LoyaltyEventsService,
    EventPlansService,
    StandingWithUsService,
    LoyaltyEventsReader,
    TellingsReader,
    LoyaltyEventsResolver,
    AccountLoyaltyEventsResolver,
  ],
  exports: [LoyaltyEventsService, LoyaltyEventsReader],
})
export class LoyaltyEventsModule {}
