import { Basis, OrganisationLevel } from '../terms.js';
import type { TitleReason } from './head-meaning.js';
import { readTitle, type TitleContext } from './title-level.js';

/** What is known of somebody that may tell the level. Everything may be missing. */
export interface LevelSignals {
  /** A CRM field the import maps to levels; `level` is UNKNOWN when its mapping has no line for the text. */
  readonly field?: { readonly level: OrganisationLevel; readonly text: string } | null;
  /** The job title as the CRM spells it. */
  readonly title?: string | null;
  /** People who report to this person at the account; null if no reporting lines are known. */
  readonly directReports?: number | null;
  /** Steps up to the topmost person; 0 is the top. Shown, never judged: assistants report to the top too. */
  readonly depth?: number | null;
}

/** Why a signal says what it says. Codes, never prose. */
export type LevelReason = TitleReason | 'MAPPED' | 'NOT_MAPPED' | 'HAS_REPORTS' | 'NO_REPORTS';

/** One piece of evidence for a level, whether it decided or not. */
export interface LevelSignal {
  readonly source: 'FIELD' | 'TITLE' | 'REPORTING_LINE';
  /** UNKNOWN: the signal was looked at and proves nothing. */
  readonly says: OrganisationLevel;
  readonly because: LevelReason;
  /** The words that matched (folded for a title, as written for a field); for a reporting line, its figures. */
  readonly words: string;
}

/** A level with the basis it rests on and the evidence, strongest source first. */
export interface LevelInference {
  readonly level: OrganisationLevel;
  /** Null when the level is UNKNOWN. */
  readonly basis: Basis | null;
  readonly signals: readonly LevelSignal[];
}

/** From this many direct reports on, the line outweighs a title that names an occupation. */
export const REPORTS_OUTWEIGHING_TITLE = 3;

const { MANAGEMENT, OPERATIONS, UNKNOWN } = OrganisationLevel;
/** Titles that go with reports without deciding anything, so that the line cannot overrule them. */
const WITH_REPORTS_ANYWAY: ReadonlySet<LevelReason> = new Set<LevelReason>(['FIRST_LINE', 'AIDE', 'LEARNER']);

/**
 * Infers somebody's level: the mapped field, else the job title, else the reporting line. The line overrules an
 * occupation only from `REPORTS_OUTWEIGHING_TITLE` on. Never throws.
 */
export function inferLevel(signals: LevelSignals, context: TitleContext = {}): LevelInference {
  const field = fieldSignal(signals);
  const title = titleSignal(signals, context);
  const line = lineSignal(signals);
  const shown = [field, title, line].filter((signal) => signal !== null);
  if (field !== null && field.says !== UNKNOWN)
    return { level: field.says, basis: Basis.STATED, signals: shown };
  const level = lineDecides(title, signals.directReports ?? 0) ? MANAGEMENT : (title?.says ?? UNKNOWN);
  return { level, basis: level === UNKNOWN ? null : Basis.INFERRED, signals: shown };
}

function lineDecides(title: LevelSignal | null, reports: number): boolean {
  if (title === null || title.says === UNKNOWN) return reports > 0;
  return (
    title.says === OPERATIONS &&
    reports >= REPORTS_OUTWEIGHING_TITLE &&
    !WITH_REPORTS_ANYWAY.has(title.because)
  );
}

function fieldSignal({ field }: LevelSignals): LevelSignal | null {
  if (field == null || (field.text.trim() === '' && field.level === UNKNOWN)) return null;
  const because = field.level === UNKNOWN ? 'NOT_MAPPED' : 'MAPPED';
  return { source: 'FIELD', says: field.level, because, words: field.text.trim() };
}

function titleSignal({ title }: LevelSignals, context: TitleContext): LevelSignal | null {
  if (title == null || title.trim() === '') return null;
  const reading = readTitle(title, context);
  return { source: 'TITLE', says: reading.level, because: reading.reason, words: reading.words };
}

function lineSignal({ directReports, depth }: LevelSignals): LevelSignal | null {
  if (directReports == null) return null;
  const words = depth == null ? `${directReports} reports` : `${directReports} reports, depth ${depth}`;
  return directReports > 0
    ? { source: 'REPORTING_LINE', says: MANAGEMENT, because: 'HAS_REPORTS', words }
    : { source: 'REPORTING_LINE', says: UNKNOWN, because: 'NO_REPORTS', words };
}
