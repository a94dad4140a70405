import type { Settings } from './config/settings.js';
import { startEmbeddedPostgres } from './database/embedded-postgres.js';

/** A database that answers, in whatever state its schema is. */
export interface ReachedDatabase {
  /** Its address as the administrating login, who migrates and makes tenants. */
  readonly adminUrl: string;
  /** Ends the embedded server if nobody else uses it. Close the connections first. */
  readonly close: () => Promise<void>;
}

/**
 * The database of these settings; the embedded one is started. This file loads next to nothing, so that the database
 * starts while the rest of the service is still being loaded. `log` takes lines for a person.
 */
export async function reachDatabase(
  settings: Settings,
  log: (line: string) => void,
): Promise<ReachedDatabase> {
  const { DATABASE_URL: adminUrl, STRATA_DATA_DIR: dataDir } = settings;
  if (adminUrl !== undefined) return { adminUrl, close: () => Promise.resolve() };
  const { url, stop } = await startEmbeddedPostgres({ dataDir, log });
  return { adminUrl: url, close: stop };
}
