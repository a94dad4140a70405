import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { CommitmentsModule } from '../../commitments/commitments.module.js';
import { StakeholdersModule } from '../../stakeholders/stakeholders.module.js';
import { TeamModule } from '../../team/team.module.js';
import { ExpectationsModule } from '../expectations/expectations.module.js';
import { LastContactsReader } from './page/last-contacts.reader.js';
import { PlanPageReader } from './page/plan-page.reader.js';
import { PlanPeopleReader } from './page/plan-people.reader.js';
import {
  MemberContactResolver,
  PlanPeopleResolver,
  PlanReviewResolver,
  PlanVersionResolver,
  StakeholderContactResolver,
} from './plan-people.resolver.js';
import { PlanReviewsService } from './plan-reviews.service.js';
import { PlanRecordsResolver } from './plan-records.resolver.js';
import { PlansReader } from './plans.reader.js';
import { AccountPlanResolver, PlanFieldsResolver, PlansResolver } from './plans.resolver.js';
import { PlansService } from './plans.service.js';

/** The plan of each relationship: goals of both sides, reviews, and one page to take along. */
@Module({
  imports: [AccountsModule, StakeholdersModule, TeamModule, CommitmentsModule, ExpectationsModule],
  providers: [
    PlansService,
    PlanReviewsService,
    PlansReader,
    PlanPageReader,
    PlanPeopleReader,
    LastContactsReader,
    PlansResolver,
    PlanFieldsResolver,
    PlanRecordsResolver,
    PlanPeopleResolver,
    PlanVersionResolver,
    PlanReviewResolver,
    AccountPlanResolver,
    StakeholderContactResolver,
    MemberContactResolver,
  ],
  exports: [PlansService, PlanReviewsService],
})
export class PlansModule {}
