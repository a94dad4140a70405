import type { FailedRowsSummary } from './files/failed-rows.js';
import type { RecordKind } from './mapping/fields.js';

/** How many rows became what. `rows` is the sum of all others. */
export interface RowCounts {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  /** Deals that tell what an account is worth; they are kept in no record of their own. */
  used: number;
  /** Rows that are no records for us, such as deleted ones and deals that were not won. */
  skipped: number;
}

/** Something to look at, with how often it occurred and the first places. */
export interface ImportWarning {
  /** One of a closed list in warnings.ts. */
  readonly code: string;
  /** A sentence for a person. */
  readonly message: string;
  readonly count: number;
  /** At most five. */
  readonly examples: readonly { readonly line: number; readonly value: string }[];
}

/** Which columns of a file meant what. */
export interface ColumnReport {
  readonly mapped: readonly { readonly column: string; readonly field: string }[];
  readonly unmapped: readonly { readonly column: string; readonly reason: string | null }[];
  /** Never stored, because of what they tell about people. */
  readonly sensitive: readonly { readonly column: string; readonly kind: string }[];
  /** Columns that would have to be guessed. */
  readonly refused: readonly { readonly column: string; readonly field: string; readonly reason: string }[];
}

/** What became of one file. */
export interface FileReport {
  readonly file: string;
  readonly status: 'IMPORTED' | 'SKIPPED' | 'REFUSED';
  /** Why it was skipped or refused; null when imported. */
  readonly reason: string | null;
  /** The CRM's name of what is in it; null when not recognised. */
  readonly object: string | null;
  readonly kind: RecordKind | null;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly counts: RowCounts;
  readonly columns: ColumnReport | null;
  readonly warnings: readonly ImportWarning[];
}

/** Records of the same system that a full export no longer has. Nothing is done to them. */
export interface VanishedReport {
  readonly kind: 'accounts' | 'stakeholders';
  readonly system: string;
  readonly count: number;
  /** The first twenty. */
  readonly examples: readonly {
    readonly externalId: string;
    readonly name: string;
    readonly account: string | null;
  }[];
}

/** Of how many accounts we know nobody, by level, after the import. */
export interface CoverageReport {
  readonly accounts: number;
  readonly nobodyKnown: number;
  readonly nobodyInOperations: number;
  readonly nobodyInManagement: number;
}

/** What came of judging the accounts that the rows were about. */
export interface JudgingReport {
  /** How many were judged. */
  readonly judged: number;
  /** How many of the tenant's accounts still wait for it; a running service judges them within minutes. */
  readonly waiting: number;
  /** Why judging ended early; null when it did not. */
  readonly failure: string | null;
}

/** What came of an import. */
export interface ImportReport {
  readonly system: string;
  /** Nothing was written; the counts say what would have been. */
  readonly dryRun: boolean;
  readonly files: readonly FileReport[];
  readonly totals: RowCounts;
  readonly vanished: readonly VanishedReport[];
  readonly coverage: CoverageReport;
  readonly failedRows: FailedRowsSummary;
  /** Null for a dry run: what is undone is not judged. */
  readonly judging: JudgingReport | null;
  /**
   * Everything that was read came in and was judged: no row rejected, no file or column refused, no reference left open,
   * no failure of the judging.
   */
  readonly complete: boolean;
}

/** How far an import is, told after every batch. */
export interface ImportProgress {
  /** Null when all files are in and the accounts are judged. */
  readonly file: string | null;
  /** Rows of the file, or at the end accounts, dealt with so far. */
  readonly rows: number;
  /** Share of the file, or of the accounts, 0 to 1. */
  readonly share: number;
  /** What is done: the rows of a file, afterwards the references that pointed forwards, and at the end judging. */
  readonly pass: 'ROWS' | 'REFERENCES' | 'JUDGING';
}
