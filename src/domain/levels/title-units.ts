import type { Entry } from './lexicon/entry.js';
import { PHRASE_STARTS, PHRASE_WORDS, WORDS } from './lexicon/lexicon.js';
import type { Token } from './title-text.js';
import { findWord } from './word-forms.js';

/** A word or phrase of a title with what the lexicon knows of it. */
export interface Unit {
  readonly text: string;
  /** Null for a word the lexicon does not know. */
  readonly entry: Entry | null;
  /** What decides about a scoped head if the word itself carries it: `projekt` in `Projektleiter`. */
  readonly firstPart: string | null;
}

/** Joins tokens into the longest phrases the lexicon knows and looks the rest up one by one. */
export function readUnits(tokens: readonly Token[]): Unit[] {
  const units: Unit[] = [];
  let at = 0;
  while (at < tokens.length) {
    const words = phraseLength(tokens, at);
    units.push(words > 1 ? phraseUnit(tokens, at, words) : wordUnit(tokens[at]));
    at += Math.max(words, 1);
  }
  return units;
}

function phraseLength(tokens: readonly Token[], at: number): number {
  if (!PHRASE_STARTS.has(tokens[at]?.text ?? '')) return 1;
  for (let words = PHRASE_WORDS; words > 1; words -= 1) {
    const phrase = tokens.slice(at, at + words);
    if (phrase.length === words && !phrase.some((token) => token.possessive) && WORDS.has(joined(phrase)))
      return words;
  }
  return 1;
}

function joined(tokens: readonly Token[]): string {
  return tokens.map((token) => token.text).join(' ');
}

function phraseUnit(tokens: readonly Token[], at: number, words: number): Unit {
  const text = joined(tokens.slice(at, at + words));
  return { text, entry: WORDS.get(text) ?? null, firstPart: null };
}

function wordUnit(token: Token | undefined): Unit {
  const text = token?.text ?? '';
  const found = token === undefined || token.possessive ? null : findWord(text);
  const owned = token?.possessive === true ? `${text}'s` : text;
  return { text: owned, entry: found?.entry ?? null, firstPart: found?.firstPart ?? null };
}
