import { TREE_COLUMNS } from '../files/json/record-tree.js';
import { sensitiveKind } from '../files/privacy/sensitive-columns.js';
import type { Binding, ColumnRule, FieldSource } from './binding.js';
import { findField, requiredFields, type RecordKind } from './fields.js';
import type { MappingEntry } from './mapping-file.js';
import { checkWritten } from './mapping-check.js';
import { MappingRefused } from './mapping-refused.js';
import { plainHeader, type ObjectProfile, type SkipRule } from '../profiles/profile.js';

/** What becomes of each column of a file. */
export interface ColumnPlan {
  readonly kind: RecordKind;
  readonly bindings: readonly Binding[];
  /** With the file's own column names. */
  readonly skip: readonly SkipRule[];
  /** Columns that mean nothing to us, with a reason where one might expect otherwise. */
  readonly unmapped: readonly { readonly column: string; readonly reason: string | null }[];
  /** Columns left out because of what they tell about people. */
  readonly sensitive: readonly { readonly column: string; readonly kind: string }[];
  /** Fields without which nothing of the file can be imported. */
  readonly missing: readonly string[];
}

/** A file to plan for: its columns, and what is known of their meaning. */
export interface PlannedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly kind: RecordKind;
  readonly profile: ObjectProfile | null;
  readonly entry: MappingEntry | null;
}

/** Decides what every column of a file is for. @throws MappingRefused when the mapping does not fit the file. */
export function planColumns(table: PlannedTable): ColumnPlan {
  const bindings = [...sourcesOf(table)].flatMap(([field, source]) => bind(field, source, table));
  const used = new Set(bindings.flatMap(({ columns }) => columns.map(({ column }) => column)));
  const skip = (table.profile?.skip ?? []).flatMap((rule) => {
    const column = headerLike(rule.column, table.columns);
    return column === undefined ? [] : [{ ...rule, column }];
  });
  for (const { column } of skip) used.add(column);
  const rest = table.columns.filter((column) => !used.has(column) && !isPlaceInTree(column));
  return {
    kind: table.kind,
    bindings,
    skip,
    unmapped: rest
      .filter((column) => sensitiveKind(column) === null)
      .map((column) => unmapped(column, table)),
    sensitive: table.columns.flatMap((column) => {
      const kind = used.has(column) ? null : sensitiveKind(column);
      return kind === null ? [] : [{ column, kind }];
    }),
    missing: missingFields(table.kind, new Set(bindings.map(({ field }) => field))),
  };
}

/** Built-in columns that fit the file, overlaid with those somebody wrote down. */
function sourcesOf({
  columns,
  kind,
  profile,
  entry,
}: PlannedTable): Map<string, { source: FieldSource; written: boolean }> {
  const sources = new Map<string, { source: FieldSource; written: boolean }>();
  for (const [field, { columns: rules, constant }] of Object.entries(profile?.columns ?? {})) {
    const fitting = rules.flatMap((rule) => {
      const column = headerLike(rule.column, columns);
      return column === undefined ? [] : [{ ...rule, column }];
    });
    // Several spellings of a name may fit the same column.
    const present = fitting.filter(
      ({ column }, index) => fitting.findIndex((rule) => rule.column === column) === index,
    );
    if (present.length > 0 || constant !== undefined) {
      sources.set(field, { source: { columns: present, constant }, written: false });
    }
  }
  for (const [field, source] of entry?.columns ?? []) {
    if (!findField(kind, field)) throw new MappingRefused('UNKNOWN_FIELD', { field, kind });
    if (source) sources.set(field, { source, written: true });
    else sources.delete(field);
  }
  return sources;
}

function bind(
  field: string,
  { source, written }: { source: FieldSource; written: boolean },
  table: PlannedTable,
): Binding[] {
  const rule = findField(table.kind, field);
  if (!rule) throw new MappingRefused('UNKNOWN_FIELD', { field, kind: table.kind });
  if (!written) return [{ field, rule, ...source }];
  checkWritten(field, rule, source);
  return [
    {
      field,
      rule,
      constant: source.constant,
      columns: source.columns.map((column) => present(column, table)),
    },
  ];
}

function present(rule: ColumnRule, { name, columns }: PlannedTable): ColumnRule {
  const column =
    columns.find((candidate) => candidate === rule.column) ??
    columns.find((candidate) => candidate.toLowerCase() === rule.column.toLowerCase());
  if (column === undefined)
    throw new MappingRefused('UNKNOWN_COLUMN', { file: name, column: rule.column, columns });
  if (sensitiveKind(column) !== null) throw new MappingRefused('SENSITIVE_COLUMN', { file: name, column });
  return { ...rule, column };
}

function headerLike(name: string, columns: readonly string[]): string | undefined {
  if (columns.includes(name)) return name;
  return columns.find((column) => plainHeader(column) === plainHeader(name));
}

function unmapped(column: string, { profile }: PlannedTable): { column: string; reason: string | null } {
  const known = Object.entries(profile?.leftOut ?? {}).find(
    ([name]) => plainHeader(name) === plainHeader(column),
  );
  return { column, reason: known?.[1] ?? null };
}

function missingFields(kind: RecordKind, bound: ReadonlySet<string>): string[] {
  const missing = requiredFields(kind).filter((field) => !bound.has(field));
  const oneOf = (...fields: string[]): string[] =>
    fields.some((field) => bound.has(field)) ? [] : [fields.join(' or ')];
  if (kind === 'stakeholders') return [...missing, ...oneOf('id', 'email')];
  if (kind === 'answers') return [...missing, ...oneOf('stakeholder', 'stakeholderEmail')];
  if (kind === 'insights') return [...missing, ...oneOf('account', 'segment')];
  if (kind === 'teachings') return [...missing, ...oneOf('stakeholders', 'stakeholderEmail')];
  return missing;
}

function isPlaceInTree(column: string): boolean {
  return Object.values<string>(TREE_COLUMNS).includes(column);
}
