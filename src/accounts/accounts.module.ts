import { Module } from '@nestjs/common';
import { AccountPlansService } from './account-plans.service.js';
import { AccountReferencesReader } from './account-references.reader.js';
import { AccountsReader } from './accounts.reader.js';
import { AccountsResolver } from './accounts.resolver.js';
import { AccountsService } from './accounts.service.js';
import { LostAccountsService } from './lost/lost-accounts.service.js';

@Module({
  providers: [
    AccountsService,
    AccountPlansService,
    AccountsReader,
    AccountReferencesReader,
    LostAccountsService,
    AccountsResolver,
  ],
  exports: [AccountsService, AccountsReader, AccountReferencesReader, LostAccountsService],
})
export class AccountsModule {}
