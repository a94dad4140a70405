import { isTree, listOf, textOf } from './sql-tree.js';

/** One thing that a query reads from or writes to, under the name by which its conditions call it. */
export interface Source {
  readonly alias: string;
  /** The tenant table; null for a function, a directory, or a query that is checked by itself. */
  readonly table: string | null;
  /** Sources whose tenant it shares by a condition. */
  readonly ties: Source[];
  /** Whether a condition, or its making, gives it one tenant. */
  fixed: boolean;
}

/** The sources that conditions at one level of a query can name, and those of the levels around it. */
export interface Level {
  readonly sources: Source[];
  /** Names of WITH queries, which hide tables. */
  readonly queries: ReadonlySet<string>;
  readonly around: Level | null;
}

/** Takes in that two sources have one tenant; only what the condition restricts depends on the other. */
export function tie(a: Source, b: Source, bound: readonly Source[]): void {
  if (bound.includes(a)) a.ties.push(b);
  if (bound.includes(b)) b.ties.push(a);
}

/** Takes in that a source has one tenant, if the condition restricts it. */
export function fix(source: Source | undefined, bound: readonly Source[]): void {
  if (source && bound.includes(source)) source.fixed = true;
}

/** Whether a source has one tenant, by itself or through those it is tied to. */
export function isFixed(source: Source, passed = new Set<Source>()): boolean {
  if (source.fixed) return true;
  if (passed.has(source)) return false;
  passed.add(source);
  return source.ties.some((other) => isFixed(other, passed));
}

/** The source whose tenant_id this column is, at this level or around it; undefined for anything else. */
export function sourceOf(column: unknown, level: Level | null): Source | undefined {
  if (!level || !isTree(column) || !isTree(column.ColumnRef)) return undefined;
  const names = listOf(column.ColumnRef.fields).map(textOf);
  if (names.at(-1) !== 'tenant_id') return undefined;
  const alias = names.at(-2);
  const here = level.sources.filter((source) =>
    alias === undefined ? source.table !== null : source.alias === alias,
  );
  return here.length === 1 ? here[0] : sourceOf(column, level.around);
}
