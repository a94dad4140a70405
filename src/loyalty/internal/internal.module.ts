import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { StakeholdersModule } from '../../stakeholders/stakeholders.module.js';
import { TeamModule } from '../../team/team.module.js';
import { ScorecardsReader } from './scorecards.reader.js';
import {
  AccountScorecardResolver,
  InternalReportResolver,
  LowestDepartmentResolver,
  ScorecardPeopleResolver,
} from './scorecards.resolver.js';
import { ServedByReader } from './served-by.reader.js';

/** Departments as customers of each other. */
@Module({
  imports: [AccountsModule, StakeholdersModule, TeamModule],
  providers: [
    ScorecardsReader,
    ServedByReader,
    AccountScorecardResolver,
    ScorecardPeopleResolver,
    InternalReportResolver,
    LowestDepartmentResolver,
  ],
})
export class InternalModule {}
