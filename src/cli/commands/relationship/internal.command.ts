import type { Command } from 'commander';
import { ask } from '../../ask.js';
import type { CliContext } from '../../cli-context.js';
import { count } from '../../options.js';
import type { Terminal } from '../../terminal.js';
import {
  INTERNAL_QUERY,
  type InternalAnswer,
  internalLines,
} from '../../views/relationship/internal.view.js';

/** `strata internal`: how our departments rate who serves them. */
export function registerInternal(program: Command, context: CliContext, terminal: Terminal): void {
  program
    .command('internal')
    .description('how our departments, as customers of each other, rate the points of connection')
    .option('--first <count>', 'so many departments at most, up to 100', count, 25)
    .option('--json', 'print what GraphQL answers')
    .action(async ({ first, json }: { first: number; json?: boolean }) => {
      const answer = await context.withService((service) =>
        ask<InternalAnswer>(service, INTERNAL_QUERY, { first }),
      );
      terminal.out(json ? JSON.stringify(answer, null, 2) : internalLines(answer, terminal).join('\n'));
    });
}
