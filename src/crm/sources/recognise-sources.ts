import { TREE_COLUMNS } from '../files/json/record-tree.js';
import type { Table } from '../files/table.js';
import type { RecordKind } from '../mapping/fields.js';
import type { MappingEntry } from '../mapping/mapping-file.js';
import { MappingRefused } from '../mapping/mapping-refused.js';
import { hasColumnsOf, isOtherObject, objectCalled, objectOfFileName } from '../profiles/object-names.js';
import { plainHeader, type ObjectProfile } from '../profiles/profile.js';
import { folderOf, type CandidateFile } from './list-files.js';
import type { FoundFiles, Identity, ImportSource, SourceSearch } from './source.js';

/** What a file holds: by its plan or its records' own types, else by its name and columns, else by the mapping. */
export async function recogniseSources(
  file: CandidateFile,
  table: Table,
  search: SourceSearch,
): Promise<FoundFiles> {
  const types = table.columns.includes(TREE_COLUMNS.type) ? await typesOf(table) : [null];
  const parts = types.map((type) => recognise(file, table, type, search));
  return {
    sources: parts.flatMap((part) => part.sources),
    left: parts.some((part) => part.sources.length > 0) ? [] : parts.flatMap((part) => part.left).slice(0, 1),
  };
}

function recognise(file: CandidateFile, table: Table, type: string | null, search: SourceSearch): FoundFiles {
  const profile = profileOf(file, table, type, search);
  const entry = entryFor(table.sourceName, type ?? profile?.object ?? null, search);
  const base = profile ?? (entry?.object ? objectCalled(entry.object, search.profile) : null);
  const kind = entry?.kind ?? base?.kind;
  if (entry && !kind) throw new MappingRefused('UNKNOWN_OBJECT', { file: table.sourceName });
  if (!kind)
    return {
      sources: [],
      left: [{ path: file.path, status: 'SKIPPED', reason: whyNot(table, type, search) }],
    };
  return { sources: [sourceOf(file, table, type, search, { profile: base, entry, kind })], left: [] };
}

function sourceOf(
  file: CandidateFile,
  table: Table,
  type: string | null,
  search: SourceSearch,
  { profile, entry, kind }: { profile: ObjectProfile | null; entry: MappingEntry | null; kind: RecordKind },
): ImportSource {
  return {
    table,
    folder: folderOf(file.path),
    object: profile?.object ?? kind,
    kind,
    // A kind of its own makes the built-in columns of the object meaningless.
    profile: profile?.kind === kind ? profile : null,
    entry,
    system: entry?.system ?? search.mapping.system ?? search.system,
    identity: identityOf(file, table, profile, entry),
    rowType: type,
    partial: file.named && !search.full,
  };
}

function profileOf(
  file: CandidateFile,
  table: Table,
  type: string | null,
  search: SourceSearch,
): ObjectProfile | null {
  const called = type ?? file.planned;
  if (called !== null) return objectCalled(called, search.profile);
  const promised = objectOfFileName(table.sourceName, search.profile);
  return promised && hasColumnsOf(promised, table.columns) ? promised : null;
}

/** An entry that names the file comes before one that names its object. */
function entryFor(name: string, object: string | null, { mapping }: SourceSearch): MappingEntry | null {
  const byFile = mapping.entries.find(({ file }) => file !== null && matches(file, name));
  const byObject = mapping.entries.find(
    (entry) => entry.file === null && entry.object?.toLowerCase() === object?.toLowerCase(),
  );
  return byFile ?? byObject ?? null;
}

function matches(pattern: string, name: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'i').test(name);
}

function identityOf(
  { planned }: CandidateFile,
  { columns }: Table,
  profile: ObjectProfile | null,
  entry: MappingEntry | null,
): Identity {
  if (planned !== null) return 'PLAN';
  const names = new Set((profile?.columns.id?.columns ?? []).map(({ column }) => plainHeader(column)));
  names.delete(plainHeader(TREE_COLUMNS.referenceId));
  if (entry?.columns.get('id') || columns.some((column) => names.has(plainHeader(column)))) return 'IDS';
  return columns.includes(TREE_COLUMNS.referenceId) ? 'TREE' : 'NONE';
}

async function typesOf(table: Table): Promise<(string | null)[]> {
  const types = new Set<string>();
  for await (const row of table.rows) {
    const type = row.ok ? row.cells.get(TREE_COLUMNS.type) : undefined;
    if (type) types.add(type);
  }
  return types.size === 0 ? [null] : [...types];
}

function whyNot(table: Table, type: string | null, { profile }: SourceSearch): string {
  if (profile.objects.length === 0) return 'The mapping says nothing about this file.';
  if (type !== null || isOtherObject(table.sourceName, profile)) {
    return `${type ?? 'What it holds'} is not imported: only ${profile.objects.map(({ object }) => object).join(', ')} are.`;
  }
  return 'Neither its name nor its columns say which object it holds. Name it after the object (Account.csv), or describe it with --mapping.';
}
