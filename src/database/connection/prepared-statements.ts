/** How often a text comes before it is worth a name: what is typed by hand does not come again. */
const OFTEN = 3;

/** The most texts that get a name: each costs every connection the memory of its plan, some tens of kilobytes. */
const MOST = 250;

/** The most texts whose uses are counted before counting begins anew: those that come once must not pile up. */
const REMEMBERED = 1_000;

/**
 * PostgreSQL's words for a prepared statement that it cannot carry out any more: a migration changed the type of a column
 * (feature_not_supported), or somebody discarded it (invalid_sql_statement_name).
 */
const OUTDATED = ['0A000', '26000'];

/**
 * Names for the statements that come again and again: PostgreSQL keeps what it made of a named one for the life of the
 * connection, and reading and planning cost it more than carrying out.
 */
export class PreparedStatements {
  /** How often texts without a name have come. */
  readonly seen = new Map<string, number>();
  private readonly names = new Map<string, string>();
  private made = 0;

  /** @param enabled not behind a pooler that hands connections on without what was prepared on them. */
  constructor(private readonly enabled: boolean) {}

  /** The name under which this text is sent; none if it does not come often enough. */
  nameOf(text: string): string | undefined {
    const name = this.names.get(text);
    if (name !== undefined || !this.enabled || this.names.size >= MOST) return name;
    if (this.seen.size >= REMEMBERED) this.seen.clear();
    const times = (this.seen.get(text) ?? 0) + 1;
    this.seen.set(text, times);
    return times < OFTEN ? undefined : this.name(text);
  }

  /** What was prepared may be of no use any more: then the text gets another name, and is prepared anew under that. */
  onFailure(text: string, error: unknown): void {
    const { code } = error as { code?: unknown };
    if (OUTDATED.includes(String(code)) && this.names.has(text)) this.name(text);
  }

  private name(text: string): string {
    this.seen.delete(text);
    this.made += 1;
    const name = `strata_${this.made}`;
    this.names.set(text, name);
    return name;
  }
}
