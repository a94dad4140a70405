import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { canReach, serverOwner, WAY_OUT, type ServerOwner } from './owner.js';

/** Where everything of one embedded server lives, and who it runs as. */
export interface ServerHome {
  readonly folder: string;
  readonly owner: ServerOwner;
}

/**
 * Opens `<dataDir>/postgres`, or makes it. When root starts the server for a user who may not enter `dataDir` (a
 * checkout in root's own home), the real folder is made where he may, and `<dataDir>/postgres` becomes a link to it.
 */
export function openHome(dataDir: string, log: (line: string) => void): ServerHome {
  makeReachable(dataDir);
  const entry = join(dataDir, 'postgres');
  if (lstatSync(entry, { throwIfNoEntry: false })) return openExisting(entry);
  const owner = serverOwner(undefined);
  const parent = realpathSync(dataDir);
  if (canReach(parent, owner)) return { folder: makeOwned(join(parent, 'postgres'), owner), owner };
  const folder = makeElsewhere(owner);
  symlinkSync(folder, entry);
  log(
    `The user '${owner.name}' may not enter ${dataDir}, so the database is kept in ${folder} (linked from there)`,
  );
  return { folder, owner };
}

function openExisting(entry: string): ServerHome {
  if (!existsSync(entry))
    throw new Error(`${entry} points to a folder that is gone; remove the link to begin anew.`);
  const folder = realpathSync(entry);
  const owner = serverOwner(folder);
  const holder = lstatSync(folder).uid;
  if (holder !== owner.uid) {
    throw new Error(
      `${folder} belongs to user ${holder}, and ${owner.name} may not use it. ` +
        `Start as that user, or choose another folder with STRATA_DATA_DIR.`,
    );
  }
  if (canReach(folder, owner)) return { folder, owner };
  throw new Error(
    `The user '${owner.name}' may not enter ${folder}. Open the folders above it to him. ${WAY_OUT}`,
  );
}

/** A strict umask must not close a folder of ours to the user whom the server runs as. */
function makeReachable(folder: string): void {
  if (existsSync(folder)) return;
  makeReachable(dirname(folder));
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
}

function makeOwned(folder: string, owner: ServerOwner): string {
  mkdirSync(folder, { recursive: true });
  return handOver(folder, owner);
}

function handOver(folder: string, owner: ServerOwner): string {
  chmodSync(folder, 0o700);
  if (process.getuid?.() === 0) chownSync(folder, owner.uid, owner.gid);
  return folder;
}

/** /var/lib first: unlike the temporary folders it survives a restart of the machine. */
function makeElsewhere(owner: ServerOwner): string {
  for (const parent of ['/var/lib', '/var/tmp', tmpdir()]) {
    try {
      if (canReach(parent, owner)) return handOver(mkdtempSync(join(parent, 'strata-')), owner);
    } catch {
      // Missing or read-only: the next one may do.
    }
  }
  throw new Error(
    `There is no folder that the user '${owner.name}' may enter to keep the database in. ${WAY_OUT}`,
  );
}
