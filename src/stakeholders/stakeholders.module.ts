import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AccountStakeholdersResolver } from './account-stakeholders.resolver.js';
import { LevelsReader } from './seats/levels.reader.js';
import { KnownStakeholdersReader } from './seats/known-stakeholders.reader.js';
import { NewcomersReader } from './seats/newcomers.reader.js';
import { LevelsService } from './seats/levels.service.js';
import { PeopleService } from './seats/people.service.js';
import { StakeholderWritesService } from './seats/stakeholder-writes.service.js';
import { SeatsService } from './seats/seats.service.js';
import { StakeholderLinksService } from './seats/stakeholder-links.service.js';
import { StakeholderPlansService } from './seats/stakeholder-plans.service.js';
import { ParticipantsReader } from './references/participants.reader.js';
import { ReferencedStakeholdersReader } from './references/referenced-stakeholders.reader.js';
import { StakeholderReferencesReader } from './references/stakeholder-references.reader.js';
import { StakeholdersReader } from './stakeholders.reader.js';
import { StakeholdersResolver } from './stakeholders.resolver.js';
import { StakeholdersService } from './stakeholders.service.js';

@Module({
  imports: [AccountsModule],
  providers: [
    StakeholdersService,
    StakeholderPlansService,
    StakeholderLinksService,
    PeopleService,
    SeatsService,
    StakeholderWritesService,
    LevelsService,
    StakeholdersReader,
    LevelsReader,
    ParticipantsReader,
    KnownStakeholdersReader,
    NewcomersReader,
    StakeholderReferencesReader,
    ReferencedStakeholdersReader,
    StakeholdersResolver,
    AccountStakeholdersResolver,
  ],
  exports: [
    ParticipantsReader,
    LevelsReader,
    StakeholdersService,
    StakeholdersReader,
    StakeholderReferencesReader,
    ReferencedStakeholdersReader,
  ],
})
export class StakeholdersModule {}
