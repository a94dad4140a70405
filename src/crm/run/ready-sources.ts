import { scanColumns } from '../files/column-scan.js';
import { FileRefused } from '../files/file-refused.js';
import { planColumns } from '../mapping/column-plan.js';
import type { ColumnPlan } from '../mapping/column-plan.js';
import { requiredFields } from '../mapping/fields.js';
import type { CrmProfile } from '../profiles/profile.js';
import { judgeColumn, needsScan, type ColumnFacts, type ToldFacts } from '../rows/column-facts.js';
import { RowReader } from '../rows/row-reader.js';
import { RecordIds } from '../sources/record-ids.js';
import type { ReferenceBook } from '../sources/reference-book.js';
import type { ImportSource } from '../sources/source.js';
import { FileTally } from './report/file-tally.js';
import type { ReadySource } from './import-run.js';

/** A column that would have to be guessed. */
export interface RefusedColumn {
  readonly column: string;
  readonly field: string;
  readonly reason: string;
}

/** A source, ready or refused, with what is to be told about its columns. */
export interface PreparedSource {
  readonly ready: ReadySource;
  readonly refusedColumns: readonly RefusedColumn[];
  /** Why nothing of it can be imported; null when it can. */
  readonly refused: string | null;
}

/** What is known before a source is prepared. */
export interface Preparation {
  readonly profile: CrmProfile;
  readonly references: ReferenceBook;
  readonly told: ToldFacts;
  readonly timeZone: string;
}

/** Decides what the columns of a source mean, and looks once through those whose dates or numbers need it. */
export async function prepareSource(source: ImportSource, known: Preparation): Promise<PreparedSource> {
  const { table, kind, profile, entry } = source;
  const plan = planColumns({ name: table.sourceName, columns: table.columns, kind, profile, entry });
  const { facts, refused } = await judgeColumns(source, plan, known.told);
  const readable = withoutColumns(plan, refused);
  const reader = new RowReader(readable, facts, known.timeZone);
  const ids = new RecordIds(source, known.profile, known.references);
  return {
    ready: { source, plan: readable, reader, ids, tally: new FileTally() },
    refusedColumns: refused,
    refused: whyRefused(plan, readable, refused),
  };
}

async function judgeColumns(
  { table }: ImportSource,
  { bindings }: ColumnPlan,
  told: ToldFacts,
): Promise<{ facts: Map<string, ColumnFacts>; refused: RefusedColumn[] }> {
  const dubious = bindings
    .filter(needsScan)
    .flatMap((binding) => binding.columns.map(({ column }) => ({ binding, column })));
  const scans =
    dubious.length === 0
      ? new Map<string, never>()
      : await scanColumns(
          table,
          dubious.map(({ column }) => column),
        );
  const facts = new Map<string, ColumnFacts>();
  const refused: RefusedColumn[] = [];
  for (const { binding, column } of dubious) {
    const scan = scans.get(column);
    const verdict = scan ? judgeColumn(binding, scan, told) : { facts: {} };
    if ('refused' in verdict) refused.push({ column, field: binding.field, reason: verdict.refused });
    else facts.set(column, verdict.facts);
  }
  return { facts, refused };
}

/** A refused column is left out whole, and with it a field that has no other. */
function withoutColumns(plan: ColumnPlan, refused: readonly RefusedColumn[]): ColumnPlan {
  if (refused.length === 0) return plan;
  const gone = (field: string, column: string): boolean =>
    refused.some((entry) => entry.field === field && entry.column === column);
  const bindings = plan.bindings.flatMap((binding) => {
    const columns = binding.columns.filter(({ column }) => !gone(binding.field, column));
    return columns.length === 0 && binding.constant === undefined ? [] : [{ ...binding, columns }];
  });
  return { ...plan, bindings };
}

function whyRefused(
  plan: ColumnPlan,
  readable: ColumnPlan,
  refused: readonly RefusedColumn[],
): string | null {
  if (plan.missing.length > 0) {
    return `No column tells ${plan.missing.join(', ')}. Say with --mapping which one does.`;
  }
  const bound = new Set(readable.bindings.map(({ field }) => field));
  const lost = requiredFields(plan.kind).find((field) => !bound.has(field));
  const cause = refused.find(({ field }) => field === lost);
  return cause ? `${cause.column}: ${cause.reason}` : null;
}

/** The sentence of a file that turns out unreadable while it is read, or null for any other error. */
export function unreadableReason(error: unknown): string | null {
  return error instanceof FileRefused ? error.message : null;
}
