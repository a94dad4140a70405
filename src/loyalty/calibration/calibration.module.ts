import { Module } from '@nestjs/common';
import { AssessmentModule } from '../../assessment/assessment.module.js';
import { BacktestModule } from '../backtest/backtest.module.js';
import { LoyaltyEventsModule } from '../events/loyalty-events.module.js';
import { CalibrationProposalResolver, WeightsInForceResolver } from './calibration-people.resolver.js';
import { CalibrationReader } from './calibration.reader.js';
import { CalibrationResolver } from './calibration.resolver.js';
import { CalibrationService } from './calibration.service.js';
import { CalibrationObservationsReader } from './observations.reader.js';

@Module({
  imports: [AssessmentModule, BacktestModule, LoyaltyEventsModule],
  providers: [
    CalibrationResolver,
    CalibrationProposalResolver,
    WeightsInForceResolver,
    CalibrationService,
    CalibrationReader,
    CalibrationObservationsReader,
  ],
})
export class CalibrationModule {}
