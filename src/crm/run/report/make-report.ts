import { basename } from 'node:path';
import type { FailedRowsSummary } from '../../files/failed-rows.js';
import type {
  CoverageReport,
  FileReport,
  ImportReport,
  JudgingReport,
  RowCounts,
  VanishedReport,
} from '../../import-report.types.js';
import type { LeftFile } from '../../sources/source.js';
import type { PreparedSource } from '../ready-sources.js';
import type { ReadySource } from '../import-run.js';

/** What came of a source: prepared, and perhaps given up while it was read. */
export interface FinishedSource extends PreparedSource {
  /** Why reading it ended early; null when it did not. */
  readonly broken: string | null;
}

/** What the report is made of. */
export interface Findings {
  readonly system: string;
  readonly dryRun: boolean;
  readonly finished: readonly FinishedSource[];
  readonly left: readonly LeftFile[];
  readonly vanished: readonly VanishedReport[];
  readonly coverage: CoverageReport;
  readonly failedRows: FailedRowsSummary;
  /** Null for a dry run. */
  readonly judging: JudgingReport | null;
}

const NO_ROWS: RowCounts = {
  rows: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  used: 0,
  skipped: 0,
};

/** Puts together what is told about an import. */
export function makeReport(findings: Findings): ImportReport {
  const told = [...findings.finished].sort((a, b) => Number(isDeals(a)) - Number(isDeals(b)));
  const files = [...told.map(fileReport), ...findings.left.map(leftReport)];
  const totals = files.reduce((sum, { counts }) => added(sum, counts), NO_ROWS);
  const { system, dryRun, vanished, coverage, failedRows, judging } = findings;
  const refused = files.some(
    ({ status, columns }) => status === 'REFUSED' || (columns?.refused.length ?? 0) > 0,
  );
  return {
    system,
    dryRun,
    files,
    totals,
    vanished,
    coverage,
    failedRows,
    judging,
    complete: !refused && failedRows.rows === 0 && (judging?.failure ?? null) === null,
  };
}

/**
 * Trees of sample records hold cases without dates, and nobody can mend that: they are left out like any other object
 * that is not imported. An export could be made again with its dates, so it is refused.
 */
function cannotHold({ source, plan }: ReadySource): boolean {
  const isTree = source.table.delimiter === null;
  return isTree && source.kind === 'problems' && source.entry === null && plan.missing.length > 0;
}

/** Deals are read first and matter least. */
function isDeals({ ready }: FinishedSource): boolean {
  return ready.source.kind === 'deals';
}

function fileReport({ ready, refused, refusedColumns, broken }: FinishedSource): FileReport {
  const { source, plan, tally } = ready;
  const reason = refused ?? broken;
  return {
    file: source.table.sourceName,
    status: reason === null ? 'IMPORTED' : cannotHold(ready) ? 'SKIPPED' : 'REFUSED',
    reason,
    object: source.object,
    kind: source.kind,
    encoding: source.table.encoding.name,
    delimiter: source.table.delimiter,
    counts: tally.counts,
    columns: {
      mapped: plan.bindings.flatMap(({ field, columns }) => columns.map(({ column }) => ({ column, field }))),
      unmapped: plan.unmapped,
      sensitive: plan.sensitive,
      refused: refusedColumns,
    },
    warnings: tally.warnings,
  };
}

function leftReport({ path, status, reason }: LeftFile): FileReport {
  const nothing = { object: null, kind: null, encoding: null, delimiter: null, columns: null, warnings: [] };
  return { file: basename(path), status, reason, counts: NO_ROWS, ...nothing };
}

function added(a: RowCounts, b: RowCounts): RowCounts {
  return {
    rows: a.rows + b.rows,
    created: a.created + b.created,
    updated: a.updated + b.updated,
    unchanged: a.unchanged + b.unchanged,
    rejected: a.rejected + b.rejected,
    used: a.used + b.used,
    skipped: a.skipped + b.skipped,
  };
}
