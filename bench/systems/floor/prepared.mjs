import { createHash } from 'node:crypto';

const names = new Map();

/** The statement under a name, so that PostgreSQL plans it once for each connection, as it does for the product. */
export function prepared({ text, values = [] }) {
  if (values.length === 0) return { text };
  let name = names.get(text);
  if (!name) names.set(text, (name = createHash('sha1').update(text).digest('hex')));
  return { name, text, values };
}
