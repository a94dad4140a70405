import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { StakeholdersModule } from '../stakeholders/stakeholders.module.js';
import { AccountInteractionsResolver } from './account-interactions.resolver.js';
import { ContactPlansService } from './contact-plans.service.js';
import { ContactsService } from './contacts.service.js';
import { InteractionsReader } from './interactions.reader.js';
import { InteractionsResolver } from './interactions.resolver.js';
import { ProblemsModule } from '../problems/problems.module.js';
import { ToldResolver } from './told.resolver.js';
import { InteractionsService } from './interactions.service.js';

@Module({
  imports: [AccountsModule, StakeholdersModule, ProblemsModule],
  providers: [
    InteractionsService,
    ContactsService,
    ContactPlansService,
    InteractionsReader,
    InteractionsResolver,
    AccountInteractionsResolver,
    ToldResolver,
  ],
  exports: [InteractionsService, InteractionsReader],
})
export class InteractionsModule {}
