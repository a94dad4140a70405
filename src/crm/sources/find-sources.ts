import { FileRefused } from '../files/file-refused.js';
import { readTable } from '../files/read-table.js';
import type { Mapping } from '../mapping/mapping-file.js';
import { MappingRefused } from '../mapping/mapping-refused.js';
import { chooseSources } from './choose-sources.js';
import { ImportRefused } from './import-refused.js';
import { listFiles, type CandidateFile } from './list-files.js';
import { recogniseSources } from './recognise-sources.js';
import type { FoundFiles, ImportSource, LeftFile, SourceSearch } from './source.js';

/**
 * Finds out what can be imported: opens every file, recognises its object, and takes each object of a folder from one
 * kind of file. @throws ImportRefused, MappingRefused
 */
export async function findSources(search: SourceSearch): Promise<FoundFiles> {
  if (search.profile.objects.length === 0 && search.mapping.entries.length === 0) {
    throw new ImportRefused('MAPPING_NEEDED');
  }
  const listed = await Promise.all(search.paths.map(listFiles));
  const files = listed.flatMap((list) => list.files);
  const distinct = files.filter(({ path }, index) => files.findIndex((file) => file.path === path) === index);
  const sources: ImportSource[] = [];
  const left: LeftFile[] = listed.flatMap((list) => list.left);
  for (const file of distinct) {
    const found = await open(file, search);
    sources.push(...found.sources);
    left.push(...found.left);
  }
  refuseUnusedEntries(search.mapping, sources);
  const chosen = chooseSources(sources);
  return { sources: chosen.sources, left: [...left, ...chosen.left] };
}

async function open(file: CandidateFile, search: SourceSearch): Promise<FoundFiles> {
  try {
    const table = await readTable(file.path, search.table);
    return await recogniseSources(file, table, search);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return { sources: [], left: [{ path: file.path, status: 'REFUSED', reason: refusalOf(error) }] };
  }
}

function refusalOf({ message, details }: FileRefused): string {
  const rest = Object.entries(details).filter(([key]) => key !== 'path');
  const figures = rest.map(
    ([key, value]) => `${key} ${Array.isArray(value) ? value.join(', ') : String(value)}`,
  );
  return figures.length === 0 ? message : `${message} (${figures.join('; ')})`;
}

/** A misspelt file name would silently leave the file to its built-in mapping. */
function refuseUnusedEntries(mapping: Mapping, sources: readonly ImportSource[]): void {
  const unused = mapping.entries.find((entry) => !sources.some((source) => source.entry === entry));
  if (!unused) return;
  throw new MappingRefused('NO_SUCH_FILE', { file: unused.file ?? unused.object ?? '' });
}
