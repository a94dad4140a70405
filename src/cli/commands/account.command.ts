import type { Command } from 'commander';
import { ask } from '../ask.js';
import { CommandRefused, type CliContext } from '../cli-context.js';
import { findAccount } from '../find-account.js';
import type { Terminal } from '../terminal.js';
import { ACCOUNT_MAP_QUERY, type AccountMapAnswer } from '../views/account/account-map.query.js';
import { accountLines } from '../views/account/account.view.js';

/** `strata account`: the map of one account. */
export function registerAccount(program: Command, context: CliContext, terminal: Terminal): void {
  program
    .command('account <name-or-id...>')
    .description(
      'the map of one account: both levels, its people, problems, promises, our team, what follows',
    )
    .option('--json', 'print what GraphQL answers')
    .action(async (named: string[], { json }: { json?: boolean }) => {
      const answer = await context.withService(async (service) => {
        const id = await findAccount(service, named.join(' '));
        return ask<AccountMapAnswer>(service, ACCOUNT_MAP_QUERY, { id });
      });
      if (!answer.account) throw new CommandRefused('The account has just been removed.');
      terminal.out(
        json
          ? JSON.stringify(answer, null, 2)
          : accountLines(answer.account, answer.knowledgeGaps.nodes, terminal).join('\n'),
      );
    });
}
