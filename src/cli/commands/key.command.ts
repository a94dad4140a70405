import type { Command } from 'commander';
import { AccessReader } from '../../access/access.reader.js';
import { AccessService } from '../../access/access.service.js';
import { TenantTransaction } from '../../database/tenant-transaction.js';
import { Role, Scope } from '../../domain/rights.js';
import { CommandRefused, type CliContext, type CliService } from '../cli-context.js';
import { listKeys, type KeyListed } from '../keys.reader.js';
import { count, word, words } from '../options.js';
import type { Terminal } from '../terminal.js';
import { tableLines, type TableCell } from '../views/text-table.js';
import { dayInTable } from '../views/words.js';

interface NewKeyOptions {
  name: string;
  scopes: Scope[];
  user?: string;
  role?: Role;
  expires?: number;
  json?: boolean;
}

const DAY_MS = 86_400_000;

/** `strata key`: makes, lists and revokes API keys. */
export function registerKeys(program: Command, context: CliContext, terminal: Terminal): void {
  const keys = program.command('key').description('make, list and revoke API keys');
  registerCreate(keys, context, terminal);
  registerList(keys, context, terminal);
  registerRevoke(keys, context, terminal);
}

function registerCreate(keys: Command, context: CliContext, terminal: Terminal): void {
  const [scopes, role] = [words(Object.values(Scope)), word(Object.values(Role))];
  keys
    .command('create')
    .description('make a key; it is printed once and cannot be shown again')
    .option('--name <name>', 'what the key is for', 'command line')
    .option('--scopes <scopes>', 'read, write or admin, separated by commas', scopes, [Scope.ADMIN])
    .option('--user <email>', 'act for this one of our people, within their role')
    .option('--role <role>', 'give that person this role, and add them if they are new', role)
    .option('--expires <days>', 'stop working after so many days', count)
    .option('--json', 'print as JSON')
    .action(async (options: NewKeyOptions) => {
      const key = await context.withService((service) =>
        service.asOperator(() => createKey(service, options)),
      );
      terminal.out(options.json ? JSON.stringify({ key }, null, 2) : key);
      terminal.err('Keep it: it cannot be shown again. Send it as "Authorization: Bearer <key>".');
    });
}

function registerList(keys: Command, context: CliContext, terminal: Terminal): void {
  keys
    .command('list')
    .description('all keys, newest first, without their secrets')
    .option('--json', 'print as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const list = await context.withService(({ app, asOperator }) =>
        asOperator(() => listKeys(app.get(TenantTransaction))),
      );
      terminal.out(json ? JSON.stringify({ keys: list }, null, 2) : keyLines(list, terminal).join('\n'));
    });
}

function registerRevoke(keys: Command, context: CliContext, terminal: Terminal): void {
  keys
    .command('revoke <id>')
    .description('from now on this key opens nothing')
    .action(async (id: string) => {
      await context.withService(({ app, asOperator }) =>
        asOperator(() => revoke(app.get(AccessService), id)),
      );
      terminal.out('Revoked.');
    });
}

async function createKey({ app }: CliService, options: NewKeyOptions): Promise<string> {
  const { name, scopes, user, expires } = options;
  const userId = user === undefined ? null : await userIdOf({ app }, user, options.role);
  const now = Date.parse(app.get(TenantTransaction).now);
  const expiresAt = expires === undefined ? null : new Date(now + expires * DAY_MS).toISOString();
  return app.get(AccessService).createKey({ name, scopes, userId, expiresAt });
}

async function userIdOf(
  { app }: Pick<CliService, 'app'>,
  email: string,
  role: Role | undefined,
): Promise<string> {
  const known = (await app.get(AccessReader).findUsersByEmail([email.toLowerCase()])).get(
    email.toLowerCase(),
  );
  if (known && role === undefined) return known.id;
  if (role === undefined) {
    throw new CommandRefused(`Nobody of ours has the address ${email}: add --role to add them.`);
  }
  const name = known?.name ?? email;
  return (await app.get(AccessService).createUser({ email, name, role, function: known?.function })).id;
}

async function revoke(access: AccessService, id: string): Promise<void> {
  const isId = /^[0-9a-f-]{36}$/i.test(id);
  if (isId && (await access.revokeKey(id))) return;
  throw new CommandRefused(`There is no key ${id} that still works; "key list" shows them all.`);
}

function keyLines(keys: readonly KeyListed[], terminal: Terminal): string[] {
  if (keys.length === 0) return ['There are no keys yet: "key create" makes one.'];
  const columns = [
    { title: 'Id' },
    { title: 'Name', narrowest: 8 },
    { title: 'Scopes' },
    { title: 'Acts for', narrowest: 8 },
    { title: 'Made' },
    { title: 'State', narrowest: 8 },
  ];
  const cells = keys.map((key): TableCell[] => [
    key.id,
    key.name,
    key.scopes.join(','),
    key.userEmail ?? 'integration',
    dayInTable(key.createdAt),
    key.revokedAt
      ? { text: `revoked ${dayInTable(key.revokedAt)}`, paint: terminal.paint.dim }
      : untilWhen(key),
  ]);
  return tableLines(columns, cells, terminal);
}

function untilWhen({ expiresAt }: KeyListed): string {
  return expiresAt === null ? 'works' : `until ${dayInTable(expiresAt)}`;
}
