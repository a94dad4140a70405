import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AdvocacyModule } from '../advocacy/advocacy.module.js';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { InteractionsModule } from '../interactions/interactions.module.js';
import { LoyaltyEventsModule } from '../loyalty/events/loyalty-events.module.js';
import { ProblemsModule } from '../problems/problems.module.js';
import { SatisfactionModule } from '../satisfaction/satisfaction.module.js';
import { StakeholdersModule } from '../stakeholders/stakeholders.module.js';
import { ImportReader } from './import.reader.js';
import { ImportService } from './import.service.js';
import { KnownSeatsReader } from './known-seats.reader.js';
import { DealRowsService } from './loyalty/deal-rows.service.js';
import { LoyaltyEventRowsService } from './loyalty/loyalty-event-rows.service.js';
import { ImportJudgingService } from './run/import-judging.service.js';
import { ImportSessionsService } from './run/import-sessions.service.js';
import { AccountRowsService } from './writing/account-rows.service.js';
import { ActivityRowsService } from './activities/activity-rows.service.js';
import { AnswerRowsService } from './writing/answer-rows.service.js';
import { ImportPassesService } from './writing/import-passes.service.js';
import { InteractionRowsService } from './writing/interaction-rows.service.js';
import { ProblemRowsService } from './writing/problem-rows.service.js';
import { RecordedRowsService } from './writing/recorded-rows.service.js';
import { StakeholderRowsService } from './writing/stakeholder-rows.service.js';

/** The link to the customer relationship systems. */
@Module({
  imports: [
    AccountsModule,
    StakeholdersModule,
    ProblemsModule,
    InteractionsModule,
    SatisfactionModule,
    AdvocacyModule,
    LoyaltyEventsModule,
    AssessmentModule,
  ],
  providers: [
    ImportService,
    ImportReader,
    ImportSessionsService,
    ImportJudgingService,
    KnownSeatsReader,
    ImportPassesService,
    AccountRowsService,
    StakeholderRowsService,
    ProblemRowsService,
    InteractionRowsService,
    AnswerRowsService,
    ActivityRowsService,
    RecordedRowsService,
    DealRowsService,
    LoyaltyEventRowsService,
  ],
  exports: [ImportService],
})
export class CrmModule {}
