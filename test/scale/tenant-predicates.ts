import { loadModule, parseSync } from 'libpg-query';
import {
  columnsOf,
  isEquality,
  isTree,
  isValue,
  listOf,
  nameOf,
  tablesIn,
  textOf,
  type Tree,
} from './sql-tree.js';
import { fix, isFixed, sourceOf, tie, type Level, type Source } from './tenant-ties.js';

/** Readies the parser; once, before the first check. */
export const readyParser = loadModule;

/**
 * What in this SQL touches a table of `tables` without saying for which tenant, one sentence each; empty if nothing does.
 * A source counts as said when a condition that must hold equates its tenant_id with a value, or with that of a source
 * that counts. In an outer join the condition binds the side that may be missing only. Throws on SQL that does not parse.
 */
export function missingTenants(text: string, tables: ReadonlySet<string>): string[] {
  const check = new Check(tables);
  const { stmts } = parseSync(text) as { stmts: { stmt: Tree }[] };
  for (const { stmt } of stmts) check.statement(stmt, { sources: [], queries: new Set(), around: null });
  return check.faults();
}

class Check {
  private readonly seen: Source[] = [];
  private readonly further: string[] = [];

  constructor(private readonly tables: ReadonlySet<string>) {}

  faults(): string[] {
    const loose = this.seen.filter((source) => source.table !== null && !isFixed(source));
    return [...loose.map(({ table, alias }) => `${table} (as ${alias}) of no tenant`), ...this.further];
  }

  /** Checks a statement, or whatever statements lie within this part of one. */
  statement(part: unknown, around: Level): void {
    if (Array.isArray(part)) for (const item of part) this.statement(item, around);
    if (!isTree(part)) return;
    for (const [kind, body] of Object.entries(part)) {
      if (kind === 'SelectStmt' || kind === 'DeleteStmt' || kind === 'UpdateStmt')
        this.query(body as Tree, around);
      else if (kind === 'InsertStmt') this.insert(body as Tree, around);
      // Statistics are of the whole table, and show nobody a row.
      else if (kind.endsWith('Stmt') && kind !== 'VacuumStmt') this.other(kind, body);
      else this.statement(body, around);
    }
  }

  /** SELECT, UPDATE and DELETE: what they read from, the conditions on it, and the queries inside. */
  private query(body: Tree, around: Level): void {
    const level = this.levelWithin(body, around);
    for (const side of [body.larg, body.rarg]) if (isTree(side)) this.query(side, level);
    if (isTree(body.relation)) this.table(body.relation, level);
    for (const item of listOf(body.fromClause ?? body.usingClause)) this.from(item, level);
    this.condition(body.whereClause, level.sources, level);
    const { larg, rarg, relation, fromClause, usingClause, withClause, lockingClause, ...rest } = body;
    void [larg, rarg, relation, fromClause, usingClause, withClause, lockingClause];
    this.statement(rest, level);
  }

  private insert(body: Tree, around: Level): void {
    const level = this.levelWithin(body, around);
    const table = String((body.relation as Tree).relname);
    if (this.tables.has(table)) {
      const columns = listOf(body.cols);
      // Without a list every column is written, and the table takes no row without a tenant.
      if (columns.length > 0 && !columns.some((column) => nameOf(column, 'ResTarget') === 'tenant_id'))
        this.further.push(`INSERT INTO ${table} without tenant_id`);
      if (takesOthersPlace(body.onConflictClause))
        this.further.push(`ON CONFLICT in ${table} without tenant_id`);
    }
    this.statement([body.selectStmt, body.onConflictClause, body.returningList], level);
  }

  private other(kind: string, body: unknown): void {
    for (const table of tablesIn(body)) if (this.tables.has(table)) this.further.push(`${kind} of ${table}`);
  }

  private levelWithin({ withClause }: Tree, around: Level): Level {
    const ctes = isTree(withClause) ? listOf(withClause.ctes).map((cte) => cte.CommonTableExpr as Tree) : [];
    const queries = new Set([...around.queries, ...ctes.map(({ ctename }) => String(ctename))]);
    for (const { ctequery } of ctes) this.statement(ctequery, { ...around, queries });
    return { sources: [], queries, around };
  }

  /** Adds what stands in FROM; returns the sources it added, which an outer join may have to bind. */
  private from(item: Tree, level: Level): Source[] {
    if (isTree(item.RangeVar)) return [this.table(item.RangeVar, level)];
    if (isTree(item.JoinExpr)) return this.join(item.JoinExpr, level);
    const [kind = '', body] = Object.entries(item)[0] ?? [];
    const { alias, ...rest } = body as Tree & { alias?: Tree };
    this.statement(rest, level);
    return [
      this.add(level, {
        alias: String(alias?.aliasname),
        table: null,
        ties: [],
        fixed: kind === 'RangeSubselect',
      }),
    ];
  }

  private table({ relname, alias }: Tree, level: Level): Source {
    const name = String(relname);
    const fixed = level.queries.has(name);
    const table = !fixed && this.tables.has(name) ? name : null;
    return this.add(level, { alias: isTree(alias) ? String(alias.aliasname) : name, table, ties: [], fixed });
  }

  private add(level: Level, source: Source): Source {
    level.sources.push(source);
    this.seen.push(source);
    return source;
  }

  private join({ jointype, larg, rarg, quals, usingClause }: Tree, level: Level): Source[] {
    const left = this.from(larg as Tree, level);
    const right = this.from(rarg as Tree, level);
    const bound = { JOIN_LEFT: right, JOIN_RIGHT: left, JOIN_FULL: [] }[String(jointype)] ?? [
      ...left,
      ...right,
    ];
    this.condition(quals, bound, level);
    this.statement(quals, level);
    if (listOf(usingClause).some((column) => textOf(column) === 'tenant_id'))
      for (const a of left) for (const b of right) tie(a, b, bound);
    return [...left, ...right];
  }

  /** Takes from a condition that must hold what it says of tenants; only `bound` sources are restricted by it. */
  private condition(part: unknown, bound: readonly Source[], level: Level): void {
    if (!isTree(part)) return;
    if (isTree(part.BoolExpr) && part.BoolExpr.boolop === 'AND_EXPR')
      for (const side of listOf(part.BoolExpr.args)) this.condition(side, bound, level);
    if (isTree(part.A_Expr) && isEquality(part.A_Expr))
      this.equal(part.A_Expr.lexpr, part.A_Expr.rexpr, bound, level);
    if (
      isTree(part.SubLink) &&
      part.SubLink.subLinkType === 'ANY_SUBLINK' &&
      part.SubLink.operName === undefined
    )
      for (const column of columnsOf(part.SubLink.testexpr)) fix(sourceOf(column, level), bound);
  }

  private equal(left: unknown, right: unknown, bound: readonly Source[], level: Level): void {
    const others = columnsOf(right);
    columnsOf(left).forEach((column, index) => {
      const [a, b] = [sourceOf(column, level), sourceOf(others[index], level)];
      if (a && b) tie(a, b, bound);
      else if (a && isValue(others[index])) fix(a, bound);
      else if (b && isValue(column)) fix(b, bound);
    });
  }
}

/** Whether a conflict leads to an update, and is not looked for among the tenant's own rows. */
function takesOthersPlace(clause: unknown): boolean {
  if (!isTree(clause) || clause.action !== 'ONCONFLICT_UPDATE') return false;
  const columns = isTree(clause.infer) ? listOf(clause.infer.indexElems) : [];
  return !columns.some((column) => nameOf(column, 'IndexElem') === 'tenant_id');
}
