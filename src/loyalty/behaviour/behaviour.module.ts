import { Module } from '@nestjs/common';
import { AmplifyModule } from '../../amplify/amplify.module.js';
import { AssessmentModule } from '../../assessment/assessment.module.js';
import { LoyaltyEventsModule } from '../events/loyalty-events.module.js';
import { BehaviourReader } from './behaviour.reader.js';
import { BehaviourResolver } from './behaviour.resolver.js';

@Module({
  imports: [LoyaltyEventsModule, AmplifyModule, AssessmentModule],
  providers: [BehaviourReader, BehaviourResolver],
})
export class BehaviourModule {}
