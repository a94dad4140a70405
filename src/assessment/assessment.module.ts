import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { StakeholdersModule } from '../stakeholders/stakeholders.module.js';
import { AssessmentResolver } from './assessment.resolver.js';
import { AssessmentsReader } from './assessments.reader.js';
import { AssessmentsService } from './assessments.service.js';
import { AtRiskReader } from './at-risk.reader.js';
import { BaseAtRiskReader } from './base-at-risk.reader.js';
import { DailySweepService } from './daily-sweep.service.js';
import { FactsReader } from './facts.reader.js';
import { JudgementReader } from './judgement.reader.js';
import { LevelMeansService } from './level-means.service.js';
import { MethodReader } from './method.reader.js';
import { SweepService } from './sweep.service.js';

@Module({
  imports: [AccountsModule, StakeholdersModule],
  providers: [
    AssessmentResolver,
    AssessmentsService,
    AssessmentsReader,
    AtRiskReader,
    BaseAtRiskReader,
    FactsReader,
    JudgementReader,
    MethodReader,
    LevelMeansService,
    SweepService,
    DailySweepService,
  ],
  exports: [AssessmentsService, SweepService, DailySweepService, MethodReader],
})
export class AssessmentModule {}
