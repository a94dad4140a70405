import { printable, type Paint } from '../terminal.js';

/** A column of a table. */
export interface TableColumn {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** How far it may be cut when the line gets too long; a column that says nothing keeps its width. */
  readonly narrowest?: number;
}

/** A cell: its text, and how to paint it once it has its width. */
export type TableCell = string | { readonly text: string; readonly paint: (text: string) => string };

const GAP = '  ';

/** The lines of a table, the titles first: aligned, nothing wrapped, none longer than `width` if cutting can help. */
export function tableLines(
  columns: readonly TableColumn[],
  rows: readonly (readonly TableCell[])[],
  { width, paint }: { width: number; paint: Paint },
): string[] {
  const texts = rows.map((row) => row.map(textOf));
  const widths = fit(columns, naturalWidths(columns, texts), width);
  const line = (cells: readonly string[], painted: (text: string, column: number) => string): string =>
    columns
      .map((column, index) => painted(padded(cells[index] ?? '', widths[index] ?? 0, column.align), index))
      .join(GAP)
      .trimEnd();
  const titles = line(
    columns.map(({ title }) => title),
    (text) => paint.dim(text),
  );
  const lines = rows.map((row, index) =>
    line(texts[index] ?? [], (text, column) => {
      const cell = row[column];
      return typeof cell === 'object' ? cell.paint(text) : text;
    }),
  );
  return [titles, ...lines];
}

/** Columns that a text takes: wide East Asian characters two, combining marks none. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += MARK.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return columns;
}

const MARK = /^[\p{Mn}\p{Me}\u200b-\u200d\ufe0f]$/u;
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u;

/** Breaks a text at its spaces, not at no-break ones; a word longer than the line stays whole. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of printable(text).split(/ +/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && columnsOf(longer) > width) lines.push(line);
    line = line !== '' && columnsOf(longer) > width ? word : longer;
  }
  if (line !== '') lines.push(line);
  return lines.map((each) => each.replaceAll('\u00a0', ' '));
}

function textOf(cell: TableCell): string {
  return printable(typeof cell === 'object' ? cell.text : cell);
}

function naturalWidths(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): number[] {
  return columns.map(({ title }, index) =>
    Math.max(columnsOf(title), ...rows.map((row) => columnsOf(row[index] ?? ''))),
  );
}

function fit(columns: readonly TableColumn[], natural: readonly number[], width: number): number[] {
  const widths = [...natural];
  const total = (): number => widths.reduce((sum, each) => sum + each, GAP.length * (widths.length - 1));
  while (total() > width) {
    const spare = widths.map((each, index) => each - (columns[index]?.narrowest ?? each));
    const most = Math.max(...spare);
    if (most <= 0) break;
    const widest = spare.indexOf(most);
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function padded(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const fitting = columnsOf(text) > width ? cut(text, width) : text;
  const space = ' '.repeat(Math.max(0, width - columnsOf(fitting)));
  return align === 'right' ? `${space}${fitting}` : `${fitting}${space}`;
}

function cut(text: string, width: number): string {
  let kept = '';
  for (const character of text) {
    if (columnsOf(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
