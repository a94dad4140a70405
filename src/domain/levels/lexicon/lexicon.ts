import { OrganisationLevel } from '../../terms.js';
import { foldText } from '../title-text.js';
import { ASIAN_ENDINGS } from './asian.js';
import { EASTERN } from './eastern.js';
import { ENGLISH } from './english.js';
import type { Entry, WordList, WordRole } from './entry.js';
import { GERMANIC } from './germanic.js';
import { ROMANCE } from './romance.js';
import { SCOPE_RULES, type ScopeSource } from './scopes.js';

/** A scope rule with its lists folded and ready to ask. */
export interface ScopeRule {
  readonly alone: OrganisationLevel;
  readonly otherwise: OrganisationLevel;
  readonly individual: ReadonlySet<string>;
  readonly managing: ReadonlySet<string>;
  readonly outweighs: boolean;
}

/** The longest phrase of the lexicon, in words. */
export const PHRASE_WORDS = 5;

/** Splits a list of the lexicon into folded words and phrases. */
function wordsOf(list: string | undefined): string[] {
  return (list ?? '')
    .split(',')
    .map((word) => foldText(word.trim()).replace(/\s+/g, ' '))
    .filter(Boolean);
}

type Section = 'words' | 'compounds';
const SCOPED_SECTION = { words: 'scoped', compounds: 'scopedCompounds' } as const;

/** Earlier lists win where languages share a spelling: English is the most frequent in CRM data. */
function load(lists: readonly WordList[], section: Section): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const add = (list: WordList, role: WordRole, scope: string | null, words: string): void => {
    for (const word of wordsOf(words)) {
      if (!entries.has(word)) entries.set(word, { role, headFirst: list.headFirst, scope });
    }
  };
  for (const list of lists) {
    for (const [scope, words] of Object.entries(list[SCOPED_SECTION[section]] ?? {}))
      add(list, 'SCOPED', scope, words);
    for (const [role, words] of Object.entries(list[section] ?? {})) add(list, role as WordRole, null, words);
  }
  return entries;
}

function loadScope(source: ScopeSource): ScopeRule {
  return {
    alone: source.alone,
    otherwise: source.otherwise,
    individual: new Set(wordsOf(source.individual)),
    managing: new Set(wordsOf(source.managing)),
    outweighs: source.outweighs ?? false,
  };
}

const LISTS = [ENGLISH, GERMANIC, ROMANCE, EASTERN];

/** Every word and phrase, folded. */
export const WORDS: ReadonlyMap<string, Entry> = load(LISTS, 'words');

/** Last parts of compound words, folded. */
export const COMPOUNDS: ReadonlyMap<string, Entry> = load(LISTS, 'compounds');

/** First words of phrases, so that most words are looked up once. */
export const PHRASE_STARTS: ReadonlySet<string> = new Set(
  [...WORDS.keys()]
    .filter((word) => word.includes(' '))
    .map((phrase) => phrase.slice(0, phrase.indexOf(' '))),
);

/** Scope rules by name. */
export const SCOPES: ReadonlyMap<string, ScopeRule> = new Map(
  Object.entries(SCOPE_RULES).map(([name, source]) => [name, loadScope(source)]),
);

/** Chinese, Japanese and Korean endings and the level they tell. */
export const ENDINGS: ReadonlyMap<string, OrganisationLevel> = new Map(
  (['UNKNOWN', 'MANAGEMENT', 'OPERATIONS'] as const).flatMap((level) =>
    wordsOf(ASIAN_ENDINGS[level]).map((ending) => [ending, OrganisationLevel[level]] as const),
  ),
);
