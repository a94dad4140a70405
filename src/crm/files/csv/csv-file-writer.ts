import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { stringify, type Stringifier } from 'csv-stringify';

/**
 * Writes one CSV file, row by row: commas, CRLF, UTF-8 with a byte-order mark because spreadsheets take it for
 * something else without. The file appears under its name only when it is complete, so that a report may replace the
 * very file it was made from.
 */
export class CsvFileWriter {
  private readonly rows: Stringifier;
  private readonly written: Promise<void>;
  private failure: unknown;

  /** @param path where the finished file goes; until then it stands beside it as `.partial`. */
  constructor(private readonly path: string) {
    // A lone line feed inside a cell is not the row separator, so csv-stringify would leave it unquoted.
    this.rows = stringify({ bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ });
    this.written = pipeline(this.rows, createWriteStream(`${path}.partial`));
    this.written.catch((error: unknown) => (this.failure = error));
  }

  /** Adds a row; resolves when there is room for the next. */
  async write(cells: readonly string[]): Promise<void> {
    if (this.failure !== undefined) return this.written;
    if (!this.rows.write(cells)) await Promise.race([once(this.rows, 'drain'), this.written]);
  }

  /** Completes the file and gives it its name. */
  async close(): Promise<void> {
    this.rows.end();
    await this.written;
    await rename(`${this.path}.partial`, this.path);
  }
}
