import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { InteractionsModule } from '../../interactions/interactions.module.js';
import { StakeholdersModule } from '../../stakeholders/stakeholders.module.js';
import { CheckInsService } from './confirming/check-ins.service.js';
import { ContactReader } from './confirming/contact.reader.js';
import { ExpectationFactsReader } from './confirming/expectation-facts.reader.js';
import {
  AccountExpectationsResolver,
  CheckInResolver,
  ExpectationFieldsResolver,
  ExpectationRevisionResolver,
  LevelConfirmationResolver,
} from './expectation-parts.resolver.js';
import { ExpectationsReader } from './expectations.reader.js';
import { ExpectationsResolver } from './expectations.resolver.js';
import { ExpectationsService } from './expectations.service.js';
import { StandingReader } from './standing.reader.js';

/** What both sides expect of each other, with whom that is shared, and how it goes. */
@Module({
  imports: [AccountsModule, StakeholdersModule, InteractionsModule],
  providers: [
    ExpectationsService,
    CheckInsService,
    ExpectationsReader,
    ExpectationFactsReader,
    StandingReader,
    ContactReader,
    ExpectationsResolver,
    ExpectationFieldsResolver,
    LevelConfirmationResolver,
    CheckInResolver,
    ExpectationRevisionResolver,
    AccountExpectationsResolver,
  ],
  exports: [ExpectationsService, CheckInsService, ExpectationsReader, StandingReader, ContactReader],
})
export class ExpectationsModule {}
