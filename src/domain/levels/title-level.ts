import { OrganisationLevel } from '../terms.js';
import { meaningOf, type TitleReading } from './head-meaning.js';
import { findHead } from './title-head.js';
import { foldText, readSegments, TITLE_LENGTH_READ, type Segment } from './title-text.js';
import { readUnits, type Unit } from './title-units.js';
import { isAsian, readEnding } from './word-forms.js';

/** What surrounds a title and changes its meaning. */
export interface TitleContext {
  /** The account's industry as the CRM spells it. */
  readonly industry?: string | null;
  /** The person's department as the CRM spells it. */
  readonly department?: string | null;
}

const { MANAGEMENT, OPERATIONS, UNKNOWN } = OrganisationLevel;
const NO_LETTERS = /[^\p{L}]+/gu;
const NOTHING: TitleReading = { level: UNKNOWN, reason: 'NO_RANK_NAMED', words: '' };
const BANK_WORDS = [
  'bank',
  'banking',
  'banks',
  'financial services',
  'capital markets',
  'lending',
  'banque',
  'banca',
  'bancaire',
  'wealth management',
  'brokerage',
];
const HEALTH_WORDS = [
  'health',
  'hospital',
  'medical',
  'clinic',
  'phd',
  'physician',
  'facp',
  'facs',
  'mph',
  'do',
  'cardiology',
  'surgery',
  'pediatrics',
  'krankenhaus',
];

/** Reads a job title in any of the lexicon's languages. Never throws; the time is linear in the length read. */
export function readTitle(title: string, context: TitleContext = {}): TitleReading {
  const segments = readSegments(title);
  const place = placeOf(title, context);
  const readings: TitleReading[] = [];
  let superiorFollows = false;
  let scopeOpen = false;
  for (const [index, segment] of segments.entries()) {
    if (superiorFollows && segment.opener !== '(') break;
    if (scopeOpen && segment.opener === '&') continue;
    const units = readUnits(segment.tokens);
    const reading = readSegment(units, segments, index, place);
    scopeOpen = reading !== null && units.some((unit) => unit.entry?.role === 'LINK');
    superiorFollows = reading?.reason === 'AIDE' && (scopeOpen || isAppended(segments[index + 1]));
    if (reading !== null) readings.push(reading);
  }
  return strongest(readings) ?? bodyReading(segments) ?? NOTHING;
}

/** Whether the account, the department or the title itself speaks of a trade; asked only where it matters. */
interface Place {
  readonly inBank: () => boolean;
  readonly inHealth: () => boolean;
}

function placeOf(title: string, { industry, department }: TitleContext): Place {
  const names = (words: readonly string[]): boolean =>
    [industry, department, title].some((text) => {
      const folded = foldText((text ?? '').slice(0, TITLE_LENGTH_READ)).replace(NO_LETTERS, ' ');
      return words.some((word) => ` ${folded} `.includes(` ${word} `));
    });
  return { inBank: () => names(BANK_WORDS), inHealth: () => names(HEALTH_WORDS) };
}

/** After an aide, a comma or a dash brings the superior (`Executive Assistant, CEO`), a slash another job. */
function isAppended(next: Segment | undefined): boolean {
  return next?.opener === ',' || next?.opener === '-';
}

function readSegment(
  units: readonly Unit[],
  segments: readonly Segment[],
  index: number,
  place: Place,
): TitleReading | null {
  const former = units.find((unit) => unit.entry?.role === 'FORMER');
  if (former !== undefined) return { level: UNKNOWN, reason: 'NO_LONGER', words: former.text };
  const asian = readAsian(units);
  if (asian !== null) return asian;
  const head = findHead(inverted(units, segments[index + 1]));
  if (head === null && units.at(-1)?.text === 'md') return doctorOrDirector(place);
  if (head === null || isPlace(head.before, units)) return null;
  return meaningOf(head, place.inBank);
}

function doctorOrDirector(place: Place): TitleReading {
  return place.inHealth()
    ? { level: OPERATIONS, reason: 'OCCUPATION', words: 'md' }
    : { level: MANAGEMENT, reason: 'RANK', words: 'md' };
}

/** `Executive, Account` and `Officer, Loan` are written for sorting and read the other way round. */
function inverted(units: readonly Unit[], next: Segment | undefined): readonly Unit[] {
  const scope = units[0]?.entry?.scope;
  if (
    next === undefined ||
    units.length !== 1 ||
    !isAppended(next) ||
    (scope !== 'executive' && scope !== 'officer')
  )
    return units;
  const subject = readUnits(next.tokens);
  return findHead(subject) === null ? [...subject, ...units] : units;
}

/** `CEO Office` is a place, not a person. */
function isPlace(before: readonly Unit[], units: readonly Unit[]): boolean {
  return (
    units.at(-1)?.entry?.role === 'OFFICE' &&
    before.length === 0 &&
    units.length === 2 &&
    units[0]?.entry?.role === 'TOP'
  );
}

function readAsian(units: readonly Unit[]): TitleReading | null {
  const words = units.filter((unit) => isAsian(unit.text)).map((unit) => unit.text);
  if (words.length === 0) return null;
  const found = words.map(readEnding).filter((reading) => reading !== null);
  const last = found.findLast((reading) => reading.level !== UNKNOWN) ?? found.at(-1);
  if (last === undefined) return null;
  const reason =
    last.level === MANAGEMENT ? 'RANK' : last.level === OPERATIONS ? 'OCCUPATION' : 'NO_RANK_NAMED';
  return { level: last.level, reason, words: last.ending };
}

/** A rank held in its own right counts most, then an occupation; what the person no longer is counts for nothing. */
function strongest(readings: readonly TitleReading[]): TitleReading | null {
  const learner = readings.find((reading) => reading.reason === 'LEARNER');
  if (learner !== undefined) return learner;
  for (const level of [MANAGEMENT, OPERATIONS, UNKNOWN]) {
    const found = readings.find((reading) => reading.level === level);
    if (found !== undefined) return found;
  }
  return null;
}

function bodyReading(segments: readonly Segment[]): TitleReading | null {
  for (const segment of segments) {
    const [first, ...rest] = readUnits(segment.tokens);
    if (first?.entry?.role === 'BODY' && !rest.some((unit) => unit.entry?.role === 'OFFICE')) {
      return { level: MANAGEMENT, reason: 'MANAGING_BODY', words: first.text };
    }
  }
  return null;
}
