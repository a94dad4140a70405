import type { Command } from 'commander';
import { ask } from '../../ask.js';
import type { CliContext } from '../../cli-context.js';
import { count, date } from '../../options.js';
import type { Terminal } from '../../terminal.js';
import { DUE_QUERY, type DueAnswer, dueLines } from '../../views/relationship/due.view.js';

interface DueOptions {
  owner?: string;
  before?: string;
  first: number;
  json?: boolean;
}

/** `strata due`: which reviews and check-ins are due. */
export function registerDue(program: Command, context: CliContext, terminal: Terminal): void {
  program
    .command('due')
    .description('what to do today: reviews of relationship plans and check-ins of expectations')
    .option('--owner <email>', 'only on accounts of this one of our people')
    .option('--before <date>', 'due before this day; today or earlier when left out', date)
    .option('--first <count>', 'so many of each at most, up to 100', count, 25)
    .option('--json', 'print what GraphQL answers')
    .action(async ({ owner: ownerEmail, before, first, json }: DueOptions) => {
      const answer = await context.withService((service) =>
        ask<DueAnswer>(service, DUE_QUERY, { ownerEmail, before, first }),
      );
      terminal.out(json ? JSON.stringify(answer, null, 2) : dueLines(answer, terminal).join('\n'));
    });
}
