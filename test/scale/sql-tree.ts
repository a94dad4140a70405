/** A part of a parsed statement, as libpg-query prints PostgreSQL's own parse tree. */
export type Tree = Readonly<Record<string, unknown>>;

/** The text of a name in a list of names. */
export function textOf(item: Tree | undefined): unknown {
  return (item?.String as Tree | undefined)?.sval;
}

/** A row's columns, or the one. */
export function columnsOf(side: unknown): unknown[] {
  return isTree(side) && isTree(side.RowExpr) ? listOf(side.RowExpr.args) : [side];
}

/** Whether it is a parameter or a constant. */
export function isValue(side: unknown): boolean {
  if (!isTree(side)) return false;
  if (isTree(side.TypeCast)) return isValue(side.TypeCast.arg);
  return isTree(side.ParamRef) || isTree(side.A_Const);
}

/** Whether an expression says that its two sides are equal. */
export function isEquality({ kind, name }: Tree): boolean {
  return kind === 'AEXPR_OP' && textOf(listOf(name)[0]) === '=';
}

/** The tables named anywhere in this part. */
export function tablesIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(tablesIn);
  if (!isTree(part)) return [];
  const own = typeof part.relname === 'string' ? [part.relname] : [];
  return [...own, ...Object.values(part).flatMap(tablesIn)];
}

/** What an item of this kind is called; undefined for items of another. */
export function nameOf(item: Tree, kind: string): unknown {
  return (item[kind] as Tree | undefined)?.name;
}

/** Whether this is a part that has parts itself. */
export function isTree(part: unknown): part is Tree {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}

/** The parts of a list; none where there is no list. */
export function listOf(part: unknown): Tree[] {
  return Array.isArray(part) ? (part as Tree[]) : [];
}
