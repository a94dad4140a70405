import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AdvocacyModule } from '../advocacy/advocacy.module.js';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { FactsReader } from '../assessment/judging/facts/facts.reader.js';
import { ObservationsReader } from '../assessment/judging/facts/observations.reader.js';
import { PeopleFactsReader } from '../assessment/judging/facts/people-facts.reader.js';
import { RelationFactsReader } from '../assessment/judging/facts/relation-facts.reader.js';
import { CommitmentsModule } from '../commitments/commitments.module.js';
import { DecisionsModule } from '../decisions/decisions.module.js';
import { InteractionsModule } from '../interactions/interactions.module.js';
import { ProblemsModule } from '../problems/problems.module.js';
import { StakeholdersModule } from '../stakeholders/stakeholders.module.js';
import { TeamModule } from '../team/team.module.js';
import { AccountAdvocacyReader } from './account-advocacy.reader.js';
import { AdvocatesReader } from './advocates.reader.js';
import {
  AdvocatePersonResolver,
  AdvocatesResolver,
  StakeholderAdvocateResolver,
} from './advocates.resolver.js';
import { AskingResolver } from './asking.resolver.js';
import { AskingService } from './asking.service.js';
import { BalanceReader } from './balance/balance.reader.js';
import { AccountBalanceResolver, BalanceEntryResolver } from './balance/balance.resolver.js';
import { CycleReader } from './cycle/cycle.reader.js';
import {
  AccountCycleResolver,
  AdvocatePathResolver,
  PathStepResolver,
  ReachedByResolver,
  ReachedResolver,
  UnreachedResolver,
} from './cycle/cycle.resolver.js';
import { EffectReader } from './effect/effect.reader.js';
import { EffectResolver } from './effect/effect.resolver.js';
import { EquippingService } from './equipping.service.js';
import { GuardsReader } from './guards.reader.js';
import { InsightContactResolver } from './insight-contact.resolver.js';

@Module({
  imports: [
    AccountsModule,
    StakeholdersModule,
    ProblemsModule,
    CommitmentsModule,
    TeamModule,
    DecisionsModule,
    InteractionsModule,
    AdvocacyModule,
    AssessmentModule,
  ],
  providers: [
    FactsReader,
    PeopleFactsReader,
    ObservationsReader,
    RelationFactsReader,
    AccountAdvocacyReader,
    GuardsReader,
    AdvocatesReader,
    AdvocatesResolver,
    AdvocatePersonResolver,
    StakeholderAdvocateResolver,
    EquippingService,
    AskingService,
    AskingResolver,
    CycleReader,
    AccountCycleResolver,
    ReachedResolver,
    ReachedByResolver,
    UnreachedResolver,
    AdvocatePathResolver,
    PathStepResolver,
    BalanceReader,
    AccountBalanceResolver,
    BalanceEntryResolver,
    EffectReader,
    EffectResolver,
    InsightContactResolver,
  ],
  exports: [AskingService, EquippingService, EffectReader],
})
export class AmplifyModule {}
