import { Module } from '@nestjs/common';
import { StakeholdersModule } from '../stakeholders/stakeholders.module.js';
import { AnswerPlansService } from './answer-plans.service.js';
import { AnswersReader } from './answers.reader.js';
import { InstrumentsReader } from './instruments/instruments.reader.js';
import { InstrumentsResolver } from './instruments/instruments.resolver.js';
import { InstrumentsService } from './instruments/instruments.service.js';
import { SatisfactionResolver } from './satisfaction.resolver.js';
import { SatisfactionService } from './satisfaction.service.js';
import { StakeholderAnswersResolver } from './stakeholder-answers.resolver.js';

@Module({
  imports: [StakeholdersModule],
  providers: [
    SatisfactionService,
    AnswerPlansService,
    AnswersReader,
    SatisfactionResolver,
    StakeholderAnswersResolver,
    InstrumentsService,
    InstrumentsReader,
    InstrumentsResolver,
  ],
  exports: [SatisfactionService, AnswersReader],
})
export class SatisfactionModule {}
