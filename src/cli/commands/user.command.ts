import type { Command } from 'commander';
import { AccessService } from '../../access/access.service.js';
import { Role } from '../../domain/rights.js';
import { OurFunction } from '../../domain/terms.js';
import { CommandRefused, type CliContext } from '../cli-context.js';
import { word } from '../options.js';
import type { Terminal } from '../terminal.js';

interface NewUserOptions {
  name?: string;
  role: Role;
  function?: OurFunction;
  json?: boolean;
}

/** `strata user`: our own people. */
export function registerUsers(program: Command, context: CliContext, terminal: Terminal): void {
  program
    .command('user')
    .description('add one of our own people, or change their name, role or function')
    .command('add <email>')
    .description('add somebody, or change who has this address')
    .option('--name <name>', 'full name; the address until one is given')
    .option(
      '--role <role>',
      'what they may do: ACCOUNT_MANAGER, SALES_LEADER or ADMIN',
      word(Object.values(Role)),
      Role.ACCOUNT_MANAGER,
    )
    .option('--function <function>', 'the function they meet customers in', word(Object.values(OurFunction)))
    .option('--json', 'print as JSON')
    .action(async (email: string, options: NewUserOptions) => {
      if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new CommandRefused(`"${email}" is not an e-mail address.`);
      const { name = email, role } = options;
      const user = await context.withService(({ app, asOperator }) =>
        asOperator(() =>
          app.get(AccessService).createUser({ email, name, role, function: options.function }),
        ),
      );
      const { id, function: inFunction } = user;
      const shown = { id, email: user.email, name: user.name, role: user.role, function: inFunction };
      terminal.out(
        options.json ? JSON.stringify({ user: shown }, null, 2) : `${user.name} <${user.email}> is ${role}.`,
      );
    });
}
