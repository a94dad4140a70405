import type { UpsertStatus } from '../../../common/upsert.types.js';
import type { ImportWarning, RowCounts } from '../../import-report.types.js';
import { warningSentence, type WarningCode } from './warnings.js';

const MAX_EXAMPLES = 5;

interface Counted {
  code: WarningCode;
  message: string;
  count: number;
  examples: { line: number; value: string }[];
}

/** Counts what becomes of the rows of one file. */
export class FileTally {
  private readonly sums = { rows: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, used: 0, skipped: 0 };
  private readonly warned = new Map<string, Counted>();

  /** Counts a row that was written, or was known already. */
  count(status: `${UpsertStatus}`): void {
    this.sums.rows += 1;
    this.sums[STATUS_KEYS[status]] += 1;
  }

  /** Counts a row that is no record for us, with the reason. */
  skip(line: number, reason: string): void {
    this.sums.rows += 1;
    this.sums.skipped += 1;
    this.warn('SKIPPED', line, '', reason);
  }

  /** Counts a deal that tells what an account is worth. */
  use(): void {
    this.sums.rows += 1;
    this.sums.used += 1;
  }

  /** Notes something a person should look at. @param detail distinguishes warnings of the same code. */
  warn(code: WarningCode, line: number, value: string, detail = ''): void {
    const message = warningSentence(code, detail);
    const known = this.warned.get(message) ?? { code, message, count: 0, examples: [] };
    known.count += 1;
    if (known.examples.length < MAX_EXAMPLES) known.examples.push({ line, value });
    this.warned.set(message, known);
  }

  /** The counts so far. */
  get counts(): RowCounts {
    return { ...this.sums };
  }

  /** The warnings so far. */
  get warnings(): ImportWarning[] {
    return [...this.warned.values()];
  }
}

const STATUS_KEYS = {
  CREATED: 'created',
  UPDATED: 'updated',
  UNCHANGED: 'unchanged',
  REJECTED: 'rejected',
} as const;
