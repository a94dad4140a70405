import { Measure } from '../terms.js';
import { findBuiltInInstrument } from './built-in.js';
import type { NumberInstrument } from './instrument.js';

/** A numeric scale a tenant defines; its score is linear between `min` (0) and `max` (100). */
export interface ScaleDefinition {
  /** Capital letters, digits and underscores, beginning with a letter, at most 40. */
  readonly code: string;
  readonly description: string;
  readonly measure: Measure;
  readonly min: number;
  readonly max: number;
}

/** Why a scale is refused. */
export type ScaleRefusalCode = 'BAD_CODE' | 'BUILT_IN_CODE' | 'NOT_SCORED' | 'BAD_RANGE';

/** The instrument a definition describes, or what is wrong with which part of it. */
export type ScaleResult =
  | { readonly ok: true; readonly instrument: NumberInstrument }
  | { readonly ok: false; readonly code: ScaleRefusalCode; readonly path: keyof ScaleDefinition };

/** Makes an instrument of a tenant's scale. */
export function defineScale(definition: ScaleDefinition): ScaleResult {
  const { code, measure, min, max } = definition;
  if (!/^[A-Z][A-Z0-9_]{0,39}$/.test(code)) return { ok: false, code: 'BAD_CODE', path: 'code' };
  if (findBuiltInInstrument(code) !== undefined) return { ok: false, code: 'BUILT_IN_CODE', path: 'code' };
  if (measure === Measure.INTENTION) return { ok: false, code: 'NOT_SCORED', path: 'measure' };
  if (!Number.isFinite(min)) return { ok: false, code: 'BAD_RANGE', path: 'min' };
  if (!Number.isFinite(max) || max <= min) return { ok: false, code: 'BAD_RANGE', path: 'max' };
  return { ok: true, instrument: { kind: 'NUMBER', ...definition, wholeNumbers: false } };
}
