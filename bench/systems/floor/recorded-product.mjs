/**
 * The product from the single files that the compiler wrote, where its driver is the package's own: notes every statement
 * it sends, in the file RECORD_TO. Only what is sent counts here, not how fast.
 */
import { appendFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fromBuild, PROJECT_ROOT } from '../../database/product.mjs';

const pg = createRequire(join(PROJECT_ROOT, 'package.json'))('pg');
const { query } = pg.Client.prototype;

pg.Client.prototype.query = function noted(config, ...rest) {
  const text = typeof config === 'string' ? config : config?.text;
  if (typeof text === 'string') {
    const values = (typeof config === 'string' ? undefined : config.values) ?? [];
    appendFileSync(process.env.RECORD_TO, `${JSON.stringify({ text, values })}\n`);
  }
  return query.call(this, config, ...rest);
};

const { readSettings } = await fromBuild('config/settings.js');
const { appAddress } = await fromBuild('database/prepare.js');
const { createApp } = await fromBuild('app.setup.js');
const settings = readSettings(process.env);
const app = await createApp(settings, await appAddress(settings.DATABASE_URL));
await app.listen(settings.PORT, '127.0.0.1');
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
