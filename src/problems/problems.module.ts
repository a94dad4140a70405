import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { StakeholdersModule } from '../stakeholders/stakeholders.module.js';
import { AccountProblemsResolver } from './account-problems.resolver.js';
import { ImportedProblemsReader } from './imported/imported-problems.reader.js';
import { ImportedProblemsService } from './imported/imported-problems.service.js';
import { ProblemPlansService } from './imported/problem-plans.service.js';
import { KnowledgeService } from './ledger/knowledge.service.js';
import { LedgerReader } from './ledger/ledger.reader.js';
import { LedgerService } from './ledger/ledger.service.js';
import { ProblemKnowledgeReader } from './ledger/problem-knowledge.reader.js';
import { KnowledgeStepResolver } from './ledger/knowledge-step.resolver.js';
import { ProblemsReader } from './problems.reader.js';
import { ProblemsResolver } from './problems.resolver.js';
import { ProblemsService } from './problems.service.js';
import { RecoveryResolver } from './recovery.resolver.js';
import { ResolutionsService } from './resolutions.service.js';

@Module({
  imports: [AccountsModule, StakeholdersModule],
  providers: [
    ProblemsService,
    ResolutionsService,
    ImportedProblemsService,
    ImportedProblemsReader,
    ProblemPlansService,
    KnowledgeService,
    LedgerService,
    LedgerReader,
    ProblemsReader,
    ProblemKnowledgeReader,
    ProblemsResolver,
    RecoveryResolver,
    AccountProblemsResolver,
    KnowledgeStepResolver,
  ],
  exports: [
    ProblemsService,
    ImportedProblemsService,
    ImportedProblemsReader,
    ResolutionsService,
    KnowledgeService,
    ProblemsReader,
    LedgerReader,
  ],
})
export class ProblemsModule {}
