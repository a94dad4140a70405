import type { Command } from 'commander';
import { ask } from '../ask.js';
import type { CliContext } from '../cli-context.js';
import { findAccount } from '../find-account.js';
import { count } from '../options.js';
import type { Terminal } from '../terminal.js';
import { gapLines, GAPS_QUERY, type GapsAnswer } from '../views/gaps.view.js';

interface GapsOptions {
  account?: string;
  first: number;
  json?: boolean;
}

/** `strata gaps`: who was never told that a problem is solved. */
export function registerGaps(program: Command, context: CliContext, terminal: Terminal): void {
  program
    .command('gaps')
    .description('who knows of a solved problem and not that it is solved, and whom to tell first')
    .option('--account <name-or-id>', 'only of this account')
    .option('--first <count>', 'so many at most, up to 100', count, 25)
    .option('--json', 'print what GraphQL answers')
    .action(async ({ account: named, first, json }: GapsOptions) => {
      const answer = await context.withService(async (service) => {
        const account = named === undefined ? undefined : { id: await findAccount(service, named) };
        return ask<GapsAnswer>(service, GAPS_QUERY, { first, account });
      });
      terminal.out(json ? JSON.stringify(answer, null, 2) : gapLines(answer, terminal).join('\n'));
    });
}
