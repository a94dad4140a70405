import { mkdir, rm } from 'node:fs/promises';
import { join, parse, resolve } from 'node:path';
import { CsvFileWriter } from './csv/csv-file-writer.js';
import { REPORT_COLUMNS } from './csv/header.js';
import type { RowFailure, Table } from './table.js';

/** What a run left behind for a person to mend. */
export interface FailedRowsSummary {
  /** Rows that failed. */
  readonly rows: number;
  /** `failed-rows.csv`, or null when nothing failed. */
  readonly path: string | null;
  /** What to import again once mended: that file, or the folder of one file per source. Null when nothing failed. */
  readonly importAgain: string | null;
}

/**
 * Collects the rows that an import rejected. `failed-rows.csv` lists each with file, line, column, value and reason.
 * From a single source the original columns follow, and the file can be mended and imported again. Several sources have
 * different columns, so their rows go to `failed-rows/<source>.csv` in that same form, and the list is an overview.
 *
 * Values in the report's own columns that a spreadsheet would run as a formula get an apostrophe in front; the original
 * cells stay exactly as they came, or importing them again would change them.
 */
export class FailedRowsReport {
  private readonly writers = new Map<string, CsvFileWriter>();
  private readonly pathOf = new Map<Table, string>();
  private readonly overview: string;
  private rows = 0;

  /**
   * @param folder where the report goes.
   * @param sources every table of the run, whether rows of it fail or not.
   */
  constructor(
    private readonly folder: string,
    private readonly sources: readonly Table[],
  ) {
    this.overview = join(folder, 'failed-rows.csv');
    const taken = new Set<string>();
    for (const table of sources) {
      const name = freeName(parse(table.sourceName).name, taken);
      this.pathOf.set(table, sources.length === 1 ? this.overview : join(folder, 'failed-rows', name));
    }
  }

  /** Adds a rejected row. @param original its cells as written, in the order of the table's columns. */
  async add(table: Table, failure: RowFailure, original: readonly string[]): Promise<void> {
    const path = this.pathOf.get(table);
    if (path === undefined) throw new Error('The table is none of the sources of this report.');
    const report = [
      table.sourceName,
      String(failure.line),
      failure.column ?? '',
      failure.value,
      failure.reason,
    ];
    const safe = report.map(withoutFormula);
    this.rows += 1;
    if (path !== this.overview) await (await this.writer(this.overview, [])).write(safe);
    await (await this.writer(path, table.columns)).write([...safe, ...original]);
  }

  /**
   * Completes the report. Reports of earlier runs over the same sources are removed, since they no longer hold, except
   * one that was itself imported: that file is its owner's.
   */
  async close(): Promise<FailedRowsSummary> {
    for (const writer of this.writers.values()) await writer.close();
    const inputs = new Set(this.sources.map((table) => resolve(table.path)));
    for (const path of [this.overview, ...this.pathOf.values()]) {
      if (!this.writers.has(path) && !inputs.has(resolve(path))) await rm(path, { force: true });
    }
    if (this.rows === 0) return { rows: 0, path: null, importAgain: null };
    const single = this.sources.length === 1;
    return {
      rows: this.rows,
      path: this.overview,
      importAgain: single ? this.overview : join(this.folder, 'failed-rows'),
    };
  }

  private async writer(path: string, columns: readonly string[]): Promise<CsvFileWriter> {
    const open = this.writers.get(path);
    if (open) return open;
    await mkdir(parse(path).dir || '.', { recursive: true });
    const writer = new CsvFileWriter(path);
    this.writers.set(path, writer);
    await writer.write([...REPORT_COLUMNS, ...columns]);
    return writer;
  }
}

/** Spreadsheets run what begins with one of these (OWASP, CSV injection). */
function withoutFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function freeName(stem: string, taken: Set<string>): string {
  let name = `${stem}.csv`;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${stem}-${number}.csv`;
  taken.add(name.toLowerCase());
  return name;
}
