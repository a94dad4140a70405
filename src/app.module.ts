import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { AccountsModule } from './accounts/accounts.module.js';
import { TABLES } from './app.tables.js';
import { AssessmentModule } from './assessment/assessment.module.js';
import { ClockModule } from './common/clock.module.js';
import { SettingsModule } from './config/settings.module.js';
import type { Settings } from './config/settings.js';
import { DatabaseModule } from './database/database.module.js';
import { ApiModule } from './graphql/graphql.module.js';
import { InteractionsModule } from './interactions/interactions.module.js';
import { SatisfactionModule } from './satisfaction/satisfaction.module.js';
import { StakeholdersModule } from './stakeholders/stakeholders.module.js';

/** The features of the product. */
const FEATURES = [AccountsModule, StakeholdersModule, InteractionsModule, SatisfactionModule, AssessmentModule];

@Module({})
export class AppModule {
  /** `url`: the database as the restricted role. */
  static of(settings: Settings, url: string): DynamicModule {
    const database = DatabaseModule.of({
      url,
      tables: TABLES,
      poolSize: settings.DATABASE_POOL_SIZE,
    });
    return {
      module: AppModule,
      imports: [SettingsModule.of(settings), ClockModule, database, AccessModule, ...FEATURES, ApiModule],
    };
  }
}
