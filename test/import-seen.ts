import type { ImportHarness } from './import-harness.js';

/** An account as the import tests look at it. */
export interface AccountSeen {
  name: string;
  segment: string | null;
  annualValue: { amount: string; currency: string } | null;
  owner: { email: string } | null;
  parent: { name: string } | null;
  externalIds: { system: string; id: string }[];
  stakeholders: { nodes: StakeholderSeen[] };
  interactions: {
    nodes: {
      channel: string;
      occurredAt: string;
      notes: string | null;
      stakeholders: { fullName: string }[];
    }[];
  };
}

/** A stakeholder as the import tests look at it. */
export interface StakeholderSeen {
  fullName: string;
  email: string | null;
  level: string;
  levelBasis: string | null;
  reportsTo: { fullName: string } | null;
}

const ACCOUNTS = `{ accounts(first: 20) { nodes { name segment annualValue { amount currency } owner { email } parent { name }
  externalIds { system id }
  stakeholders(first: 20) { nodes { fullName email level levelBasis reportsTo { fullName } } }
  interactions(first: 20) { nodes { channel occurredAt notes stakeholders { fullName } } } } } }`;

/** The accounts of the tenant with their people and contacts, by name. */
export async function accountsIn(harness: ImportHarness): Promise<Map<string, AccountSeen>> {
  const { accounts } = await harness.get<{ accounts: { nodes: AccountSeen[] } }>(ACCOUNTS);
  return new Map(accounts.nodes.map((account) => [account.name, account]));
}
