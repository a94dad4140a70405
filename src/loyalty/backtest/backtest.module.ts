import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { AssessmentModule } from '../../assessment/assessment.module.js';
import { LoyaltyEventsModule } from '../events/loyalty-events.module.js';
import { BacktestReader } from './backtest.reader.js';
import { BacktestLossResolver, BacktestResolver } from './backtest.resolver.js';
import { HistoriesReader } from './replay/histories.reader.js';
import { RecordedTracksReader } from './recorded-tracks.reader.js';
import { ReplayProgress } from './replay/replay-progress.js';
import { ReplaysReader } from './replay/replays.reader.js';
import { SaidTracksReader } from './said-tracks.reader.js';

@Module({
  imports: [AccountsModule, AssessmentModule, LoyaltyEventsModule],
  providers: [
    BacktestResolver,
    BacktestLossResolver,
    BacktestReader,
    SaidTracksReader,
    RecordedTracksReader,
    ReplaysReader,
    HistoriesReader,
    ReplayProgress,
  ],
  exports: [HistoriesReader, ReplayProgress],
})
export class BacktestModule {}
