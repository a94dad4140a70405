import { Standing } from '../../domain/judgement-terms.js';
import { type OrganisationLevel, type StakeholderRole } from '../../domain/terms.js';
import type { Paint } from '../terminal.js';

/** An amount as GraphQL answers it. */
export interface MoneyAnswer {
  readonly amount: string;
  readonly currency: string;
}

/** What is printed for something that is not known. */
export const NOT_KNOWN = '–';

/** Fewer than this, and a percentage would claim a precision that counting does not give. */
const ENOUGH_FOR_PERCENT = 20;

/** `EUR 312,000`; whole units, because nobody decides by cents. */
export function moneyInWords(money: MoneyAnswer | null): string {
  if (money === null) return NOT_KNOWN;
  return `${money.currency} ${Math.round(Number(money.amount)).toLocaleString('en-GB')}`;
}

/** `54 %`: risk is an index, so it has no interval. */
export function riskInWords(risk: number | null | undefined): string {
  return risk === null || risk === undefined ? NOT_KNOWN : `${Math.round(risk * 100)} %`;
}

/** `10 of 48 accounts`, and the share where there are enough to speak of one. */
export function shareInWords(part: number, whole: number, noun: string): string {
  const counted = `${part} of ${whole} ${whole === 1 ? noun : `${noun}s`}`;
  return whole >= ENOUGH_FOR_PERCENT ? `${counted} (${Math.round((100 * part) / whole)} %)` : counted;
}

/** `at risk`, `decision maker`: a word of the API as one would write it. */
export function codeInWords(code: Standing | OrganisationLevel | StakeholderRole | string): string {
  return code.toLowerCase().replaceAll('_', ' ');
}

/** The colour of a standing. What is not known is never green. */
export function standingPaint(standing: Standing, paint: Paint): (text: string) => string {
  switch (standing) {
    case Standing.AT_RISK:
      return paint.red;
    case Standing.DIVERGING:
      return paint.yellow;
    case Standing.SAFE:
      return paint.green;
    case Standing.UNKNOWN:
      return paint.magenta;
  }
}

/** `2026-11-21` of an instant or a date. */
export function dayInTable(at: string | null): string {
  return at === null ? NOT_KNOWN : at.slice(0, 10);
}
