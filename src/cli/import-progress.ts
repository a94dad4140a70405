import type { ImportProgress } from '../crm/import-report.types.js';
import { printable } from './terminal.js';

/** Where progress is shown. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Redrawing faster than this is unrest; a log line more often than that is noise (milliseconds). */
const REDRAW_MS = 100;
const LOG_MS = 5_000;
const BAR = 24;

/** Shows how far an import is: a bar on a terminal, a plain line every few seconds elsewhere. */
export class ImportProgressView {
  private shownAt = 0;
  private drawn = false;

  constructor(
    private readonly stream: ProgressStream,
    private readonly now: () => number = Date.now,
  ) {
    // A short import into a log needs no line at all.
    if (!stream.isTTY) this.shownAt = now();
  }

  /** Shows where the import is, unless the last time was just now. */
  show(progress: ImportProgress): void {
    const now = this.now();
    if (now - this.shownAt < (this.stream.isTTY ? REDRAW_MS : LOG_MS)) return;
    this.shownAt = now;
    if (!this.stream.isTTY) this.stream.write(`${inWords(progress)}\n`);
    else {
      this.drawn = true;
      this.stream.write(
        `\r\u001b[K${barOf(progress.share)} ${inWords(progress)}`.slice(0, (this.stream.columns ?? 80) + 3),
      );
    }
  }

  /** Takes the bar away. */
  clear(): void {
    if (this.drawn) this.stream.write('\r\u001b[K');
    this.drawn = false;
  }
}

function inWords({ file, rows, share, pass }: ImportProgress): string {
  const count = rows.toLocaleString('en-GB');
  const what = { ROWS: `${count} rows`, REFERENCES: 'references', JUDGING: `${count} accounts judged` }[pass];
  const where = file === null ? '' : `${printable(file)}: `;
  return `${Math.floor(share * 100)} %  ${where}${what}`;
}

function barOf(share: number): string {
  const full = Math.round(share * BAR);
  return `[${'#'.repeat(full)}${'-'.repeat(BAR - full)}]`;
}
