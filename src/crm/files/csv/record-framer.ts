import { FileRefused } from '../file-refused.js';

/** What can be wrong with the quotes or the size of one record. */
export type RecordFault = 'UNCLOSED_QUOTE' | 'STRAY_QUOTE' | 'CELL_TOO_LONG' | 'HALF_CHARACTER';

/** One record as it stands in the file, still text. */
export interface RawRecord {
  /** The 1-based line of the file on which the record begins. */
  readonly line: number;
  /** Without the line break that ends it. */
  readonly text: string;
  /** Set when the record cannot be divided into cells; `text` is then its first line alone. */
  readonly fault?: RecordFault;
}

/** Characters one cell may hold; a quote not closed within as many counts as never closed. */
export const MAX_CELL_LENGTH = 1024 * 1024;
/** Characters one record may hold; beyond it the file is refused, because it is no table. */
export const MAX_RECORD_LENGTH = 4 * 1024 * 1024;

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

interface Scan {
  readonly end: number;
  readonly fault?: RecordFault;
}

/**
 * Cuts text into records, in pieces of any size. It exists beside csv-parse because that counts a quoted CRLF as two
 * lines and, after an unclosed quote, swallows the rows behind it: here a broken record costs its first line only, and
 * reading goes on with the next. A quote opens a cell only as its first character; elsewhere it is text.
 */
export class RecordFramer {
  private pending = '';
  private line = 1;
  private readonly delimiter: number;

  /** @param delimiter one character. */
  constructor(delimiter: string) {
    this.delimiter = delimiter.charCodeAt(0);
  }

  /** The records that `text` completes. @throws FileRefused when a line has no end within reason. */
  push(text: string): RawRecord[] {
    return this.drain(text, false);
  }

  /** The records left when the text ends. */
  end(): RawRecord[] {
    return this.drain('', true);
  }

  private drain(text: string, last: boolean): RawRecord[] {
    const buffer = this.pending + text;
    const records: RawRecord[] = [];
    let start = 0;
    while (start < buffer.length) {
      const scan = scanRecord(buffer, start, this.delimiter, last);
      if (scan === undefined) break;
      const end = scan.fault ? lineEnd(buffer, start) : scan.end;
      // Without the character after the end, a carriage return may yet turn out to be half of CRLF.
      if (!last && end >= buffer.length - 1) break;
      const record = buffer.slice(start, end);
      records.push({ line: this.line, text: record, fault: scan.fault ?? halfCharacter(record) });
      this.line += countBreaks(record) + 1;
      start = afterBreak(buffer, end);
    }
    this.pending = buffer.slice(start);
    if (this.pending.length > MAX_RECORD_LENGTH) throw new FileRefused('LINE_TOO_LONG', { line: this.line });
    return records;
  }
}

/** Finds the end of the record at `start`; undefined when more text is needed to tell. */
function scanRecord(text: string, start: number, delimiter: number, last: boolean): Scan | undefined {
  let pos = start;
  let cellStart = start;
  for (; pos < text.length; pos += 1) {
    const code = text.charCodeAt(pos);
    if (code === QUOTE && pos === cellStart) {
      const close = closingQuote(text, pos + 1);
      if (close - pos > MAX_CELL_LENGTH || (last && close >= text.length))
        return { end: pos, fault: 'UNCLOSED_QUOTE' };
      if (close >= text.length - 1 && !last) return undefined;
      if (!endsCell(text.charCodeAt(close + 1), delimiter)) return { end: pos, fault: 'STRAY_QUOTE' };
      pos = close;
    } else if (code === LINE_FEED || code === CARRIAGE_RETURN) {
      return { end: pos, fault: tooLong(cellStart, pos) };
    } else if (code === delimiter) {
      if (tooLong(cellStart, pos)) return { end: pos, fault: 'CELL_TOO_LONG' };
      cellStart = pos + 1;
    }
  }
  return last ? { end: pos, fault: tooLong(cellStart, pos) } : undefined;
}

/** The quote that closes a cell, doubled ones passed over; the length of the text when there is none. */
function closingQuote(text: string, from: number): number {
  let pos = text.indexOf('"', from);
  while (pos >= 0 && text.charCodeAt(pos + 1) === QUOTE) pos = text.indexOf('"', pos + 2);
  return pos < 0 ? text.length : pos;
}

/** `code` is NaN at the end of the text. */
function endsCell(code: number, delimiter: number): boolean {
  return Number.isNaN(code) || code === delimiter || code === LINE_FEED || code === CARRIAGE_RETURN;
}

function tooLong(from: number, to: number): 'CELL_TOO_LONG' | undefined {
  return to - from > MAX_CELL_LENGTH ? 'CELL_TOO_LONG' : undefined;
}

/** Half of a surrogate pair: no database stores it, and decoding it would put a question mark in somebody's name. */
function halfCharacter(text: string): 'HALF_CHARACTER' | undefined {
  return /\p{Surrogate}/u.test(text) ? 'HALF_CHARACTER' : undefined;
}

function lineEnd(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  const to = feed < 0 ? text.length : feed;
  const carriage = text.slice(from, to).indexOf('\r');
  return carriage < 0 ? to : from + carriage;
}

function afterBreak(text: string, end: number): number {
  return text.charCodeAt(end) === CARRIAGE_RETURN && text.charCodeAt(end + 1) === LINE_FEED
    ? end + 2
    : end + 1;
}

function countBreaks(text: string): number {
  if (!text.includes('\n') && !text.includes('\r')) return 0;
  let breaks = 0;
  for (let pos = 0; pos < text.length; pos += 1) {
    const code = text.charCodeAt(pos);
    if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(pos + 1) !== LINE_FEED))
      breaks += 1;
  }
  return breaks;
}
