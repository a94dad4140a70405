import type { CalendarDate } from '../../facts.js';
import type { Outcome } from '../outcome.js';
import { countedShare, type CountedShare } from '../counted-share.js';

/** A calendar year in which an account was seen to decide about us. */
export interface AccountYear {
  readonly accountId: string;
  readonly year: number;
  /** False if it left at any time of the year, whatever else it did in it. */
  readonly stayed: boolean;
  /** The day it left; if it stayed, that of its last decision of the year. */
  readonly decidedOn: CalendarDate;
}

/**
 * The account-years behind some outcomes. Several decisions of an account in one year count once, so that an account with
 * many contracts does not outvote the others; the day it first left is the one that counts.
 */
export function accountYearsOf(outcomes: readonly Outcome[]): AccountYear[] {
  const years = new Map<string, AccountYear>();
  for (const { accountId, stayed, decidedOn } of [...outcomes].sort(byDay)) {
    const year = Number(decidedOn.slice(0, 4));
    const key = `${accountId} ${year}`;
    if (years.get(key)?.stayed === false) continue;
    years.set(key, { accountId, year, stayed, decidedOn });
  }
  return [...years.values()];
}

/** Fewer account-years than this are shown, and nothing is worked out from them. */
export const ENOUGH_ACCOUNT_YEARS = 10;

/** The share of account-years that ended with the account still with us. */
export function retentionOf(years: readonly AccountYear[]): CountedShare {
  return countedShare(years.filter(({ stayed }) => stayed).length, years.length);
}

function byDay(a: Outcome, b: Outcome): number {
  return a.decidedOn < b.decidedOn ? -1 : Number(a.decidedOn > b.decidedOn);
}
