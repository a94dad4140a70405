import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { InteractionsModule } from '../interactions/interactions.module.js';
import { SatisfactionModule } from '../satisfaction/satisfaction.module.js';
import { StakeholdersModule } from '../stakeholders/stakeholders.module.js';
import { DemoService } from './demo.service.js';
import { PortfolioService } from './portfolio.service.js';

/** A portfolio to look at before one's own is imported. */
@Module({
  imports: [AccountsModule, StakeholdersModule, SatisfactionModule, InteractionsModule],
  providers: [DemoService, PortfolioService],
  exports: [DemoService],
})
export class DemoModule {}
