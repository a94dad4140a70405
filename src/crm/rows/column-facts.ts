import type { ColumnScan } from '../files/column-scan.js';
import type { DateOrder } from '../files/values/date-order.js';
import type { NumberStyle } from '../files/values/number-style.js';
import type { Binding } from '../mapping/binding.js';

/** What is known of a whole column, so that its cells can be read one by one. */
export interface ColumnFacts {
  readonly order?: DateOrder;
  readonly style?: NumberStyle;
}

/** What the caller says of all columns. */
export interface ToldFacts {
  readonly dateOrder?: DateOrder;
  readonly decimal?: NumberStyle;
}

/** Facts, or the sentence that says why the column must not be read. */
export type ColumnVerdict = { readonly facts: ColumnFacts } | { readonly refused: string };

const DATES = new Set(['DATE', 'INSTANT']);
const NUMBERS = new Set(['MONEY', 'NUMBER']);

/** Whether a column of this field has to be looked through before it is read. */
export function needsScan({ rule }: Binding): boolean {
  return DATES.has(rule.type) || NUMBERS.has(rule.type);
}

/** What the scan of a column, and the caller, say about how to read it. */
export function judgeColumn({ rule }: Binding, scan: ColumnScan, told: ToldFacts): ColumnVerdict {
  if (DATES.has(rule.type)) return judgeDates(scan, told.dateOrder);
  if (NUMBERS.has(rule.type)) return judgeNumbers(scan, told.decimal);
  return { facts: {} };
}

/** A column that proves its own order needs nobody to say it; what somebody says settles the others. */
function judgeDates({ dates }: ColumnScan, told: DateOrder | undefined): ColumnVerdict {
  const { order, dayFirst, monthFirst, undecided } = dates;
  if (told !== undefined && (order === 'AMBIGUOUS' || order === 'CONTRADICTORY'))
    return { facts: { order: told } };
  if (order === 'AMBIGUOUS') {
    return {
      refused: `${undecided} dates could have day and month either way round. Say which with --date-order DMY or MDY.`,
    };
  }
  if (order === 'CONTRADICTORY') {
    return {
      refused: `${dayFirst} dates have the day first and ${monthFirst} the month. Say with --date-order which of them are right.`,
    };
  }
  return { facts: { order } };
}

function judgeNumbers({ numbers }: ColumnScan, told: NumberStyle | undefined): ColumnVerdict {
  if (told !== undefined) return { facts: { style: told } };
  if (numbers.style === 'AMBIGUOUS') {
    return {
      refused: `${numbers.undecided} numbers such as 1,234 have two readings. Say with --decimal POINT or COMMA which separator begins the fraction.`,
    };
  }
  if (numbers.style === 'CONTRADICTORY') {
    return {
      refused:
        'Some numbers have a decimal point, others a decimal comma. Say with --decimal which of them are right.',
    };
  }
  return { facts: numbers.style === 'PLAIN' ? {} : { style: numbers.style } };
}
