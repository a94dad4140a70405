import { Command } from 'commander';
import type { CliContext } from './cli-context.js';
import { registerAccount } from './commands/account.command.js';
import { registerAtRisk } from './commands/at-risk.command.js';
import { registerBase } from './commands/base.command.js';
import { registerFlag } from './commands/flag.command.js';
import { registerFlags } from './commands/flags.command.js';
import { registerGaps } from './commands/gaps.command.js';
import { registerImport } from './commands/import.command.js';
import { registerKeys } from './commands/key.command.js';
import { registerSchema } from './commands/schema.command.js';
import { registerUsers } from './commands/user.command.js';
import { registerAdvocates } from './commands/advocacy/advocates.command.js';
import { registerBenchmark } from './commands/advocacy/benchmark.command.js';
import { registerCycle } from './commands/advocacy/cycle.command.js';
import { registerLoyalty } from './commands/loyalty/evidence.command.js';
import { registerBacktest } from './commands/loyalty/backtest.command.js';
import { registerCalibration } from './commands/loyalty/calibration.command.js';
import { registerChecklist } from './commands/loyalty/checklist.command.js';
import { registerLeadership } from './commands/loyalty/leadership.command.js';
import { registerEconomics } from './commands/loyalty/economics.command.js';
import { registerDue } from './commands/relationship/due.command.js';
import { registerExpectations } from './commands/relationship/expectations.command.js';
import { registerInternal } from './commands/relationship/internal.command.js';
import { registerPlan } from './commands/relationship/plan.command.js';
import type { Terminal } from './terminal.js';

const EXAMPLES = `
Examples:
  npm run strata -- import salesforce ./export --dry-run
  npm run strata -- at-risk --renewal-before 2027-03-31
  npm run strata -- account "Northmere Shipping"
  npm run strata -- base --by segment
  npm run strata -- gaps
  npm run strata -- flags --owner ines.albrecht@supplier.example
  npm run strata -- flag snooze <id> --until 2027-01-15
  npm run strata -- at-risk --json
  npm run strata -- key create --name reporting --scopes read

The commands work on the settings of the service (.env.example), whether it is running or not.
They end with 0: done; 1: it could not be done; 2: not understood, or rows of an import failed.`;

/** All commands. Usage errors are thrown as `CommanderError`, after they have been printed. */
export function buildProgram(context: CliContext, terminal: Terminal): Command {
  const program = new Command('strata')
    .description(
      'Account relationships by organisational level: who decides, who was heard, which accounts are at risk.',
    )
    .option('--tenant <id>', 'whose data, where there are several tenants')
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('(--help shows what there is)')
    .helpCommand(false)
    .exitOverride();
  program.configureOutput({
    writeOut: (text) => terminal.out(text.trimEnd()),
    writeErr: (text) => terminal.err(text.trimEnd()),
    getOutHelpWidth: () => terminal.width,
    getErrHelpWidth: () => terminal.width,
  });
  const registrations = [
    registerImport,
    registerAtRisk,
    registerAccount,
    registerBase,
    registerGaps,
    registerFlags,
    registerFlag,
    registerCycle,
    registerAdvocates,
    registerBenchmark,
    registerEconomics,
    registerChecklist,
    registerBacktest,
    registerCalibration,
    registerLeadership,
    registerLoyalty,
    registerPlan,
    registerExpectations,
    registerDue,
    registerInternal,
    registerKeys,
    registerUsers,
    registerSchema,
  ];
  for (const register of registrations) register(program, context, terminal);
  inheritSettings(program);
  return program;
}

/** Commander hands these to commands that are made afterwards only; ours are made by others. */
function inheritSettings(parent: Command): void {
  for (const command of parent.commands) {
    command.copyInheritedSettings(parent);
    inheritSettings(command);
  }
}
