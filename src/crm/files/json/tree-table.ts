import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { ByteSurvey } from '../byte-survey.js';
import type { FileEncoding } from '../encoding.js';
import { FileRefused } from '../file-refused.js';
import { faultSentence } from '../row-fault.js';
import type { Table, TableRow } from '../table.js';
import { textHead } from '../text-chunks.js';
import { readJson } from './json-text.js';
import { treeRecords, type TreeRecord } from './record-tree.js';

/** Bytes a record tree may have; it is held in memory as a whole. The CRM itself exports at most 2,000 records each. */
const MAX_TREE_BYTES = 50 * 1024 * 1024;

/**
 * Opens a JSON record tree as a table: one row per record, children after their parent, the line that of the record's
 * brace. @throws FileRefused for too large a file, for bad JSON (with line and column), and for JSON of another shape.
 */
export async function readTreeTable(
  path: string,
  survey: ByteSurvey,
  encoding: FileEncoding,
): Promise<Table> {
  if (survey.bytes > MAX_TREE_BYTES) {
    throw new FileRefused('JSON_TOO_LARGE', { bytes: survey.bytes, limit: MAX_TREE_BYTES });
  }
  const { text } = await textHead(path, encoding.name, Number.POSITIVE_INFINITY);
  const records = treeRecords(readJson(text));
  const columns = [...new Set(records.flatMap((record) => [...(record.cells?.keys() ?? [])]))];
  const rows = records.map((record) => rowOf(record, columns));
  return {
    path,
    sourceName: basename(path),
    encoding,
    delimiter: null,
    columns,
    lines: survey.lines,
    rows: { [Symbol.asyncIterator]: () => Readable.from(rows)[Symbol.asyncIterator]() },
  };
}

function rowOf({ line, cells, text }: TreeRecord, columns: readonly string[]): TableRow {
  if (cells === null) {
    const reason = faultSentence('NOT_A_RECORD');
    return { ok: false, line, column: null, value: text, reason, fault: 'NOT_A_RECORD', original: [text] };
  }
  const original = columns.map((name) => cells.get(name) ?? '');
  for (const [column, value] of cells) {
    const fault = unstorable(value);
    if (fault) return { ok: false, line, column, value, reason: faultSentence(fault), fault, original };
  }
  return {
    ok: true,
    line,
    cells: new Map([...cells].map(([name, value]) => [name, value.trim()])),
    original,
  };
}

function unstorable(value: string): 'NUL_CHARACTER' | 'HALF_CHARACTER' | undefined {
  if (value.includes('\0')) return 'NUL_CHARACTER';
  return /\p{Surrogate}/u.test(value) ? 'HALF_CHARACTER' : undefined;
}
