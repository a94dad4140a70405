/** Loaded into the product before anything else (`--import`): notes every statement it sends, in the file RECORD_TO. */
import { appendFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const pg = createRequire(join(process.cwd(), 'package.json'))('pg');
const { query } = pg.Client.prototype;

pg.Client.prototype.query = function noted(config, ...rest) {
  const text = typeof config === 'string' ? config : config?.text;
  if (typeof text === 'string') {
    const values = (typeof config === 'string' ? undefined : config.values) ?? [];
    appendFileSync(process.env.RECORD_TO, `${JSON.stringify({ text, values })}\n`);
  }
  return query.call(this, config, ...rest);
};
