import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { StakeholdersModule } from '../stakeholders/stakeholders.module.js';
import { TeamReader } from './team.reader.js';
import { AccountTeamResolver, TeamMemberResolver } from './team.resolver.js';
import { TeamService } from './team.service.js';

@Module({
  imports: [AccountsModule, StakeholdersModule],
  providers: [TeamService, TeamReader, TeamMemberResolver, AccountTeamResolver],
  exports: [TeamService, TeamReader],
})
export class TeamModule {}
