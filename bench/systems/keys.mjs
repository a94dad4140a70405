import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from '../database/product.mjs';

/** Writes the tenants by hash of their key for a system that checks keys against a list. Returns the file. */
export function writeKeys(tenants) {
  const hashed = tenants.map(({ key, id }) => [createHash('sha256').update(key).digest('hex'), id]);
  const file = join(CACHE, 'keys.json');
  writeFileSync(file, JSON.stringify(Object.fromEntries(hashed)));
  return file;
}
