import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { prepared } from './prepared.mjs';

/**
 * The statements that the product was seen to send for a write, by whom the write is about. They are sent again as they
 * were, one after the other, with new ids in place of those that the product made then.
 */
export class Scripts {
  #byTarget = new Map();

  /** @param {string | undefined} file JSON as `record.mjs` writes it; without it there is nothing to replay */
  constructor(file) {
    if (!file) return;
    for (const { target, steps, answer } of JSON.parse(readFileSync(file, 'utf8'))) {
      const holes = [];
      this.#byTarget.set(target, {
        steps: steps.map((step) => prepare(step, holes)),
        answer: prepare(answer, holes),
        holes,
      });
    }
  }

  /** Replays the write on a connection of `pool`. Returns the answer with the new ids. */
  async replay(pool, operation, variables) {
    const script = this.#byTarget.get(targetOf(operation, variables));
    if (!script) throw new Error('This write was not recorded.');
    const ids = script.holes.map((hole) => (hole === 'external' ? externalOf(variables) : newId()));
    const client = await pool.connect();
    try {
      for (const { text, values } of script.steps)
        await client.query(prepared({ text, values: values.map((value) => fill(value, ids)) }));
      return fill(script.answer, ids);
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }
}

/** Whom a write is about: the key under which it was recorded. */
export function targetOf(operation, variables) {
  return operation === 'RecordSatisfaction'
    ? `${operation} ${variables.answers[0].stakeholder.id}`
    : `${operation} ${variables.input.account.id}`;
}

/** The id in another system that makes this write a new one. */
export function externalOf(variables) {
  return (variables.answers?.[0] ?? variables.input).external.id;
}

/** Cuts a text at its holes (`{{name}}`), so that filling it is a join; every name has one place in `holes`. */
function prepare(part, holes) {
  if (typeof part === 'string') return prepareText(part, holes);
  if (Array.isArray(part)) return part.map((item) => prepare(item, holes));
  if (part === null || typeof part !== 'object') return part;
  return { text: part.text, values: part.values.map((value) => prepare(value, holes)) };
}

function prepareText(text, holes) {
  const pieces = text.split(/\{\{([\w-]+)\}\}/);
  if (pieces.length === 1) return text;
  const places = pieces.map((piece, index) => (index % 2 === 0 ? piece : placeOf(piece, holes)));
  return { pieces: places };
}

function placeOf(name, holes) {
  if (!holes.includes(name)) holes.push(name);
  return holes.indexOf(name);
}

function fill(value, ids) {
  if (Array.isArray(value)) return value.map((item) => fill(item, ids));
  if (value === null || typeof value !== 'object') return value;
  return value.pieces.map((piece, index) => (index % 2 === 0 ? piece : ids[piece])).join('');
}

/** UUIDv7, as the product makes them: later ids sort after earlier ones. */
function newId() {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
