import { basename } from 'node:path';
import { IDENTITIES, type FoundFiles, type ImportSource, type LeftFile } from './source.js';

/**
 * One object in two formats in one folder is one set of records written down twice, under ids that do not know of each
 * other: the better identified files are taken, the others are left and can be imported on their own.
 */
export function chooseSources(sources: readonly ImportSource[]): FoundFiles {
  const left: LeftFile[] = [];
  const chosen = sources.filter((source) => {
    const rivals = sources.filter(
      (other) => other.folder === source.folder && other.object === source.object,
    );
    const best = IDENTITIES.find((identity) => rivals.some((rival) => rival.identity === identity));
    if (source.identity === best) return true;
    const taken = rivals.filter((rival) => rival.identity === best).map(({ table }) => basename(table.path));
    left.push({ path: source.table.path, status: 'SKIPPED', reason: reasonFor(source, taken) });
    return false;
  });
  return { sources: chosen, left };
}

function reasonFor({ object, table }: ImportSource, taken: readonly string[]): string {
  return `${object} is taken from ${taken.join(', ')}. If this file holds other records, import ${basename(table.path)} on its own.`;
}
