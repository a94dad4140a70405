import colours from 'picocolors';

/** Where a command speaks: what was asked for to `out`, everything about the doing of it to `err`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Columns that a line may have. */
  readonly width: number;
  readonly paint: Paint;
}

/** The colours used; plain text where there is no terminal, or NO_COLOR is set. */
export type Paint = Pick<typeof colours, 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'magenta'>;

const NARROWEST = 60;
const WIDEST = 120;
const USUAL = 100;

/** The terminal this process was started in; a file or a pipe gets 100 columns and no colours. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  // A boolean in any case: of undefined, which a pipe has for isTTY, picocolors makes a decision of its own.
  const isColourful = Boolean(stdout.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb';
  return {
    out: (text) => void stdout.write(`${text}\n`),
    err: (text) => void stderr.write(`${text}\n`),
    width: Math.min(WIDEST, Math.max(NARROWEST, stdout.isTTY ? stdout.columns : USUAL)),
    paint: colours.createColors(isColourful),
  };
}

/**
 * Text from records, fit to print: control characters could move the cursor or speak to the terminal, and marks of
 * writing direction could make a line read as something else.
 */
export function printable(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');
}
