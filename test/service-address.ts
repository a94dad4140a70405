import { appAddress } from '../src/database/prepare.js';

/** The address at which a service under test reaches its database: through the pooler, where the run has one. */
export async function serviceAddress(databaseUrl: string): Promise<string> {
  const url = new URL(await appAddress(databaseUrl));
  url.host = process.env.STRATA_TEST_POOLER ?? url.host;
  return url.href;
}
