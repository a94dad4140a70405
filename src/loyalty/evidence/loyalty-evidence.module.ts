import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { AssessmentModule } from '../../assessment/assessment.module.js';
import { PeopleFactsReader } from '../../assessment/judging/facts/people-facts.reader.js';
import { ProblemsModule } from '../../problems/problems.module.js';
import { LoyaltyEventsModule } from '../events/loyalty-events.module.js';
import { AskingReader } from './asking.reader.js';
import { LowScorersReader } from './recovery/low-scorers.reader.js';
import { EvidenceAccountsReader } from './evidence-accounts.reader.js';
import { LoyaltyEvidenceReader } from './loyalty-evidence.reader.js';
import { LoyaltyEvidenceResolver } from './loyalty-evidence.resolver.js';
import { OutcomeEvidenceReader } from './outcome-evidence.reader.js';
import { OutcomeFactsReader } from './outcome-facts.reader.js';
import { RecoveryEvidenceReader } from './recovery/recovery-evidence.reader.js';

@Module({
  imports: [AccountsModule, ProblemsModule, AssessmentModule, LoyaltyEventsModule],
  providers: [
    PeopleFactsReader,
    AskingReader,
    LowScorersReader,
    OutcomeFactsReader,
    OutcomeEvidenceReader,
    RecoveryEvidenceReader,
    LoyaltyEvidenceReader,
    EvidenceAccountsReader,
    LoyaltyEvidenceResolver,
  ],
  exports: [OutcomeEvidenceReader],
})
export class LoyaltyEvidenceModule {}
