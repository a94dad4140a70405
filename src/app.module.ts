import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { AccountsModule } from './accounts/accounts.module.js';
import { AdvocacyModule } from './advocacy/advocacy.module.js';
import { AmplifyModule } from './amplify/amplify.module.js';
import { AssessmentModule } from './assessment/assessment.module.js';
import { ClockModule } from './common/clock.module.js';
import { SettingsModule } from './config/settings.module.js';
import type { Settings } from './config/settings.js';
import { CommitmentsModule } from './commitments/commitments.module.js';
import { CrmModule } from './crm/crm.module.js';
import { DatabaseModule } from './database/database.module.js';
import { DecisionsModule } from './decisions/decisions.module.js';
import { DemoModule } from './demo/demo.module.js';
import { ApiModule } from './graphql/graphql.module.js';
import { HealthModule } from './health/health.module.js';
import { InteractionsModule } from './interactions/interactions.module.js';
import { LoyaltyModule } from './loyalty/loyalty.module.js';
import { ProblemsModule } from './problems/problems.module.js';
import { SatisfactionModule } from './satisfaction/satisfaction.module.js';
import { StakeholdersModule } from './stakeholders/stakeholders.module.js';
import { TeamModule } from './team/team.module.js';

/** The features of the product. */
const FEATURES = [
  AccountsModule,
  StakeholdersModule,
  ProblemsModule,
  InteractionsModule,
  SatisfactionModule,
  CommitmentsModule,
  TeamModule,
  DecisionsModule,
  AdvocacyModule,
  AssessmentModule,
  AmplifyModule,
  LoyaltyModule,
  CrmModule,
  DemoModule,
  HealthModule,
];

@Module({})
export class AppModule {
  /** `url`: the database as the restricted role. */
  static of(settings: Settings, url: string): DynamicModule {
    const database = DatabaseModule.of(
      {
        url,
        poolSize: settings.DATABASE_POOL_SIZE,
        replica: settings.DATABASE_REPLICA,
      },
      { timeoutMs: settings.STATEMENT_TIMEOUT_MS, prepare: settings.DATABASE_PREPARE === 'on' },
    );
    return {
      module: AppModule,
      imports: [SettingsModule.of(settings), ClockModule, database, AccessModule, ...FEATURES, ApiModule],
    };
  }
}
