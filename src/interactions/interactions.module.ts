import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { StakeholdersModule } from '../stakeholders/stakeholders.module.js';
import { AccountInteractionsResolver } from './account-interactions.resolver.js';
import { InteractionsReader } from './interactions.reader.js';
import { InteractionsResolver } from './interactions.resolver.js';
import { InteractionsService } from './interactions.service.js';

@Module({
  imports: [AccountsModule, StakeholdersModule],
  providers: [InteractionsService, InteractionsReader, InteractionsResolver, AccountInteractionsResolver],
  exports: [InteractionsService, InteractionsReader],
})
export class InteractionsModule {}
