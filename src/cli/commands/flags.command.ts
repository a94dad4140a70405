import { Option, type Command } from 'commander';
import { FlagStatus, RiskReasonCode } from '../../domain/judgement-terms.js';
import { ask } from '../ask.js';
import { CommandRefused, type CliContext, type CliService } from '../cli-context.js';
import { findAccount } from '../find-account.js';
import { count, words } from '../options.js';
import type { Terminal } from '../terminal.js';
import { FLAG_FIELDS, flagLines, FLAGGED_ACCOUNT, type AccountFlagAnswer } from '../views/flags.view.js';

interface FlagsOptions {
  owner?: string;
  code?: RiskReasonCode[];
  status?: FlagStatus[];
  account?: string;
  first: number;
  json?: boolean;
}

interface FlagPage {
  readonly totalCount: number;
  readonly nodes: readonly AccountFlagAnswer[];
}

const PAGE = `{ totalCount pageInfo { hasNextPage endCursor } nodes { ${FLAG_FIELDS} ${FLAGGED_ACCOUNT} } }`;

const OF_BASE = `query Flags($first: Int!, $status: [FlagStatus!], $codes: [RiskReasonCode!], $ownerEmail: String) {
  flags(first: $first, status: $status, codes: $codes, ownerEmail: $ownerEmail) ${PAGE}
}`;

const OF_ACCOUNT = `query FlagsOfAccount($id: ID!, $first: Int!, $status: [FlagStatus!]) {
  account(ref: { id: $id }) { flags(first: $first, status: $status) ${PAGE} }
}`;

/** `strata flags`: what is open, by account and reason. */
export function registerFlags(program: Command, context: CliContext, terminal: Terminal): void {
  program
    .command('flags')
    .description('findings with a life of their own: what is open, since when, and what was done about it')
    .option('--owner <email>', 'on accounts looked after by this one of our people')
    .option('--code <codes>', 'for these reasons, separated by commas', words(Object.values(RiskReasonCode)))
    .option(
      '--status <statuses>',
      'in these states; all but closed when left out',
      words(Object.values(FlagStatus)),
    )
    .addOption(new Option('--account <name-or-id>', 'of this account').conflicts(['owner', 'code']))
    .option('--first <count>', 'so many at most, up to 100', count, 25)
    .option('--json', 'print what GraphQL answers')
    .action(async (options: FlagsOptions) => {
      const { answer, page } = await context.withService((service) => askFlags(service, options));
      terminal.out(options.json ? JSON.stringify(answer, null, 2) : pageLines(page, terminal).join('\n'));
    });
}

async function askFlags(
  service: CliService,
  { account: named, owner: ownerEmail, code: codes, status, first }: FlagsOptions,
): Promise<{ answer: unknown; page: FlagPage }> {
  if (named === undefined) {
    const answer = await ask<{ flags: FlagPage }>(service, OF_BASE, { first, status, codes, ownerEmail });
    return { answer, page: answer.flags };
  }
  const id = await findAccount(service, named);
  const answer = await ask<{ account: { flags: FlagPage } | null }>(service, OF_ACCOUNT, {
    id,
    first,
    status,
  });
  if (!answer.account) throw new CommandRefused('The account has just been removed.');
  return { answer, page: answer.account.flags };
}

function pageLines({ totalCount, nodes }: FlagPage, terminal: Terminal): string[] {
  if (nodes.length === 0) return ['No flag answers this description.'];
  const more = totalCount - nodes.length;
  return [
    ...flagLines(nodes, terminal),
    ...(more > 0 ? ['', `${more} more; npm run strata -- flags --first 100 shows them.`] : []),
    '',
    'Take note, let rest, close: npm run strata -- flag --help',
  ];
}
