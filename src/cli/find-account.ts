import { ask } from './ask.js';
import { CommandRefused, type CliService } from './cli-context.js';

const SEARCH = `query FindAccount($search: String!) {
  accounts(first: 20, filter: { search: $search }) { totalCount nodes { id name } }
}`;

const BY_ID = 'query KnownAccount($id: ID!) { account(ref: { id: $id }) { id } }';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface Found {
  readonly accounts: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly id: string; readonly name: string }[];
  };
}

/** The id of the account a person means by its id, its name or part of it. Throws with the candidates when several fit. */
export async function findAccount(service: CliService, named: string): Promise<string> {
  if (UUID.test(named)) {
    const { account } = await ask<{ account: { id: string } | null }>(service, BY_ID, { id: named });
    if (account) return account.id;
  }
  const { nodes, totalCount } = (await ask<Found>(service, SEARCH, { search: named })).accounts;
  const exact = nodes.filter(({ name }) => name.toLowerCase() === named.toLowerCase());
  const candidates = exact.length > 0 ? exact : nodes;
  const [only, ...others] = candidates;
  if (!only) throw new CommandRefused(`No account is called "${named}", and none has that in its name.`);
  if (others.length === 0) return only.id;
  const list = candidates.map(({ id, name }) => `  ${id}  ${name}`).join('\n');
  const rest = totalCount > nodes.length ? `\n  and ${totalCount - nodes.length} more` : '';
  throw new CommandRefused(
    `Several accounts fit "${named}"; name one in full, or by its id:\n${list}${rest}`,
  );
}
