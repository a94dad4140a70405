import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { StakeholdersModule } from '../stakeholders/stakeholders.module.js';
import { AccountCommitmentsResolver } from './account-commitments.resolver.js';
import { CommitmentsReader } from './commitments.reader.js';
import { CommitmentsResolver } from './commitments.resolver.js';
import { PromiseKeepingResolver } from './promise-keeping.resolver.js';
import { CommitmentsService } from './commitments.service.js';

@Module({
  imports: [AccountsModule, StakeholdersModule],
  providers: [
    CommitmentsService,
    CommitmentsReader,
    CommitmentsResolver,
    AccountCommitmentsResolver,
    PromiseKeepingResolver,
  ],
  exports: [CommitmentsService, CommitmentsReader],
})
export class CommitmentsModule {}
