import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { CommitmentsModule } from '../commitments/commitments.module.js';
import { DecisionsModule } from '../decisions/decisions.module.js';
import { ProblemsModule } from '../problems/problems.module.js';
import { TeamModule } from '../team/team.module.js';
import { AccountFlagsResolver, FlagEventResolver } from './flags/account-flags.resolver.js';
import { FlagsReader } from './flags/flags.reader.js';
import { FlagsResolver } from './flags/flags.resolver.js';
import { FlagsService } from './flags/flags.service.js';
import { KnowledgeGapsReader } from './gaps/knowledge-gaps.reader.js';
import { KnowledgeGapsResolver } from './gaps/knowledge-gaps.resolver.js';
import { KnowledgeGapsService } from './gaps/knowledge-gaps.service.js';
import {
  AccountTeamGapsResolver,
  TeamVacancyResolver,
  UnattendedResolver,
  VacancyResolver,
} from './gaps/team-gaps.resolver.js';
import { AccountSignalsReader } from './judging/facts/account-signals.reader.js';
import { StructureEvidenceResolver } from './judging/structure-evidence.resolver.js';
import { JudgingService } from './judging/judging.service.js';
import { RelationFactsReader } from './judging/facts/relation-facts.reader.js';
import { AsOfReader } from './judging/as-of.reader.js';
import { ObservationsReader } from './judging/facts/observations.reader.js';
import { PeopleFactsReader } from './judging/facts/people-facts.reader.js';
import { StructureService } from './judging/structure.service.js';
import { StakeholdersModule } from '../stakeholders/stakeholders.module.js';
import { AssessmentResolver } from './assessment.resolver.js';
import { AssessmentsReader } from './assessments.reader.js';
import { AssessmentsService } from './judging/assessments.service.js';
import { AtRiskReader } from './at-risk.reader.js';
import { BaseAtRiskReader } from './base-at-risk.reader.js';
import { DailySweepService } from './sweep/daily-sweep.service.js';
import { FactsReader } from './judging/facts/facts.reader.js';
import { LatestAnswersReader } from './judging/facts/latest-answers.reader.js';
import { JudgementReader } from './judging/judgement.reader.js';
import { LevelMeansService } from './sweep/level-means.service.js';
import { MethodReader } from './judging/method.reader.js';
import { ToJudgeReader } from './judging/to-judge.reader.js';
import { DueAccountsService } from './sweep/due-accounts.service.js';
import { JudgingBatchesService } from './sweep/judging-batches.service.js';
import { SweepService } from './sweep/sweep.service.js';
import { JudgedOnCommitService } from './waiting/judged-on-commit.service.js';
import { WaitingAccountsService } from './waiting/waiting-accounts.service.js';
import { RiskWeightsReader } from './weights/risk-weights.reader.js';
import { RiskWeightsService } from './weights/risk-weights.service.js';

@Module({
  imports: [
    AccountsModule,
    StakeholdersModule,
    ProblemsModule,
    CommitmentsModule,
    TeamModule,
    DecisionsModule,
  ],
  providers: [
    AssessmentResolver,
    AssessmentsService,
    AssessmentsReader,
    AtRiskReader,
    BaseAtRiskReader,
    FactsReader,
    PeopleFactsReader,
    ObservationsReader,
    LatestAnswersReader,
    ToJudgeReader,
    StructureService,
    JudgingService,
    RelationFactsReader,
    AccountSignalsReader,
    StructureEvidenceResolver,
    AccountTeamGapsResolver,
    UnattendedResolver,
    VacancyResolver,
    TeamVacancyResolver,
    AsOfReader,
    FlagsService,
    FlagsReader,
    FlagsResolver,
    AccountFlagsResolver,
    FlagEventResolver,
    KnowledgeGapsService,
    KnowledgeGapsReader,
    KnowledgeGapsResolver,
    JudgementReader,
    MethodReader,
    LevelMeansService,
    WaitingAccountsService,
    JudgedOnCommitService,
    DueAccountsService,
    JudgingBatchesService,
    SweepService,
    DailySweepService,
    RiskWeightsReader,
    RiskWeightsService,
  ],
  exports: [
    AssessmentsService,
    JudgedOnCommitService,
    JudgingBatchesService,
    WaitingAccountsService,
    SweepService,
    DailySweepService,
    MethodReader,
    FlagsService,
    FlagsReader,
    FactsReader,
    ObservationsReader,
    RiskWeightsReader,
    RiskWeightsService,
  ],
})
export class AssessmentModule {}
