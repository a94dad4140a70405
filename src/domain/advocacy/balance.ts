import type { AccountFacts } from '../facts.js';
import { isWithin, type Period } from '../instants.js';
import { levelAt } from '../map/levels-held.js';
import { OrganisationLevel } from '../terms.js';
import type { AdvocacyFacts } from './advocacy-facts.js';
import { asked, BalanceKind, type BalanceLine, given } from './balance-lines.js';

/** Who gave: they, because we asked, or we. */
export enum BalanceSide {
  ASKED = 'ASKED',
  GIVEN = 'GIVEN',
}

/** A line of the ledger: one person gave or was given one thing. */
export interface BalanceEntry extends BalanceLine {
  readonly side: BalanceSide;
  /** The level held at the time. */
  readonly level: OrganisationLevel;
}

/** How much was asked and given. */
export interface BalanceSum {
  readonly asked: number;
  readonly given: number;
}

/** The sum of one level, and of what it is made. */
export interface LevelBalance extends BalanceSum {
  readonly level: OrganisationLevel;
  readonly kinds: readonly { readonly kind: BalanceKind; readonly count: number }[];
}

/** The sum of one calendar month, `2026-03`, and what was given beyond what was asked from the first month to its end. */
export interface MonthBalance extends BalanceSum {
  readonly month: string;
  readonly balance: number;
}

/** What we asked of an account and what we gave, over a period. */
export interface Balance extends BalanceSum {
  /** Latest first. */
  readonly entries: readonly BalanceEntry[];
  readonly levels: readonly LevelBalance[];
  /** Every month in which something was asked or given, ascending. */
  readonly months: readonly MonthBalance[];
}

const GIVEN: readonly BalanceKind[] = [
  BalanceKind.TEACHING,
  BalanceKind.RESOLUTION_TOLD,
  BalanceKind.PROMISE_KEPT,
];

/** What we asked of the people of an account (answers, references, meetings) against what we gave them, in a period. */
export function balanceOf(facts: AccountFacts, advocacy: AdvocacyFacts, period: Period): Balance {
  const people = new Map(facts.stakeholders.map((person) => [person.id, person]));
  const entries = [...asked(facts, advocacy), ...given(facts, advocacy)]
    .filter(({ at }) => isWithin(at, period))
    .map((line) => ({
      ...line,
      side: GIVEN.includes(line.kind) ? BalanceSide.GIVEN : BalanceSide.ASKED,
      level: levelAt(people.get(line.stakeholderId)?.levels ?? [], line.at),
    }))
    .sort(
      (a, b) =>
        compare(b.at, a.at) || compare(a.recordId, b.recordId) || compare(a.stakeholderId, b.stakeholderId),
    );
  return {
    ...sumOf(entries),
    entries,
    levels: Object.values(OrganisationLevel).flatMap((level) => levelBalance(level, entries)),
    months: monthsOf(entries),
  };
}

function levelBalance(level: OrganisationLevel, all: readonly BalanceEntry[]): LevelBalance[] {
  const entries = all.filter((entry) => entry.level === level);
  if (entries.length === 0 && level === OrganisationLevel.UNKNOWN) return [];
  const kinds = Object.values(BalanceKind).map((kind) => ({
    kind,
    count: entries.filter((entry) => entry.kind === kind).length,
  }));
  return [{ level, ...sumOf(entries), kinds: kinds.filter(({ count }) => count > 0) }];
}

function monthsOf(entries: readonly BalanceEntry[]): MonthBalance[] {
  const months = [...new Set(entries.map(({ at }) => at.slice(0, 7)))].sort();
  return months.map((month) => {
    const upTo = sumOf(entries.filter(({ at }) => at.slice(0, 7) <= month));
    const own = sumOf(entries.filter(({ at }) => at.startsWith(month)));
    return { month, ...own, balance: upTo.given - upTo.asked };
  });
}

function sumOf(entries: readonly BalanceEntry[]): BalanceSum {
  const asked = entries.filter(({ side }) => side === BalanceSide.ASKED).length;
  return { asked, given: entries.length - asked };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
