import type { CalendarDate } from '../../facts.js';
import { daysBetween } from '../../instants.js';
import { OrganisationLevel } from '../../terms.js';
import { dayInWords, join, sentence } from '../../wording/phrases.js';
import type { LevelConfirmation, Sharing } from './confirmations.js';
import type { Course } from './course.js';

const UNCONFIRMED = 'Nobody has confirmed these words yet.';

/** `Confirmed by operations on 3 March 2026. Management has never confirmed it.` */
export function sharingInWords({ levels, last, isShared }: Sharing): string {
  if (last === null) return UNCONFIRMED;
  const said = sentence(`confirmed by ${join(levels.flatMap((level) => confirmedInWords(level)))}`);
  return isShared ? said : `${said} ${neverConfirmed(levels)}`;
}

/** `Management has never confirmed it.`, for where there is room for no more; says so when nobody is missing. */
export function missingInWords({ levels, last, isShared }: Sharing): string {
  if (isShared) return 'Confirmed by all who need to.';
  return last === null ? UNCONFIRMED : neverConfirmed(levels);
}

/** `Met in 3 of 4 check-ins, partly in 1; the last one: not met.` */
export function courseInWords({ met, partly, notMet, latest }: Course): string {
  const all = met + partly + notMet;
  if (latest === null) return 'Never looked at yet.';
  const rest = [partly > 0 ? `partly in ${partly}` : '', notMet > 0 ? `not in ${notMet}` : ''].filter(
    Boolean,
  );
  const found = [`met in ${met} of ${all} ${all === 1 ? 'check-in' : 'check-ins'}`, ...rest].join(', ');
  return sentence(`${found}; the last one: ${latest.toLowerCase().replace('_', ' ')}`);
}

/** `Check-in due on 3 March 2026, 12 days ago.` */
export function dueInWords(dueOn: CalendarDate | null, today: CalendarDate): string {
  if (dueOn === null) return 'Retired.';
  const days = daysOverdue(dueOn, today);
  const late = days === 0 ? '' : `, ${days} ${days === 1 ? 'day' : 'days'} ago`;
  return `Check-in due on ${dayInWords(dueOn)}${late}.`;
}

/** Whole days since the day something was due; 0 up to and on that day, and where there is no such day. */
export function daysOverdue(dueOn: CalendarDate | null, today: CalendarDate): number {
  return dueOn === null ? 0 : Math.max(0, Math.round(daysBetween(dueOn, today)));
}

function neverConfirmed(levels: readonly LevelConfirmation[]): string {
  const missing = levels.filter(({ isNeeded, lastConfirmedAt }) => isNeeded && lastConfirmedAt === null);
  const verb = missing.length === 1 ? 'has' : 'have';
  return sentence(`${join(missing.map(({ level }) => nameOf(level)))} ${verb} never confirmed it`);
}

function confirmedInWords({ level, lastConfirmedAt }: LevelConfirmation): string[] {
  return lastConfirmedAt === null ? [] : [`${nameOf(level)} on ${dayInWords(lastConfirmedAt)}`];
}

function nameOf(level: OrganisationLevel): string {
  return level === OrganisationLevel.UNKNOWN ? 'somebody of unknown level' : level.toLowerCase();
}
