import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { StrataError } from '../../../common/errors.js';
import type { AssessmentSettings } from '../../../domain/assessment.js';
import { daysBefore } from '../../../domain/instants.js';
import { YEAR_OF_WARNING } from '../../../domain/loyalty/backtest/losses.js';
import { monthEnds, replayedTrack } from '../../../domain/loyalty/backtest/replayed-track.js';
import { type AccountTrack, daysAfter } from '../../../domain/loyalty/backtest/track.js';
import { lookedBackTo } from '../../../assessment/judging/facts/observations.reader.js';
import { HistoriesReader, type ValuedHistory } from './histories.reader.js';
import { ReplayProgress } from './replay-progress.js';

/** What was said of accounts, without what they did. */
export type SaidTrack = Omit<AccountTrack, 'events'>;

/** Accounts times months judged in one request: about half a minute's work of one processor. */
const MOST_ACCOUNT_MONTHS = 20_000;

/** Accounts read at once. */
const BATCH = 50;

/** Works out what would have been said of accounts, had everything been recorded as it happened. */
@Injectable()
export class ReplaysReader {
  constructor(
    private readonly histories: HistoriesReader,
    private readonly progress: ReplayProgress,
  ) {}

  /** For losses and warnings from `from` to `to`, so judged from a year before. LIMIT_EXCEEDED when that is too much. */
  async readTracks(accountIds: readonly string[], from: string, to: string): Promise<SaidTrack[]> {
    const instants = monthEnds(daysAfter(from, -YEAR_OF_WARNING), to);
    refuseTooMuch(accountIds.length, instants.length);
    const since = lookedBackTo(daysBefore(from, YEAR_OF_WARNING));
    const settings = await this.histories.readSettings();
    const tracks: SaidTrack[] = [];
    for (let at = 0; at < accountIds.length; at += BATCH) {
      const batch = await this.histories.readHistories(accountIds.slice(at, at + BATCH), since);
      for (const history of batch) {
        tracks.push(trackOf(history, instants, settings));
        this.progress.tell({ done: tracks.length, accounts: accountIds.length });
        // Others are served in between: each account takes a while.
        await setImmediate();
      }
    }
    return tracks;
  }
}

function trackOf(
  history: ValuedHistory,
  instants: readonly string[],
  settings: AssessmentSettings,
): SaidTrack {
  const { accountId, annualAmount: amount, annualCurrency: currency } = history;
  return {
    accountId,
    ...replayedTrack(history, instants, settings),
    values: [{ from: null, amount, currency }],
  };
}

function refuseTooMuch(accounts: number, months: number): void {
  const accountMonths = accounts * months;
  if (accountMonths <= MOST_ACCOUNT_MONTHS) return;
  throw new StrataError(
    'LIMIT_EXCEEDED',
    'That is too much history to judge anew at once: ask for fewer accounts with `filter`, or for a shorter period.',
    ['filter'],
    { accounts, months, accountMonths, limit: MOST_ACCOUNT_MONTHS },
  );
}
