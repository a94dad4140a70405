import type { Command } from 'commander';
import { ask } from '../../ask.js';
import { CommandRefused, type CliContext } from '../../cli-context.js';
import { findAccount } from '../../find-account.js';
import type { Terminal } from '../../terminal.js';
import {
  EXPECTATIONS_QUERY,
  type ExpectationsAnswer,
  expectationLines,
} from '../../views/relationship/expectations.view.js';

/** `strata expectations`: what both sides of an account expect, who confirmed it, and how it went. */
export function registerExpectations(program: Command, context: CliContext, terminal: Terminal): void {
  program
    .command('expectations <name-or-id...>')
    .description('what both sides of an account expect, which level has confirmed it, and how it went')
    .option('--json', 'print what GraphQL answers')
    .action(async (named: string[], { json }: { json?: boolean }) => {
      const answer = await context.withService(async (service) => {
        const id = await findAccount(service, named.join(' '));
        return ask<ExpectationsAnswer>(service, EXPECTATIONS_QUERY, { id });
      });
      if (!answer.account) throw new CommandRefused('The account has just been removed.');
      const lines = json ? [JSON.stringify(answer, null, 2)] : expectationLines(answer.account, terminal);
      terminal.out(lines.join('\n'));
    });
}
