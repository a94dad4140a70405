import { Injectable } from '@nestjs/common';
import { assertUnreachable } from '../../common/errors.js';
import { HistoryKnowledge } from '../../domain/loyalty/terms.js';
import type { BacktestArgs } from './backtest.inputs.js';
import { RecordedTracksReader } from './recorded-tracks.reader.js';
import { ReplaysReader, type SaidTrack } from './replay/replays.reader.js';

/** Finds what was said of accounts, by the knowledge asked for. */
@Injectable()
export class SaidTracksReader {
  constructor(
    private readonly recorded: RecordedTracksReader,
    private readonly replays: ReplaysReader,
  ) {}

  readTracks(
    accountIds: readonly string[],
    { from, to, knowledge }: Pick<BacktestArgs, 'from' | 'to' | 'knowledge'>,
  ): Promise<SaidTrack[]> {
    switch (knowledge) {
      case HistoryKnowledge.AS_RECORDED:
        return this.recorded.readTracks(accountIds, to);
      case HistoryKnowledge.AS_HAPPENED:
        return this.replays.readTracks(accountIds, from, to);
      default:
        return assertUnreachable(knowledge);
    }
  }
}
