import { closeSync, openSync, readSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH_ROOT, CACHE } from '../../database/product.mjs';
import { startStrata } from '../strata.mjs';
import { externalOf, targetOf } from './scripts.mjs';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/** Statements that open something new at an account. They are rare, and sent again they would open it twice. */
const OPENING = /INSERT INTO flags\b/;

/** After so many writes of the same kind an account still in motion is taken for a fault. */
const ATTEMPTS = 8;

/**
 * Lets the product do each of these writes until it opens nothing new any more, and notes the statements of the last
 * time: what later writes cost too. Returns the file that the floor replays from.
 */
export async function recordWrites({ adminUrl, writes }) {
  const log = join(CACHE, 'statements.jsonl');
  writeFileSync(log, '');
  const strata = await startStrata({
    adminUrl,
    program: join(BENCH_ROOT, 'systems', 'floor', 'recorded-product.mjs'),
    env: { RECORD_TO: log, DATABASE_POOL_SIZE: '1' },
  });
  const scripts = [];
  try {
    for (const write of writes) scripts.push(await recordOne(strata, log, write));
  } finally {
    await strata.stop();
  }
  const file = join(CACHE, 'scripts.json');
  writeFileSync(file, JSON.stringify(scripts));
  return file;
}

async function recordOne(strata, log, write) {
  await send(strata, write());
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const [request, began, before] = [write(), Date.now(), statSync(log).size];
    const answer = await send(strata, request);
    const statements = statementsAfter(log, before);
    if (!statements.some(({ text }) => OPENING.test(text)))
      return scriptOf(request, statements, answer, began);
  }
  throw new Error(`After ${ATTEMPTS} writes of the same kind an account still opens something new.`);
}

function statementsAfter(log, position) {
  const piece = Buffer.alloc(statSync(log).size - position);
  const file = openSync(log, 'r');
  readSync(file, piece, 0, piece.length, position);
  closeSync(file);
  return piece.toString().trim().split('\n').map(JSON.parse);
}

async function send({ url }, { key, body }) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
  const text = await (await fetch(url, { method: 'POST', headers, body })).text();
  if (/"errors"|"error":\{/.test(text))
    throw new Error(`The product refused a write to be recorded: ${text}`);
  return text;
}

function scriptOf({ body }, statements, answer, began) {
  const { operationName, variables } = JSON.parse(body);
  // What comes before is the look-up of the key, which the floor does in its own way.
  const start = statements.findIndex(({ text }) => text.startsWith('BEGIN READ WRITE'));
  const steps = statements.slice(start);
  const open = (text) => withHoles(text, externalOf(variables), began);
  return {
    target: targetOf(operationName, variables),
    steps: JSON.parse(open(JSON.stringify(steps))),
    answer: open(answer),
  };
}

/** Ids that the product made during the write, and the id we gave it, become holes to be filled anew. */
function withHoles(text, external, began) {
  return text
    .replaceAll(UUID, (id) => (madeSince(id, began) ? `{{${id}}}` : id))
    .replaceAll(external, '{{external}}');
}

function madeSince(id, began) {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) >= began;
}
