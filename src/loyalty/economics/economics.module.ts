import { Module } from '@nestjs/common';
import { AssessmentModule } from '../../assessment/assessment.module.js';
import { LoyaltyEventsModule } from '../events/loyalty-events.module.js';
import { EconomicsReader } from './economics.reader.js';
import { EconomicsResolver } from './economics.resolver.js';

@Module({
  imports: [AssessmentModule, LoyaltyEventsModule],
  providers: [EconomicsReader, EconomicsResolver],
  exports: [EconomicsReader],
})
export class EconomicsModule {}
