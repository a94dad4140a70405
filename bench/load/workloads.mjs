import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH_ROOT } from '../database/product.mjs';
import { PAGE } from './targets.mjs';

/** Ids of this run's writes begin with this, so that no run repeats what another one wrote. */
const RUN = `${Date.now().toString(36)}-`;
let written = 0;

const document = (name) => readFileSync(join(BENCH_ROOT, 'queries', `${name}.graphql`), 'utf8');
const external = () => ({ system: 'bench', id: `${RUN}${(written += 1)}` });
const aMinuteAgo = () => new Date(Date.now() - 60_000).toISOString();

/**
 * The workloads by name. `make` gives the requests of a workload for the targets of a database: a list that is gone
 * through again and again, where a request of a read is `{ tenant, variables }` and one of a write makes those anew.
 */
export const WORKLOADS = {
  Q1: read('AtRisk', 'at-risk', ({ lists }) => lists.map(firstPage)),
  Q2: read('AccountMap', 'account-map', ({ accounts }) =>
    accounts.map(({ tenant, id }) => ({ tenant, variables: { ref: { id } } })),
  ),
  Q3: read('AtRisk', 'at-risk', ({ farLists }) =>
    farLists.map(({ tenant, filter, after }) => ({ tenant, variables: { first: PAGE, filter, after } })),
  ),
  /** The first page of the lists whose far page is Q3. */
  Q3first: read('AtRisk', 'at-risk', ({ farLists }) => farLists.map(firstPage)),
  M1: write('RecordSatisfaction', 'record-satisfaction', ({ writes }) => writes.map(answerOf)),
  M2: write('LogInteraction', 'log-interaction', ({ writes }) => writes.map(contactOf)),
};

function read(operation, name, make) {
  return { operation, document: document(name), make, writes: false };
}

function write(operation, name, make) {
  return { operation, document: document(name), make, writes: true };
}

function firstPage({ tenant, filter }) {
  return { tenant, variables: { first: PAGE, filter } };
}

/** An answer to NPS by the first of the two people, another one each time. */
export function answerOf({ tenant, people }) {
  const one = () => ({
    external: external(),
    stakeholder: { id: people[0] },
    instrument: 'NPS',
    // Always the same, so that an account soon stands still and each write costs what the one before did.
    value: { number: 8 },
    answeredAt: aMinuteAgo(),
  });
  return { tenant, variables: () => ({ answers: [one()] }) };
}

function contactOf({ tenant, account, people }) {
  const stakeholders = people.map((id) => ({ id }));
  const one = () => ({
    external: external(),
    account: { id: account },
    stakeholders,
    channel: 'CALL',
    occurredAt: aMinuteAgo(),
  });
  return { tenant, variables: () => ({ input: { ...one(), notes: 'Asked how the last delivery went.' } }) };
}

/** The body of a request as every system takes it that speaks the product's schema. */
export function bodyOf({ operation, document: query }, { variables }) {
  const values = typeof variables === 'function' ? variables() : variables;
  return JSON.stringify({ operationName: operation, query, variables: values });
}
