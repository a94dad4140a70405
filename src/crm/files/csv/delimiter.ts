import { FileRefused } from '../file-refused.js';
import { divideRecords } from './record-cells.js';
import { RecordFramer } from './record-framer.js';

/** Separators that are looked for, the most usual first. Others must be named. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Records that are compared, the header among them. */
const SAMPLE_RECORDS = 200;
/** Share of rows with the same number of cells that makes a pattern of it. */
const PATTERN_SHARE = 0.9;

interface Division {
  readonly delimiter: string;
  /** Cells of the first record. */
  readonly columns: number;
  /** Share of the other records with as many cells as the first; 1 when there are none. */
  readonly agreement: number;
  /** The number of cells that at least nine rows in ten share, or 0. */
  readonly rowPattern: number;
  readonly rowsDivided: boolean;
}

/** The separator named by an Excel line `sep=;` at the head of a text, or undefined. */
export function announcedDelimiter(text: string): string | undefined {
  return /^"?sep=([^"\r\n])"?(?:\r\n|\r|\n|$)/i.exec(text)?.[1];
}

/** Checks a separator that somebody named. @throws FileRefused when it is not a single usable character. */
export function namedDelimiter(delimiter: string): string {
  if (!/^[^"\r\n\p{Surrogate}]$/u.test(delimiter) || delimiter.length !== 1) {
    throw new FileRefused('DELIMITER_NOT_SUPPORTED', { delimiter });
  }
  return delimiter;
}

/**
 * The separator that divides the first records most consistently, quotes respected.
 * @param head the beginning of the text. @param whole whether the text ends with it.
 * @throws FileRefused when two divide it equally well, or the first line does not look like column names.
 */
export function detectDelimiter(head: string, whole: boolean): string {
  const divisions = DELIMITERS.map((delimiter) => divide(head, whole, delimiter));
  const dividing = divisions.filter((division) => division.columns > 1);
  if (dividing.length === 0) return singleColumn(divisions);
  const best = Math.max(...dividing.map((division) => division.agreement));
  const winners = dividing.filter((division) => division.agreement === best);
  const [winner] = winners;
  if (winner === undefined || winners.length > 1) {
    throw new FileRefused('DELIMITER_UNDECIDED', { candidates: winners.map(({ delimiter }) => delimiter) });
  }
  return winner.delimiter;
}

/** One column: any separator will do that its values do not contain. */
function singleColumn(divisions: readonly Division[]): string {
  // Without a readable first record there is nothing to tell from; whoever reads the header says what is wrong with it.
  if (!divisions.some((division) => division.columns === 1)) return DELIMITERS[0];
  const pattern = divisions.find((division) => division.rowPattern > 1);
  if (pattern)
    throw new FileRefused('HEADER_UNCLEAR', { delimiter: pattern.delimiter, cells: pattern.rowPattern });
  return divisions.find((division) => !division.rowsDivided)?.delimiter ?? DELIMITERS[0];
}

function divide(head: string, whole: boolean, delimiter: string): Division {
  const framer = new RecordFramer(delimiter);
  const framed = [...framer.push(head), ...(whole ? framer.end() : [])];
  const records = framed.filter(({ text }) => text.trim() !== '').slice(0, SAMPLE_RECORDS);
  const counts = records.map(({ text, fault }) =>
    fault ? 0 : (divideRecords([text], delimiter)[0]?.length ?? 0),
  );
  const [columns = 0, ...rows] = counts;
  const agreeing = rows.filter((count) => count === columns).length;
  return {
    delimiter,
    columns,
    agreement: rows.length === 0 ? 1 : agreeing / rows.length,
    rowPattern: commonCount(rows),
    rowsDivided: rows.some((count) => count !== 1),
  };
}

function commonCount(counts: readonly number[]): number {
  const [first = 0] = counts;
  const same = counts.filter((count) => count === first).length;
  return counts.length > 0 && same >= counts.length * PATTERN_SHARE ? first : 0;
}
