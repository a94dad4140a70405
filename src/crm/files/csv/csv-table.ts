import { basename } from 'node:path';
import type { ByteSurvey } from '../byte-survey.js';
import type { FileEncoding } from '../encoding.js';
import { FileRefused } from '../file-refused.js';
import type { Table, TableOptions, TableRow } from '../table.js';
import { textChunks, textHead } from '../text-chunks.js';
import { announcedDelimiter, detectDelimiter, namedDelimiter } from './delimiter.js';
import { readHeader } from './header.js';
import { divideRecords } from './record-cells.js';
import { RecordFramer, type RawRecord } from './record-framer.js';
import { brokenRow, rowOf, type RowShape } from './row.js';

/** Characters looked at before the first row is given out. */
const HEAD_LENGTH = 256 * 1024;
const DEFAULT_MAX_ROWS = 5_000_000;

interface CsvShape extends RowShape {
  readonly delimiter: string;
  /** The line of the column names; rows come after it. */
  readonly headerLine: number;
  readonly sourceName: string;
}

/** Opens a delimited text file as a table. @throws FileRefused when its shape cannot be told. */
export async function readCsvTable(
  path: string,
  survey: ByteSurvey,
  encoding: FileEncoding,
  options: TableOptions,
): Promise<Table> {
  const shape = await readShape(path, encoding.name, options.delimiter);
  const maxRows = options.maxRows ?? DEFAULT_MAX_ROWS;
  return {
    path,
    sourceName: shape.sourceName,
    encoding,
    delimiter: shape.delimiter,
    columns: shape.columns,
    lines: survey.lines,
    rows: { [Symbol.asyncIterator]: () => readRows(path, encoding.name, shape, maxRows) },
  };
}

async function readShape(path: string, encoding: string, named: string | undefined): Promise<CsvShape> {
  const { text, whole } = await textHead(path, encoding, HEAD_LENGTH);
  const announced = announcedDelimiter(text);
  const body = announced === undefined ? text : text.replace(/^.*(?:\r\n|\r|\n|$)/, '');
  const told = named ?? announced;
  const delimiter = told === undefined ? detectDelimiter(body, whole) : namedDelimiter(told);
  const framer = new RecordFramer(delimiter);
  const records = [...framer.push(text), ...(whole ? framer.end() : [])].filter(isWritten);
  const [header, ...sample] = announced === undefined ? records : records.slice(1);
  if (header === undefined) throw new FileRefused(whole ? 'EMPTY' : 'HEADER_BROKEN', { line: 1 });
  if (header.fault) throw new FileRefused('HEADER_BROKEN', { line: header.line });
  const understood = readHeader(divideRecords([header.text], delimiter)[0] ?? []);
  const rows = sampleRows(sample, delimiter);
  const width = understood.columns.length + understood.skipped;
  return {
    ...understood,
    delimiter,
    headerLine: header.line,
    trailingDelimiter:
      rows.length > 0 && rows.every((cells) => cells.length === width + 1 && cells[width] === ''),
    sourceName: (understood.skipped > 0 && rows[0]?.[0]) || basename(path),
  };
}

function sampleRows(records: readonly RawRecord[], delimiter: string): string[][] {
  const sound = records.filter((record) => record.fault === undefined).map((record) => record.text);
  return divideRecords(sound, delimiter).filter((cells) => cells.some((cell) => cell !== ''));
}

async function* readRows(
  path: string,
  encoding: string,
  shape: CsvShape,
  maxRows: number,
): AsyncGenerator<TableRow> {
  let count = 0;
  for await (const records of recordBatches(path, encoding, shape.delimiter)) {
    const below = records.filter((record) => record.line > shape.headerLine && isWritten(record));
    for (const row of rowsOf(below, shape)) {
      count += 1;
      if (count > maxRows) throw new FileRefused('TOO_MANY_ROWS', { path, limit: maxRows });
      yield row;
    }
  }
}

async function* recordBatches(
  path: string,
  encoding: string,
  delimiter: string,
): AsyncGenerator<RawRecord[]> {
  const framer = new RecordFramer(delimiter);
  for await (const text of textChunks(path, encoding)) yield framer.push(text);
  yield framer.end();
}

/** A line of separators alone holds nothing; spreadsheets leave such lines behind. */
function* rowsOf(records: readonly RawRecord[], shape: CsvShape): Generator<TableRow> {
  const sound = records.filter((record) => record.fault === undefined);
  const divided = divideRecords(
    sound.map((record) => record.text),
    shape.delimiter,
  );
  let next = 0;
  for (const record of records) {
    if (record.fault) {
      yield brokenRow(record, record.fault);
      continue;
    }
    const cells = divided[next] ?? [];
    next += 1;
    if (cells.some((cell) => cell.trim() !== '')) yield rowOf(record, cells, shape);
  }
}

function isWritten(record: RawRecord): boolean {
  return record.text.trim() !== '';
}
