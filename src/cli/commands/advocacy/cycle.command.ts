import type { Command } from 'commander';
import { ask } from '../../ask.js';
import { CommandRefused, type CliContext } from '../../cli-context.js';
import { findAccount } from '../../find-account.js';
import type { Terminal } from '../../terminal.js';
import { type AccountCycleAnswer, CYCLE_QUERY, cycleLines } from '../../views/advocacy/cycle.view.js';

/** `strata cycle`: where an account stands in learning, teaching and amplifying. */
export function registerCycle(program: Command, context: CliContext, terminal: Terminal): void {
  program
    .command('cycle <name-or-id...>')
    .description('where one account stands in learning, teaching and amplifying, and the next step')
    .option('--json', 'print what GraphQL answers')
    .action(async (named: string[], { json }: { json?: boolean }) => {
      const answer = await context.withService(async (service) => {
        const id = await findAccount(service, named.join(' '));
        return ask<{ account: AccountCycleAnswer | null }>(service, CYCLE_QUERY, { id });
      });
      if (!answer.account) throw new CommandRefused('The account has just been removed.');
      terminal.out(json ? JSON.stringify(answer, null, 2) : cycleLines(answer.account, terminal).join('\n'));
    });
}
