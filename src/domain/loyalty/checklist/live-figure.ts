import { toFigure } from '../../model/figures.js';
import { LiveFigureCode } from './statement.js';

/** What a figure is counted in. */
export enum FigureUnit {
  SHARE = 'SHARE',
  DIFFERENCE = 'DIFFERENCE',
  MONEY = 'MONEY',
}

/** What the product knows of the subject of a statement, beside what people think of it. */
export interface LiveFigure {
  readonly code: LiveFigureCode;
  /** As a decimal; null while it is not known, and for a share of fewer than five. */
  readonly value: string | null;
  readonly unit: FigureUnit;
  /** ISO 4217; null unless in money. */
  readonly currency: string | null;
  /** Cases behind it; null where it is no share. */
  readonly n: number | null;
  /** Of those, how many the figure speaks of; null where it is no share. */
  readonly hits: number | null;
  /** Between these it lies, as decimals; null where there are no bounds. */
  readonly low: string | null;
  readonly high: string | null;
  /** What it says; or, while it is not known, why not. */
  readonly sentence: string;
}

/** A figure that is not known, and why not. */
export function unknownFigure(code: LiveFigureCode, unit: FigureUnit, why: string): LiveFigure {
  const nothing = { value: null, currency: null, n: null, hits: null, low: null, high: null };
  return { code, unit, ...nothing, sentence: why };
}

/** A share or a difference as a decimal of six places at most. */
export function shareText(share: number): string {
  return toFigure(share)
    .toFixed(6)
    .replace(/\.?0+$/, '');
}

/** `21 %` of .214. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
