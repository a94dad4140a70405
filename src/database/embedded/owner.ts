import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';

/** The operating system's user that the database server runs as. */
export interface ServerOwner {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * Who the server runs as. PostgreSQL refuses to run as root, so root hands it to the owner of the data that exist,
 * else to `postgres`, else to `nobody`; everybody else runs it themselves. Throws when there is no such user.
 */
export function serverOwner(existingData: string | undefined): ServerOwner {
  if (process.platform === 'win32')
    throw new Error(`The embedded database does not run on Windows. ${WAY_OUT}`);
  if (process.getuid?.() !== 0) return ownUser();
  const users = readUsers();
  const dataUid = existingData === undefined ? 0 : statSync(existingData).uid;
  const owner =
    users.find((user) => user.uid === dataUid && dataUid !== 0) ??
    users.find((user) => user.name === 'postgres') ??
    users.find((user) => user.name === 'nobody');
  if (owner) return owner;
  throw new Error(
    `PostgreSQL refuses to run as root, and this machine has neither a user 'postgres' nor 'nobody'. ${WAY_OUT}`,
  );
}

/** What a person can do when the embedded database cannot run here. */
export const WAY_OUT =
  'Set DATABASE_URL to a PostgreSQL server, or run as an ordinary user on Linux or macOS.';

function ownUser(): ServerOwner {
  try {
    const { username, uid, gid } = userInfo();
    return { name: username, uid, gid };
  } catch {
    throw new Error(`User ${process.getuid?.()} has no name here, and PostgreSQL insists on one. ${WAY_OUT}`);
  }
}

function readUsers(): ServerOwner[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

/** How to start a process as the owner: nothing to add unless we are root. */
export function runAs(owner: ServerOwner): { uid?: number; gid?: number } {
  return process.getuid?.() === 0 ? { uid: owner.uid, gid: owner.gid } : {};
}

/** Whether the owner may pass through this folder and every one above it. */
export function canReach(folder: string, owner: ServerOwner): boolean {
  const { mode, uid, gid } = statSync(folder);
  const bit = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  return dirname(folder) === folder || canReach(dirname(folder), owner);
}
