import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { StakeholdersModule } from '../stakeholders/stakeholders.module.js';
import { AssessmentResolver } from './assessment.resolver.js';
import { AssessmentsReader } from './assessments.reader.js';
import { AssessmentsService } from './judging/assessments.service.js';
import { AtRiskReader } from './at-risk.reader.js';
import { BaseAtRiskReader } from './base-at-risk.reader.js';
import { DailySweepService } from './sweep/daily-sweep.service.js';
import { FactsReader } from './judging/facts.reader.js';
import { JudgementReader } from './judging/judgement.reader.js';
import { LevelMeansService } from './sweep/level-means.service.js';
import { MethodReader } from './judging/method.reader.js';
import { SweepService } from './sweep/sweep.service.js';

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
