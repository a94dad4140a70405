import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { StakeholdersModule } from '../stakeholders/stakeholders.module.js';
import { ActivitiesService } from './activities.service.js';
import { ActivityPlansService } from './activity-plans.service.js';
import { ActivityReferencesReader } from './activity-references.reader.js';
import { AdvocacyFactsReader } from './advocacy-facts.reader.js';
import { AmplificationsReader } from './amplifications/amplifications.reader.js';
import {
  AccountAmplificationsResolver,
  AmplificationsResolver,
  AskResolver,
  HearerResolver,
  StakeholderAsksResolver,
} from './amplifications/amplifications.resolver.js';
import { AmplificationsService } from './amplifications/amplifications.service.js';
import { BenchmarksReader } from './benchmarks/benchmarks.reader.js';
import { BenchmarksResolver } from './benchmarks/benchmarks.resolver.js';
import { BenchmarksService } from './benchmarks/benchmarks.service.js';
import { SegmentBenchmarksReader } from './benchmarks/segment-benchmarks.reader.js';
import { InsightsReader } from './insights/insights.reader.js';
import { AccountInsightsResolver, InsightsResolver } from './insights/insights.resolver.js';
import { InsightsService } from './insights/insights.service.js';
import { KitsReader } from './kits/kits.reader.js';
import { KitsResolver } from './kits/kits.resolver.js';
import { KitsService } from './kits/kits.service.js';
import { TeachingsReader } from './teachings/teachings.reader.js';
import {
  AccountTeachingsResolver,
  TaughtBenchmarkResolver,
  TeachingsResolver,
} from './teachings/teachings.resolver.js';
import { TeachingsService } from './teachings/teachings.service.js';

@Module({
  imports: [AccountsModule, StakeholdersModule],
  providers: [
    ActivitiesService,
    ActivityPlansService,
    ActivityReferencesReader,
    AdvocacyFactsReader,
    InsightsService,
    InsightsReader,
    InsightsResolver,
    AccountInsightsResolver,
    TeachingsService,
    TeachingsReader,
    TeachingsResolver,
    TaughtBenchmarkResolver,
    AccountTeachingsResolver,
    BenchmarksService,
    BenchmarksReader,
    SegmentBenchmarksReader,
    BenchmarksResolver,
    KitsService,
    KitsReader,
    KitsResolver,
    AmplificationsService,
    AmplificationsReader,
    AmplificationsResolver,
    HearerResolver,
    AskResolver,
    AccountAmplificationsResolver,
    StakeholderAsksResolver,
  ],
  exports: [
    AdvocacyFactsReader,
    AmplificationsService,
    AmplificationsReader,
    BenchmarksService,
    InsightsService,
    TeachingsService,
    KitsService,
    KitsReader,
  ],
})
export class AdvocacyModule {}
