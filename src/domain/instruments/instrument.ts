import type { Measure } from '../terms.js';

/** What every instrument has. */
interface AnyInstrument {
  /** As stored with each answer, e.g. `NPS`. */
  readonly code: string;
  readonly description: string;
  readonly measure: Measure;
}

/** Answered with a number; the score is its place between `min` (0) and `max` (100). */
export interface NumberInstrument extends AnyInstrument {
  readonly kind: 'NUMBER';
  readonly min: number;
  readonly max: number;
  /** Whether fractions are refused. */
  readonly wholeNumbers: boolean;
}

/** One of the choices of a choice instrument. */
export interface Choice {
  /** As stored with the answer; `''` is "declined to say". */
  readonly code: string;
  /** As a person would say it. */
  readonly words: string;
  /** 0-100; null for an intention. */
  readonly score: number | null;
}

/** Answered with one of a few choices. */
export interface ChoiceInstrument extends AnyInstrument {
  readonly kind: 'CHOICE';
  readonly choices: readonly Choice[];
}

/** A criterion that is rated. */
export interface Item {
  readonly code: string;
  readonly description: string;
}

/** Answered with whole ratings `min`..`max` per item; the score is the place of their mean. */
export interface ItemsInstrument extends AnyInstrument {
  readonly kind: 'ITEMS';
  readonly items: readonly Item[];
  readonly min: number;
  readonly max: number;
  /** Fewer rated items than this are no answer. */
  readonly minAnswered: number;
}

/** A way to ask somebody how satisfied they are. */
export type Instrument = NumberInstrument | ChoiceInstrument | ItemsInstrument;
