import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, isAbsolute } from 'node:path';
import { surveyBytes } from '../byte-survey.js';
import { decideEncoding } from '../encoding.js';
import { FileRefused } from '../file-refused.js';
import { textHead } from '../text-chunks.js';
import { isJsonList, isJsonObject, readJson, type JsonValue } from './json-text.js';

/** One file to load, in its place in the order. */
export interface PlannedFile {
  /** The object its records are of: `Account`. */
  readonly sobject: string;
  readonly path: string;
}

/** The order in which a folder's record trees are to be loaded, so that references point backwards. */
export interface LoadPlan {
  readonly path: string;
  /** Files that exist, in order. */
  readonly files: readonly PlannedFile[];
  /** Files the plan names that do not exist: to be reported, not a reason to stop. */
  readonly missing: readonly PlannedFile[];
}

/** Plans are small; anything larger is not one. */
const MAX_PLAN_BYTES = 1024 * 1024;

/** The plans of a folder, by file name: the JSON files that hold a list instead of a record tree. */
export async function findPlans(folder: string): Promise<LoadPlan[]> {
  const names = (await readdir(folder)).filter((name) => /plan[^/]*\.json$/i.test(name)).sort();
  return Promise.all(names.map((name) => readPlan(join(folder, name))));
}

/** Reads one plan. @throws FileRefused for bad JSON, another shape, or a file outside the plan's own folder. */
export async function readPlan(path: string): Promise<LoadPlan> {
  const survey = await surveyBytes(path);
  if (survey.bytes > MAX_PLAN_BYTES) throw new FileRefused('PLAN_BROKEN', { path });
  const { text } = await textHead(path, decideEncoding(survey).name, Number.POSITIVE_INFINITY);
  const files = planned(json(text, path), path);
  const there = await Promise.all(files.map((file) => isFile(file.path)));
  return {
    path,
    files: files.filter((_, index) => there[index]),
    missing: files.filter((_, index) => !there[index]),
  };
}

function json(text: string, path: string): JsonValue {
  try {
    return readJson(text);
  } catch (error) {
    if (error instanceof FileRefused) throw new FileRefused(error.code, { path, ...error.details });
    throw error;
  }
}

function planned(root: JsonValue, path: string): PlannedFile[] {
  if (!isJsonList(root)) throw new FileRefused('PLAN_BROKEN', { path });
  return root.flatMap((step) => {
    const sobject = isJsonObject(step) ? step.members.get('sobject') : undefined;
    const files = isJsonObject(step) ? step.members.get('files') : undefined;
    if (typeof sobject !== 'string' || !isJsonList(files)) throw new FileRefused('PLAN_BROKEN', { path });
    return files.map((file) => ({ sobject, path: insideFolder(fileName(file), path) }));
  });
}

/** A file is named directly or, in the longer form, as an object with a `file`. */
function fileName(file: JsonValue): string | undefined {
  const name = isJsonObject(file) ? file.members.get('file') : file;
  return typeof name === 'string' ? name : undefined;
}

/** A plan comes with somebody's export: it must not make us read files elsewhere on the machine. */
function insideFolder(name: string | undefined, plan: string): string {
  const folder = resolve(dirname(plan));
  const path = resolve(folder, name ?? '');
  const within = relative(folder, path);
  if (name === undefined || within === '' || within.startsWith('..') || isAbsolute(within)) {
    throw new FileRefused('PLAN_BROKEN', { path: plan, file: basename(name ?? '') });
  }
  return path;
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}
