import type { Entry, WordRole } from './lexicon/entry.js';
import { SCOPES } from './lexicon/lexicon.js';
import type { Unit } from './title-units.js';
import { looksLikeOccupation } from './word-forms.js';

/** The head of a part of a title: the word that names what the person is. */
export interface TitleHead {
  readonly unit: Unit;
  readonly entry: Entry;
  /** Words that say what the head is about: before it in English, after it in head-first languages. */
  readonly before: readonly Unit[];
  readonly after: readonly Unit[];
  /** True if the word is only known by its ending. */
  readonly guessed: boolean;
  /** True if words of scope follow a link (`of`, `de`). */
  readonly linked: boolean;
}

const HEAD_ROLES: ReadonlySet<WordRole> = new Set([
  'TOP',
  'RANK',
  'VICE',
  'SCOPED',
  'CHIEF',
  'FIRST_LINE',
  'WORK',
  'AIDE',
  'LEARNER',
]);
const OCCUPATION: Entry = { role: 'WORK', headFirst: false, scope: null };

/** Finds the head among the words before the first link; null if nothing there names a person. */
export function findHead(units: readonly Unit[]): TitleHead | null {
  const link = units.findIndex((unit) => unit.entry?.role === 'LINK');
  const main = link < 0 ? units : units.slice(0, link);
  const at = headIndex(main);
  if (at >= 0) return headAt(units, main, at, link >= 0);
  return guessedHead(units, main, link >= 0);
}

function headAt(
  units: readonly Unit[],
  main: readonly Unit[],
  at: number,
  linked: boolean,
): TitleHead | null {
  const unit = main[at];
  if (unit?.entry == null) return null;
  const last = main.at(-1);
  if (at < main.length - 1 && last !== undefined && isModifier(unit.entry) && isGuess(last)) {
    return guessedHead(units, main, linked);
  }
  return {
    unit,
    entry: unit.entry,
    before: main.slice(0, at),
    after: units.slice(at + 1),
    guessed: false,
    linked,
  };
}

/** Only the last and the first word are guessed: the others are scope. */
function guessedHead(units: readonly Unit[], main: readonly Unit[], linked: boolean): TitleHead | null {
  const at = [main.length - 1, 0].find((index) => main[index] !== undefined && isGuess(main[index]));
  const unit = at === undefined ? undefined : main[at];
  if (at === undefined || unit === undefined) return null;
  return {
    unit,
    entry: OCCUPATION,
    before: main.slice(0, at),
    after: units.slice(at + 1),
    guessed: true,
    linked,
  };
}

function isGuess(unit: Unit): boolean {
  return unit.entry === null && looksLikeOccupation(unit.text);
}

/** A rank that leans on a following occupation: `Executive Beekeeper` keeps bees. */
function isModifier(entry: Entry): boolean {
  return (
    entry.role === 'SCOPED' &&
    (entry.scope === 'executive' || entry.scope === 'principal' || entry.scope === 'partner')
  );
}

function headIndex(main: readonly Unit[]): number {
  const ranked = main.flatMap((unit, index) =>
    unit.entry !== null && HEAD_ROLES.has(unit.entry.role) ? [index] : [],
  );
  const first = ranked[0];
  if (first === undefined) return -1;
  const learner = [main.length - 1, first].find((index) => main[index]?.entry?.role === 'LEARNER');
  if (learner !== undefined) return learner;
  if (main[first]?.entry?.headFirst === true) return first;
  const candidates = ranked.filter((index) => main[index]?.entry?.headFirst !== true);
  return outweighing(main, candidates) ?? lastOfRun(main, candidates);
}

/** English heads end the phrase; with only subjects after it, the first run of ranks holds the head. */
function lastOfRun(main: readonly Unit[], candidates: readonly number[]): number {
  const last = candidates.at(-1) ?? -1;
  if (last === main.length - 1) return last;
  let end = candidates[0] ?? -1;
  for (const index of candidates) if (index === end + 1) end = index;
  return end;
}

/** An owner stays an owner beside an occupation (`Owner Operator`), though not before an aide (`CEO Assistant`). */
function outweighing(main: readonly Unit[], candidates: readonly number[]): number | null {
  const index = candidates.find((candidate) => stands(main, candidate));
  if (index === undefined) return null;
  const followed = main
    .slice(index + 1)
    .some((unit) => unit.entry?.role === 'AIDE' || unit.entry?.role === 'OFFICE');
  return followed ? null : index;
}

function stands(main: readonly Unit[], index: number): boolean {
  const entry = main[index]?.entry;
  if (entry?.role === 'TOP') return true;
  const rule = entry?.scope == null ? undefined : SCOPES.get(entry.scope);
  return rule?.outweighs === true && !rule.individual.has(main[index - 1]?.text ?? '');
}
