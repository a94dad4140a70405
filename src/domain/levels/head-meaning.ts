import { OrganisationLevel } from '../terms.js';
import { SCOPES, type ScopeRule } from './lexicon/lexicon.js';
import type { TitleHead } from './title-head.js';
import type { Unit } from './title-units.js';

/** Why a title says what it says. Codes, never prose. */
export type TitleReason =
  | 'RANK'
  | 'MANAGES_UNIT'
  | 'HANDLES_OBJECT'
  | 'CHIEF_OF_OCCUPATION'
  | 'BANK_GRADE'
  | 'FIRST_LINE'
  | 'OCCUPATION'
  | 'OCCUPATION_BY_ENDING'
  | 'AIDE'
  | 'LEARNER'
  | 'MANAGING_BODY'
  | 'NO_LONGER'
  | 'NO_RANK_NAMED';

/** What one part of a title says, and the words that say it. */
export interface TitleReading {
  readonly level: OrganisationLevel;
  readonly reason: TitleReason;
  readonly words: string;
}

const { MANAGEMENT, OPERATIONS, UNKNOWN } = OrganisationLevel;
const WORDS_OF_SCOPE = 4;
const CHIEF_WORDS = new Set(['chief', 'cheif', 'head', 'principal', 'executive']);

/** Says what a head means at its place in the title; `inBank` tells that vice presidents are a grade there. */
export function meaningOf(head: TitleHead, inBank: () => boolean): TitleReading {
  const words = head.unit.text;
  switch (head.entry.role) {
    case 'TOP':
    case 'RANK':
      return { level: MANAGEMENT, reason: 'RANK', words };
    case 'VICE':
      return viceMeaning(head, inBank);
    case 'CHIEF':
      return { level: MANAGEMENT, reason: 'MANAGES_UNIT', words };
    case 'SCOPED':
      return scopedMeaning(head);
    case 'FIRST_LINE':
      return { level: OPERATIONS, reason: 'FIRST_LINE', words };
    case 'AIDE':
    case 'LEARNER':
      return { level: OPERATIONS, reason: head.entry.role, words };
    case 'WORK':
    case 'BODY':
    case 'OFFICE':
    case 'FORMER':
    case 'LINK':
    case 'FUNCTION':
      return occupationMeaning(head);
  }
}

/** In a bank only the scope makes a vice president a manager, and an assistant vice president never is one by title. */
function viceMeaning(head: TitleHead, inBank: () => boolean): TitleReading {
  const words = head.unit.text;
  const assistant = words !== 'vp' && !words.startsWith('vice');
  const scoped = head.after.some((unit) => unit.entry?.role !== 'LINK') || head.before.length > 0;
  if ((scoped && !assistant) || !inBank()) return { level: MANAGEMENT, reason: 'RANK', words };
  return { level: UNKNOWN, reason: 'BANK_GRADE', words };
}

function occupationMeaning(head: TitleHead): TitleReading {
  const chief = head.before.find((unit) => unit.entry?.role === 'CHIEF');
  if (chief !== undefined) {
    return { level: MANAGEMENT, reason: 'CHIEF_OF_OCCUPATION', words: `${chief.text} ${head.unit.text}` };
  }
  return {
    level: OPERATIONS,
    reason: head.guessed ? 'OCCUPATION_BY_ENDING' : 'OCCUPATION',
    words: head.unit.text,
  };
}

function scopedMeaning(head: TitleHead): TitleReading {
  const rule = SCOPES.get(head.entry.scope ?? '');
  const words = head.unit.text;
  if (rule === undefined) return { level: UNKNOWN, reason: 'NO_RANK_NAMED', words };
  const neighbours = neighboursOf(head);
  const managing = neighbours.find((word) => rule.managing.has(word)) ?? chiefBefore(head);
  if (managing !== undefined) return { level: MANAGEMENT, reason: 'RANK', words: shown(head, managing) };
  const object = neighbours.find((word) => isObject(rule, word));
  if (object !== undefined)
    return { level: OPERATIONS, reason: 'HANDLES_OBJECT', words: shown(head, object) };
  const level = isAlone(head) ? rule.alone : rule.otherwise;
  if (level === MANAGEMENT) return { level, reason: 'MANAGES_UNIT', words };
  return { level, reason: head.entry.scope === 'secretary' ? 'AIDE' : 'OCCUPATION', words };
}

/** The deciding words in the order they were written. */
function shown(head: TitleHead, neighbour: string): string {
  const { text, firstPart } = head.unit;
  if (firstPart !== null) return text;
  return head.entry.headFirst ? `${text} ${neighbour}` : `${neighbour} ${text}`;
}

function isAlone(head: TitleHead): boolean {
  return head.before.length === 0 && (head.after.length === 0 || head.linked) && head.unit.firstPart === null;
}

function chiefBefore(head: TitleHead): string | undefined {
  return head.before.find((unit) => unit.entry?.role === 'CHIEF' && CHIEF_WORDS.has(unit.text))?.text;
}

/** The nearest words first, so that the most telling neighbour is the one shown. */
function neighboursOf(head: TitleHead): string[] {
  if (head.unit.firstPart !== null) return [head.unit.firstPart];
  if (head.entry.headFirst || head.entry.scope === 'cook') {
    return [...pairs(scopeAfter(head.after)), ...(head.entry.headFirst ? [] : lastWords(head.before))];
  }
  return lastWords(head.before);
}

function scopeAfter(after: readonly Unit[]): string[] {
  const words = after.filter((unit) => unit.entry?.role !== 'LINK').flatMap((unit) => unit.text.split(' '));
  return words.slice(0, WORDS_OF_SCOPE).slice(0, 2);
}

function lastWords(before: readonly Unit[]): string[] {
  const words = before.flatMap((unit) => unit.text.split(' '));
  return words.length === 0 ? [] : [words.slice(-2).join(' '), words.at(-1) ?? ''];
}

function pairs(words: readonly string[]): string[] {
  return words.length > 1 ? [words.join(' '), ...words] : [...words];
}

/** A first part of a compound may be a compound itself: `Bauprojekt` ends in `projekt`; a linking `s` is no letter of it. */
function isObject(rule: ScopeRule, word: string): boolean {
  if (rule.individual.has(word) || (word.endsWith('s') && rule.individual.has(word.slice(0, -1))))
    return true;
  return (
    word.length > 8 &&
    !word.includes(' ') &&
    [4, 5, 6, 7].some((length) => rule.individual.has(word.slice(-length)))
  );
}
