import type { Command } from 'commander';
import { HistoryKnowledge } from '../../../domain/loyalty/terms.js';
import { ReplayProgress } from '../../../loyalty/backtest/replay/replay-progress.js';
import { ask } from '../../ask.js';
import type { CliContext } from '../../cli-context.js';
import { date } from '../../options.js';
import { ReplayProgressView } from '../../replay-progress-view.js';
import type { Terminal } from '../../terminal.js';
import { BACKTEST_QUERY, type BacktestAnswer } from '../../views/loyalty/backtest-answer.js';
import { backtestLines } from '../../views/loyalty/backtest.view.js';

interface BacktestOptions {
  from: string;
  to: string;
  replay?: boolean;
  segment?: string;
  owner?: string;
  json?: boolean;
}

/** `strata backtest`: whether our flags saw past losses coming. */
export function registerBacktest(program: Command, context: CliContext, terminal: Terminal): void {
  program
    .command('backtest')
    .description(
      'of the accounts lost, which were flagged before; of the flags, which were followed by a loss',
    )
    .requiredOption('--from <date>', 'first day of the losses and flags looked at', date)
    .requiredOption('--to <date>', 'last day of both', date)
    .option('--replay', 'by the dates things happened, not by what was on record: for imported history')
    .option('--segment <segment>', 'only customers of this segment')
    .option('--owner <email>', 'only customers looked after by this one of our people')
    .option('--json', 'print what GraphQL answers')
    .action(async ({ from, to, replay, segment, owner, json }: BacktestOptions) => {
      const knowledge = replay ? HistoryKnowledge.AS_HAPPENED : HistoryKnowledge.AS_RECORDED;
      const filter = { segment, ownerEmail: owner };
      const answer = await context.withService((service) => {
        const view = new ReplayProgressView((line) => terminal.err(line));
        service.app.get(ReplayProgress).watch((state) => view.show(state));
        return ask<BacktestAnswer>(service, BACKTEST_QUERY, { from, to, knowledge, filter });
      });
      terminal.out(json ? JSON.stringify(answer, null, 2) : backtestLines(answer, terminal).join('\n'));
    });
}
