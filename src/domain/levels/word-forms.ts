import { OrganisationLevel } from '../terms.js';
import type { Entry } from './lexicon/entry.js';
import { COMPOUNDS, ENDINGS, WORDS } from './lexicon/lexicon.js';

/** A word found in the lexicon, perhaps as another form of it. */
export interface FoundWord {
  readonly entry: Entry;
  /** The first part of a compound (`projekt` of `Projektleiter`), which decides like a neighbour would. */
  readonly firstPart: string | null;
}

const SHORTEST_COMPOUND = 7;
const SHORTEST_ENDING = 4;
const LONGEST_WORD = 48;

/** Finds a word as it stands, in the plural or feminine, as a compound, or with one typing mistake. */
export function findWord(word: string): FoundWord | null {
  const entry = findForm(word);
  if (entry !== null) return { entry, firstPart: null };
  if (word.length > LONGEST_WORD) return null;
  return findCompound(word) ?? findTypo(word);
}

function findForm(word: string): Entry | null {
  const found = WORDS.get(word);
  if (found !== undefined) return found;
  if (word.length < 4) return null;
  if (word.endsWith('s')) return WORDS.get(word.slice(0, -1)) ?? null;
  if (word.endsWith('innen')) return WORDS.get(word.slice(0, -5)) ?? null;
  if (word.endsWith('in')) return WORDS.get(word.slice(0, -2)) ?? null;
  return word.startsWith('ال') ? (WORDS.get(word.slice(2)) ?? null) : null;
}

function findCompound(word: string): FoundWord | null {
  if (word.length < SHORTEST_COMPOUND) return null;
  const stem = word.endsWith('in') ? word.slice(0, -2) : word;
  for (const form of stem === word ? [word] : [word, stem]) {
    for (let start = 0; start <= form.length - SHORTEST_ENDING; start += 1) {
      const entry = COMPOUNDS.get(form.slice(start));
      if (entry !== undefined) return { entry, firstPart: start === 0 ? null : form.slice(0, start) };
    }
  }
  return null;
}

/** Frequent words worth reading in spite of a slip; short ones are too near to other words. */
const MISTYPED = [
  'manager',
  'director',
  'engineer',
  'president',
  'supervisor',
  'assistant',
  'analyst',
  'specialist',
  'technician',
  'coordinator',
  'consultant',
  'executive',
  'officer',
  'administrator',
  'accountant',
  'developer',
  'representative',
  'secretary',
  'chairman',
  'founder',
  'controller',
  'superintendent',
  'associate',
  'programmer',
  'architect',
  'foreman',
  'principal',
  'treasurer',
];
const SHORTENED = new Map(
  MISTYPED.flatMap((word) => [word, ...shortened(word)].map((form) => [form, word] as const)),
);
const SHORTEST_MISTYPED = 6;

function shortened(word: string): string[] {
  return Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1));
}

/** Two words that meet after losing at most one letter each differ by one slip: a letter lost, added, changed or swapped. */
function findTypo(word: string): FoundWord | null {
  if (word.length < SHORTEST_MISTYPED || word.length > 16) return null;
  for (const form of [word, ...shortened(word)]) {
    const meant = SHORTENED.get(form);
    const entry = meant === undefined || meant[0] !== word[0] ? undefined : WORDS.get(meant);
    if (entry !== undefined) return { entry, firstPart: null };
  }
  return null;
}

/** Endings that make an occupation out of a verb or a subject, in several languages. */
const AGENT_ENDINGS = new Set(
  `er or ist ician ian ologist eer man woman person smith eur euse iste ien ienne ier dor dora ista ero tore trice aio iere eiro
  ologo ologa grafo ant are nik arz ник тель ист ер ор олог щик чик λόγος ητής وجي uzmani`
    .split(/\s+/)
    .map((ending) => ending.normalize('NFD').replace(/\p{M}/gu, '')),
);
const SHORTEST_AGENT = 5;

/** True for a word that is not in the lexicon and is built like an occupation: `beekeeper`, `hydrologist`. */
export function looksLikeOccupation(word: string): boolean {
  if (word.length < SHORTEST_AGENT || word.length > LONGEST_WORD) return false;
  for (let length = 2; length <= 7 && length <= word.length - 3; length += 1) {
    if (AGENT_ENDINGS.has(word.slice(-length))) return true;
  }
  return false;
}

const ASIAN = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const ASIAN_LETTERS_READ = 12;

/** True when a word is written in Chinese, Japanese or Korean characters. */
export function isAsian(word: string): boolean {
  return ASIAN.test(word);
}

/** Reads a Chinese, Japanese or Korean word by its longest known ending; null if none is known. */
export function readEnding(word: string): { level: OrganisationLevel; ending: string } | null {
  for (let length = Math.min(word.length, ASIAN_LETTERS_READ); length >= 1; length -= 1) {
    const ending = word.slice(-length);
    const level = ENDINGS.get(ending);
    if (level !== undefined) return { level, ending };
  }
  return null;
}
