import { createReadStream } from 'node:fs';
import { Utf8Walk } from './utf8-walk.js';

/** What one pass over the bytes of a file shows; enough to name its encoding without decoding it. */
export interface ByteSurvey {
  /** The first bytes, at most 64 KiB. */
  readonly head: Buffer;
  /** Length of the file in bytes. */
  readonly bytes: number;
  /** Line feeds and lone carriage returns plus one, for 8-bit encodings; the size of the work ahead, not an exact count of rows. */
  readonly lines: number;
  /** How the whole file looks when read as UTF-8. */
  readonly utf8: Utf8Walk;
}

const HEAD_BYTES = 64 * 1024;
const CHUNK_BYTES = 256 * 1024;

/**
 * Reads a file once from end to end. The whole file, because a sample would call a file UTF-8 whose first accented
 * Windows-1252 name stands in the second megabyte.
 */
export async function surveyBytes(path: string): Promise<ByteSurvey> {
  const utf8 = new Utf8Walk();
  const head: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    const buffer = chunk as Buffer;
    if (bytes < HEAD_BYTES) head.push(buffer.subarray(0, HEAD_BYTES - bytes));
    bytes += buffer.length;
    utf8.walk(buffer);
  }
  utf8.finish();
  return { head: Buffer.concat(head), bytes, lines: utf8.lineBreaks + 1, utf8 };
}
