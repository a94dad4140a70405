import { join, resolve } from 'node:path';
import { usableBinaries } from './embedded/binaries.js';
import { openCluster } from './embedded/cluster.js';
import { databaseUrl, ensureDatabase, Presence } from './embedded/connections.js';
import { openHome } from './embedded/home.js';
import { withLock } from './embedded/lock.js';
import { stopServer } from './embedded/postmaster.js';
import { findServer, launchServer } from './embedded/server.js';

/** Where the embedded server keeps its data, and what is said meanwhile. */
export interface EmbeddedPostgresOptions {
  /** The folder of `STRATA_DATA_DIR`; the server uses `postgres` inside it. Made when missing. */
  readonly dataDir: string;
  /** Takes one line for the person at the terminal; by default nothing is said. */
  readonly log?: (line: string) => void;
  /** PostgreSQL settings that overrule the usual ones when this call starts the server, such as `fsync: 'off'` in tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A running server, shared by all processes that use the same data. */
export interface EmbeddedPostgres {
  /** The address of the database `strata`, as superuser; valid until `stop`. */
  readonly url: string;
  /** Whether this call started the server; false when it was running already. */
  readonly owned: boolean;
  /** Gives the server up; the last process to do so ends it. Close the connection pool first. May be called twice. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a real PostgreSQL from the binaries among the packages, or joins the one that already serves these data (of a
 * second start, of the command line, or left behind by a killed process). Throws with a sentence for a person when
 * this machine cannot run it; DATABASE_URL is the way out then.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  const home = openHome(resolve(options.dataDir), log);
  const lock = join(home.folder, 'start.lock');
  return withLock(lock, async () => {
    const binaries = usableBinaries(home.folder, home.owner, log);
    const cluster = await openCluster(home, binaries, log);
    const running = await findServer(cluster, log);
    const launch = { binaries, owner: home.owner, settings: options.settings ?? {} };
    const server = running ?? (await launchServer(cluster, launch, log));
    const presence = await Presence.declare(cluster, server.port);
    await ensureDatabase(cluster, server.port);
    const leave = async (): Promise<void> => {
      if (await presence.end()) await stopServer(cluster.data);
    };
    let left: Promise<void> | undefined;
    const stop = (): Promise<void> => (left ??= withLock(lock, leave));
    return { url: databaseUrl(cluster, server.port), owned: running === undefined, stop };
  });
}
