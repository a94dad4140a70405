import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AdvocacyModule } from '../advocacy/advocacy.module.js';
import { AmplifyModule } from '../amplify/amplify.module.js';
import { InteractionsModule } from '../interactions/interactions.module.js';
import { SatisfactionModule } from '../satisfaction/satisfaction.module.js';
import { StakeholdersModule } from '../stakeholders/stakeholders.module.js';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { CommitmentsModule } from '../commitments/commitments.module.js';
import { DecisionsModule } from '../decisions/decisions.module.js';
import { LoyaltyEventsModule } from '../loyalty/events/loyalty-events.module.js';
import { ProblemsModule } from '../problems/problems.module.js';
import { TeamModule } from '../team/team.module.js';
import { AdvocateEventsService } from './advocacy/advocate-events.service.js';
import { LearningEventsService } from './advocacy/learning-events.service.js';
import { DemoService } from './demo.service.js';
import { PortfolioService } from './portfolio.service.js';
import { ObservedService } from './observed.service.js';
import { AccountEventsService } from './recovery/account-events.service.js';
import { EventsService } from './recovery/events.service.js';
import { FlagEventsService } from './recovery/flag-events.service.js';
import { ProblemEventsService } from './recovery/problem-events.service.js';

/** A portfolio to look at before one's own is imported. */
@Module({
  imports: [
    AccountsModule,
    StakeholdersModule,
    SatisfactionModule,
    InteractionsModule,
    ProblemsModule,
    CommitmentsModule,
    TeamModule,
    DecisionsModule,
    AssessmentModule,
    AdvocacyModule,
    AmplifyModule,
    LoyaltyEventsModule,
  ],
  providers: [
    DemoService,
    PortfolioService,
    ObservedService,
    EventsService,
    ProblemEventsService,
    AccountEventsService,
    LearningEventsService,
    AdvocateEventsService,
    FlagEventsService,
  ],
  exports: [DemoService],
})
export class DemoModule {}
