import type { Table } from './table.js';
import { DateOrderTally, type DateOrderScan } from './values/date-order.js';
import { NumberStyleTally, type NumberStyleScan } from './values/number-style.js';

/** What a whole column shows that no single value of it can. */
export interface ColumnScan {
  /** Cells that are not blank. */
  readonly filled: number;
  /** Use it for a column of dates only. */
  readonly dates: DateOrderScan;
  /** Use it for a column of numbers or money only. */
  readonly numbers: NumberStyleScan;
}

/**
 * Streams once through a table to learn how some columns write dates and numbers, before any row is read for good.
 * Failed rows are no evidence, because their cells may stand in the wrong columns. Unknown columns scan as empty.
 */
export async function scanColumns(
  table: Table,
  columns: readonly string[],
): Promise<Map<string, ColumnScan>> {
  const tallies = new Map(columns.map((name) => [name, new ColumnTally()]));
  for await (const row of table.rows) {
    if (!row.ok) continue;
    for (const [name, tally] of tallies) tally.add(row.cells.get(name) ?? '');
  }
  return new Map([...tallies].map(([name, tally]) => [name, tally.scan()]));
}

class ColumnTally {
  private filled = 0;
  private readonly dates = new DateOrderTally();
  private readonly numbers = new NumberStyleTally();

  add(value: string): void {
    if (value === '') return;
    this.filled += 1;
    this.dates.add(value);
    this.numbers.add(value);
  }

  scan(): ColumnScan {
    return { filled: this.filled, dates: this.dates.scan(), numbers: this.numbers.scan() };
  }
}
