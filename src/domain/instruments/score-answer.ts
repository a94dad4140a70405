import type { ChoiceInstrument, Instrument, ItemsInstrument, NumberInstrument } from './instrument.js';

/** A rating of one item. */
export interface ItemRating {
  readonly item: string;
  readonly rating: number;
}

/** An answer as given: exactly one of the three, the one the instrument asks for. */
export interface AnswerValue {
  readonly number?: number | null;
  readonly choice?: string | null;
  readonly items?: readonly ItemRating[] | null;
}

/** Why an answer is refused. Nothing is ever clamped, rounded or guessed. */
export type RefusalCode =
  | 'NOT_ONE_VALUE'
  | 'WRONG_TYPE'
  | 'OUT_OF_RANGE'
  | 'FRACTIONAL'
  | 'UNKNOWN_CHOICE'
  | 'UNKNOWN_ITEM'
  | 'DUPLICATE_ITEM'
  | 'TOO_FEW_ITEMS';

/** A refused answer: what is wrong, where in the value, and the figures that say so. */
export interface AnswerRefusal {
  readonly ok: false;
  readonly code: RefusalCode;
  /** Into the value, e.g. `items.2.rating`. */
  readonly path: string;
  readonly figures: Readonly<Record<string, string | number>>;
}

/** An accepted answer as it is stored. */
export interface ScoredAnswer {
  readonly ok: true;
  /** 0-100; null for an intention. */
  readonly score: number | null;
  /** The code of the choice, e.g. `DEFINITELY_YES`; null for other instruments. */
  readonly choice: string | null;
  /** Rating per item answered; null for other instruments. */
  readonly items: Readonly<Record<string, number>> | null;
}

/** Reads an answer to an instrument: its score, or why it is refused. */
export function scoreAnswer(instrument: Instrument, value: AnswerValue): ScoredAnswer | AnswerRefusal {
  const given = (['number', 'choice', 'items'] as const).filter((key) => (value[key] ?? null) !== null);
  const [type] = given;
  if (type === undefined || given.length > 1) return refuse('NOT_ONE_VALUE', '', { given: given.length });
  switch (instrument.kind) {
    case 'NUMBER':
      return typeof value.number === 'number'
        ? scoreNumber(instrument, value.number)
        : wrongType(type, 'number');
    case 'CHOICE':
      return typeof value.choice === 'string'
        ? scoreChoice(instrument, value.choice)
        : wrongType(type, 'choice');
    case 'ITEMS':
      return Array.isArray(value.items) ? scoreItems(instrument, value.items) : wrongType(type, 'items');
  }
}

function scoreNumber(scale: NumberInstrument, number: number): ScoredAnswer | AnswerRefusal {
  const refusal = refuseNumber(number, scale, scale.wholeNumbers, 'number');
  return refusal ?? { ok: true, score: placeOn(scale, number), choice: null, items: null };
}

/** Codes and words are read whatever their case and whether spaces or underscores part them. */
function scoreChoice(instrument: ChoiceInstrument, given: string): ScoredAnswer | AnswerRefusal {
  const code = given
    .trim()
    .toUpperCase()
    .replace(/[\s_-]+/g, '_');
  const choice = instrument.choices.find((each) => each.code === code);
  if (choice === undefined) return refuse('UNKNOWN_CHOICE', 'choice', { given });
  return { ok: true, score: choice.score, choice: choice.code, items: null };
}

function scoreItems(
  instrument: ItemsInstrument,
  ratings: readonly ItemRating[],
): ScoredAnswer | AnswerRefusal {
  const items = new Map<string, number>();
  for (const [index, { item, rating }] of ratings.entries()) {
    const refusal = refuseRating(instrument, items, { item, rating }, `items.${index}`);
    if (refusal !== null) return refusal;
    items.set(item, rating);
  }
  if (items.size < instrument.minAnswered) {
    return refuse('TOO_FEW_ITEMS', 'items', { answered: items.size, needed: instrument.minAnswered });
  }
  const mean = [...items.values()].reduce((sum, rating) => sum + rating, 0) / items.size;
  return { ok: true, score: placeOn(instrument, mean), choice: null, items: Object.fromEntries(items) };
}

function refuseRating(
  instrument: ItemsInstrument,
  earlier: ReadonlyMap<string, number>,
  { item, rating }: ItemRating,
  path: string,
): AnswerRefusal | null {
  if (!instrument.items.some(({ code }) => code === item))
    return refuse('UNKNOWN_ITEM', `${path}.item`, { given: item });
  if (earlier.has(item)) return refuse('DUPLICATE_ITEM', `${path}.item`, { given: item });
  return refuseNumber(rating, instrument, true, `${path}.rating`);
}

function refuseNumber(
  number: number,
  { min, max }: { readonly min: number; readonly max: number },
  wholeNumbers: boolean,
  path: string,
): AnswerRefusal | null {
  if (!Number.isFinite(number)) return refuse('WRONG_TYPE', path, { expected: 'number' });
  if (number < min || number > max) return refuse('OUT_OF_RANGE', path, { given: number, min, max });
  if (wholeNumbers && !Number.isInteger(number)) return refuse('FRACTIONAL', path, { given: number });
  return null;
}

/** Linear: `min` is 0, `max` is 100. */
function placeOn({ min, max }: { readonly min: number; readonly max: number }, value: number): number {
  return ((value - min) * 100) / (max - min);
}

function wrongType(given: string, expected: string): AnswerRefusal {
  return refuse('WRONG_TYPE', given, { given, expected });
}

function refuse(code: RefusalCode, path: string, figures: AnswerRefusal['figures']): AnswerRefusal {
  return { ok: false, code, path, figures };
}
