import { Module } from '@nestjs/common';
import { AccountReferencesReader } from './account-references.reader.js';
import { AccountsReader } from './accounts.reader.js';
import { AccountsResolver } from './accounts.resolver.js';
import { AccountsService } from './accounts.service.js';
import { LostAccountsService } from './lost/lost-accounts.service.js';
import { AccountLinksService } from './upsert/account-links.service.js';
import { AccountPlansService } from './upsert/account-plans.service.js';
import { KnownAccountsService } from './upsert/known-accounts.service.js';

@Module({
  providers: [
    AccountsService,
    AccountPlansService,
    AccountLinksService,
    KnownAccountsService,
    AccountsReader,
    AccountReferencesReader,
    LostAccountsService,
    AccountsResolver,
  ],
  exports: [AccountsService, AccountsReader, AccountReferencesReader, LostAccountsService],
})
export class AccountsModule {}
