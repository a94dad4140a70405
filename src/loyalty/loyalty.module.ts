import { Module } from '@nestjs/common';
import { LoyaltyEvidenceModule } from './evidence/loyalty-evidence.module.js';
import { ChecklistModule } from './checklist/checklist.module.js';
import { EconomicsModule } from './economics/economics.module.js';
import { BacktestModule } from './backtest/backtest.module.js';
import { CalibrationModule } from './calibration/calibration.module.js';
import { BehaviourModule } from './behaviour/behaviour.module.js';
import { LoyaltyEventsModule } from './events/loyalty-events.module.js';
import { ExpectationsModule } from './expectations/expectations.module.js';
import { InternalModule } from './internal/internal.module.js';
import { PlansModule } from './plans/plans.module.js';

/** What was said against what was done, and what it is worth. */
@Module({
  imports: [
    LoyaltyEventsModule,
    BehaviourModule,
    BacktestModule,
    CalibrationModule,
    EconomicsModule,
    ChecklistModule,
    LoyaltyEvidenceModule,
    ExpectationsModule,
    PlansModule,
    InternalModule,
  ],
  exports: [LoyaltyEventsModule],
})
export class LoyaltyModule {}
