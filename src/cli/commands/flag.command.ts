import type { Command } from 'commander';
import { change } from '../ask.js';
import type { CliContext } from '../cli-context.js';
import { date } from '../options.js';
import type { Terminal } from '../terminal.js';
import { FLAG_FIELDS, flagLines, FLAGGED_ACCOUNT, type AccountFlagAnswer } from '../views/flags.view.js';

interface FlagOptions {
  until?: string;
  reason?: string;
  json?: boolean;
}

/** What can be done to a flag: its mutation, and the variables beside the id. */
interface FlagDeed {
  readonly field: string;
  readonly variables?: string;
  readonly given?: string;
}

const DEEDS = {
  ack: { field: 'acknowledgeFlag' },
  snooze: { field: 'snoozeFlag', variables: ', $until: Date!', given: ', until: $until' },
  close: { field: 'closeFlag', variables: ', $reason: String!', given: ', reason: $reason' },
  reopen: { field: 'reopenFlag', variables: ', $reason: String', given: ', reason: $reason' },
} satisfies Record<string, FlagDeed>;

/** `strata flag`: does something about one flag. */
export function registerFlag(program: Command, context: CliContext, terminal: Terminal): void {
  const flag = program
    .command('flag')
    .description('take note of a flag, let it rest, close it, open it again');
  const act = (deed: FlagDeed) => async (id: string, options: FlagOptions) => {
    const { until, reason, json } = options;
    const answer = await context.withService((service) =>
      change<Record<string, { flag: AccountFlagAnswer }>>(service, documentOf(deed), { id, until, reason }),
    );
    const done = answer[deed.field];
    const lines = done ? flagLines([done.flag], terminal) : [];
    terminal.out(json ? JSON.stringify(answer, null, 2) : lines.join('\n'));
  };
  const command = (name: string, description: string): Command =>
    flag
      .command(name)
      .argument('<id>', 'as "flags" shows it')
      .description(description)
      .option('--json', 'print what GraphQL answers');
  command('ack', 'somebody has taken note of it').action(act(DEEDS.ack));
  command('snooze', 'let it rest; it comes back by itself')
    .requiredOption('--until <date>', 'the day it comes back', date)
    .action(act(DEEDS.snooze));
  command('close', 'close it; it stays closed while nothing changes')
    .requiredOption('--reason <words>', 'why')
    .action(act(DEEDS.close));
  command('reopen', 'open a closed one again').option('--reason <words>', 'why').action(act(DEEDS.reopen));
}

function documentOf({ field, variables = '', given = '' }: FlagDeed): string {
  return `mutation Flag($id: ID!${variables}) { ${field}(id: $id${given}) { flag { ${FLAG_FIELDS} ${FLAGGED_ACCOUNT} } } }`;
}
