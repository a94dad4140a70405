/** Which character separates the whole from its fraction: `POINT` as in 1,234.56, `COMMA` as in 1.234,56. */
export type NumberStyle = 'POINT' | 'COMMA';

/** What the values of a column prove about its style. */
export interface NumberStyleScan {
  /**
   * The style proven by at least one value. `PLAIN`: no value needs one. `AMBIGUOUS`: values such as 1,234 need one and
   * none proves it. `CONTRADICTORY`: both are proven.
   */
  readonly style: NumberStyle | 'PLAIN' | 'AMBIGUOUS' | 'CONTRADICTORY';
  /** Values that are numbers only with a decimal point. */
  readonly point: number;
  /** Values that are numbers only with a decimal comma. */
  readonly comma: number;
  /** Values that are numbers either way, and different ones. */
  readonly undecided: number;
}

/** Collects the evidence of a column, value by value. */
export class NumberStyleTally {
  private point = 0;
  private comma = 0;
  private undecided = 0;

  /** Takes the next cell; what is no number is no evidence. */
  add(text: string): void {
    const shown = styleShownBy(text);
    if (shown === 'POINT') this.point += 1;
    else if (shown === 'COMMA') this.comma += 1;
    else if (shown === 'EITHER') this.undecided += 1;
  }

  /** What the values so far prove. */
  scan(): NumberStyleScan {
    const { point, comma, undecided } = this;
    return { style: this.style(), point, comma, undecided };
  }

  private style(): NumberStyleScan['style'] {
    if (this.point > 0 && this.comma > 0) return 'CONTRADICTORY';
    if (this.point > 0) return 'POINT';
    if (this.comma > 0) return 'COMMA';
    return this.undecided > 0 ? 'AMBIGUOUS' : 'PLAIN';
  }
}

/** The style that the values of a column prove together. */
export function detectNumberStyle(values: Iterable<string>): NumberStyleScan {
  const tally = new NumberStyleTally();
  for (const value of values) tally.add(value);
  return tally.scan();
}

/** What one number proves: a style, that it could be of either, or nothing because it has no separator (null). */
export function styleShownBy(text: string): NumberStyle | 'EITHER' | null {
  const body = /\d[\d.,'’\s]*(?:[eE][+-]?\d+)?/.exec(text.trim())?.[0] ?? '';
  const mantissa = body.replace(/[eE].*$/, '').trim();
  const marks = mantissa.match(/[.,]/g) ?? [];
  const last = marks.at(-1);
  if (last === undefined) return null;
  const decimal: NumberStyle = last === '.' ? 'POINT' : 'COMMA';
  const other: NumberStyle = last === '.' ? 'COMMA' : 'POINT';
  if (marks.some((mark) => mark !== last)) return decimal;
  if (marks.length > 1) return other;
  const [whole = '', fraction = ''] = mantissa.split(last);
  // A group has three digits, follows one to three others, and never stands before an exponent or after 0 or a space.
  const couldGroup = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole) && mantissa === body.trim();
  return couldGroup ? 'EITHER' : decimal;
}
