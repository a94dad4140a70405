import { readFile } from 'node:fs/promises';
import type { FieldSource } from './binding.js';
import { RECORD_KINDS, type RecordKind } from './fields.js';
import { readColumns } from './mapping-columns.js';
import { MappingRefused } from './mapping-refused.js';
import { asObject, asText, refuseUnknownKeys } from './mapping-json.js';

/** What a mapping says about some of the files. */
export interface MappingEntry {
  /** A file name, in any case; `*` stands for any characters. Null: every file of the object. */
  readonly file: string | null;
  /** The CRM's name of the object; its built-in mapping is the basis. Null: there is none. */
  readonly object: string | null;
  /** Null: as the built-in mapping of the object has it. */
  readonly kind: RecordKind | null;
  /** Whose ids these are, when not the whole mapping's. */
  readonly system: string | null;
  /** By field; null takes a built-in column away. */
  readonly columns: ReadonlyMap<string, FieldSource | null>;
}

/** Which columns mean what, as somebody wrote it down for one import. */
export interface Mapping {
  /** Whose ids the files carry: up to 50 characters. Null: the name of the CRM. */
  readonly system: string | null;
  readonly entries: readonly MappingEntry[];
}

/** No mapping: the built-in ones stand as they are. */
export const NO_MAPPING: Mapping = { system: null, entries: [] };

/** Reads a mapping file. @throws MappingRefused */
export async function readMappingFile(path: string): Promise<Mapping> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new MappingRefused('NOT_READABLE', { file: path });
  });
  return parseMapping(text);
}

/** Reads a mapping. @throws MappingRefused with the place in its details. */
export function parseMapping(text: string): Mapping {
  const root = asObject(json(text), 'the mapping');
  refuseUnknownKeys(root, ['system', 'files'], 'the mapping');
  if (!Array.isArray(root.files)) throw new MappingRefused('WRONG_SHAPE', { at: 'files' });
  return {
    system: root.system === undefined ? null : asText(root.system, 'system'),
    entries: root.files.map((entry: unknown, index) => entryOf(entry, `files[${index}]`)),
  };
}

function entryOf(value: unknown, at: string): MappingEntry {
  const entry = asObject(value, at);
  refuseUnknownKeys(entry, ['file', 'object', 'kind', 'system', 'columns'], at);
  const optional = (key: string): string | null =>
    entry[key] === undefined ? null : asText(entry[key], `${at}.${key}`);
  const file = optional('file');
  const object = optional('object');
  if (file === null && object === null) throw new MappingRefused('WRONG_SHAPE', { at: `${at}.file` });
  const kind = kindOf(optional('kind'), at);
  return {
    file,
    object,
    kind,
    system: optional('system'),
    columns: readColumns(entry.columns, `${at}.columns`),
  };
}

function kindOf(kind: string | null, at: string): RecordKind | null {
  if (kind === null) return null;
  const known = RECORD_KINDS.find((candidate) => candidate === kind);
  if (!known)
    throw new MappingRefused('UNKNOWN_KIND', { at: `${at}.kind`, value: kind, known: RECORD_KINDS });
  return known;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new MappingRefused('NOT_JSON', { reason: error instanceof Error ? error.message : '' });
  }
}
