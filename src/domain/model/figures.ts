/**
 * Six decimals, the precision every published figure has. As time passes all weights shrink by the same factor and the
 * figures stay what they are, apart from the last bits of a double: without this each sweep would look like a change. A
 * half is rounded away from zero, so that a difference turned around is the same figure with the other sign.
 */
export function toFigure(value: number): number {
  return (Math.sign(value) * Math.round(Math.abs(value) * 1e6)) / 1e6;
}

/** As `toFigure`; null stays null. */
export function toFigureOrNull(value: number | null): number | null {
  return value === null ? null : toFigure(value);
}
