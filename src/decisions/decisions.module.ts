import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { StakeholdersModule } from '../stakeholders/stakeholders.module.js';
import { DecisionsReader } from './decisions.reader.js';
import { AccountDecisionsResolver, DecisionsResolver } from './decisions.resolver.js';
import { DecisionsService } from './decisions.service.js';

@Module({
  imports: [AccountsModule, StakeholdersModule],
  providers: [DecisionsService, DecisionsReader, DecisionsResolver, AccountDecisionsResolver],
  exports: [DecisionsService, DecisionsReader],
})
export class DecisionsModule {}
