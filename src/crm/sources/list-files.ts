import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { FileRefused } from '../files/file-refused.js';
import { findPlans, type LoadPlan } from '../files/json/load-plan.js';
import { ImportRefused } from './import-refused.js';
import type { LeftFile } from './source.js';

/** A file that may hold rows. */
export interface CandidateFile {
  readonly path: string;
  /** What the folder's plan says it holds, or null. */
  readonly planned: string | null;
  /** Named by the caller, not found in a folder. */
  readonly named: boolean;
}

/** The files to look at, planned ones first and in their order. */
export interface ListedFiles {
  readonly files: readonly CandidateFile[];
  readonly left: readonly LeftFile[];
}

const ENDINGS = ['.csv', '.tsv', '.json'];
const PLAN_NAME = /plan[^/]*\.json$/i;

/** Lists what is at a path: the file itself, or the CSV and JSON files of a folder, not of its sub-folders. */
export async function listFiles(path: string): Promise<ListedFiles> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new ImportRefused('NO_SUCH_PATH', { path });
  if (!found.isDirectory()) return { files: [{ path: resolve(path), planned: null, named: true }], left: [] };
  const folder = resolve(path);
  const names = (await readdir(folder))
    .sort()
    .filter((name) => ENDINGS.includes(extname(name).toLowerCase()));
  const { plans, left } = await plansOf(folder);
  const planned = plans
    .flatMap(({ files }) => files)
    .map(({ path: file, sobject }) => ({ path: file, planned: sobject, named: false }));
  const taken = new Set([...planned.map((file) => file.path), ...left.map((file) => file.path)]);
  const others = names.filter((name) => !PLAN_NAME.test(name) && !taken.has(join(folder, name)));
  if (planned.length + others.length === 0) throw new ImportRefused('NO_FILES', { path });
  return {
    files: [
      ...planned,
      ...others
        .filter((name) => !isFailureList(name))
        .map((name) => ({ path: join(folder, name), planned: null, named: false })),
    ],
    left: [...left, ...others.filter(isFailureList).map((name) => failureList(join(folder, name)))],
  };
}

/** Where the files of a reference set lie. */
export function folderOf(path: string): string {
  return dirname(resolve(path));
}

async function plansOf(folder: string): Promise<{ plans: LoadPlan[]; left: LeftFile[] }> {
  try {
    const plans = await findPlans(folder);
    const missing = plans.flatMap((plan) => plan.missing);
    return {
      plans,
      left: missing.map(({ path, sobject }) => ({
        path,
        status: 'SKIPPED',
        reason: `The plan names this file of ${sobject}; it does not exist.`,
      })),
    };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const path = String(error.details.path ?? folder);
    return { plans: [], left: [{ path, status: 'REFUSED', reason: error.message }] };
  }
}

function isFailureList(name: string): boolean {
  return basename(name).toLowerCase() === 'failed-rows.csv';
}

function failureList(path: string): LeftFile {
  return {
    path,
    status: 'SKIPPED',
    reason: 'A list of rows that failed earlier: import it on its own once it is mended.',
  };
}
