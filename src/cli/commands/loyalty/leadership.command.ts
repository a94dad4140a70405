import type { Command } from 'commander';
import { Clock } from '../../../common/clock.js';
import { dateOf, daysBefore } from '../../../domain/instants.js';
import { ask } from '../../ask.js';
import type { CliContext } from '../../cli-context.js';
import { date } from '../../options.js';
import type { Terminal } from '../../terminal.js';
import {
  LEADERSHIP_QUERY,
  leadershipLines,
  type LeadershipAnswer,
} from '../../views/loyalty/leadership.view.js';

interface LeadershipOptions {
  from?: string;
  to?: string;
  json?: boolean;
}

/** Losses are looked back on over so many days unless said otherwise. */
const DAYS = 365;

/** `strata leadership`: the four questions a leadership has to answer, on one page. */
export function registerLeadership(program: Command, context: CliContext, terminal: Terminal): void {
  program
    .command('leadership')
    .description(
      'on one page: what is at risk, what it would cost, whether it was foreseen, who told the truth',
    )
    .option('--from <date>', 'losses from this day on; a year before the last one when left out', date)
    .option('--to <date>', 'losses up to this day; today when left out', date)
    .option('--json', 'print what GraphQL answers')
    .action(async ({ from, to, json }: LeadershipOptions) => {
      const answer = await context.withService((service) => {
        const last = to ?? dateOf(service.app.get(Clock).now());
        const first = from ?? dateOf(daysBefore(last, DAYS));
        return ask<LeadershipAnswer>(service, LEADERSHIP_QUERY, { from: first, to: last });
      });
      terminal.out(json ? JSON.stringify(answer, null, 2) : leadershipLines(answer, terminal).join('\n'));
    });
}
