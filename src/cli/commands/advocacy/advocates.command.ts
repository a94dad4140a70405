import type { Command } from 'commander';
import { AdvocateStatus } from '../../../domain/advocacy/terms.js';
import { ask } from '../../ask.js';
import type { CliContext } from '../../cli-context.js';
import { findAccount } from '../../find-account.js';
import { count, words } from '../../options.js';
import type { Terminal } from '../../terminal.js';
import { advocateLines, ADVOCATES_QUERY, type AdvocatesAnswer } from '../../views/advocacy/advocates.view.js';

interface AdvocatesOptions {
  account?: string;
  status?: AdvocateStatus[];
  first: number;
  json?: boolean;
}

/** `strata advocates`: who speaks for us, and who of them may be asked. */
export function registerAdvocates(program: Command, context: CliContext, terminal: Terminal): void {
  program
    .command('advocates')
    .description('who speaks for us or could, who may be asked now, who not, and why')
    .option('--account <name-or-id>', 'only of this account')
    .option(
      '--status <statuses>',
      'only candidate, equipped, active or resting ones',
      words(Object.values(AdvocateStatus)),
    )
    .option('--first <count>', 'so many at most, up to 100', count, 25)
    .option('--json', 'print what GraphQL answers')
    .action(async ({ account: named, status, first, json }: AdvocatesOptions) => {
      const answer = await context.withService(async (service) => {
        const account = named === undefined ? undefined : { id: await findAccount(service, named) };
        return ask<AdvocatesAnswer>(service, ADVOCATES_QUERY, { first, account, status });
      });
      terminal.out(json ? JSON.stringify(answer, null, 2) : advocateLines(answer, terminal).join('\n'));
    });
}
