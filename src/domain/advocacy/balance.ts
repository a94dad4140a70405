import type { AccountFacts, Instant } from '../facts.js';
import { isWithin, type Period } from '../instants.js';
import { levelAt } from '../map/levels-held.js';
import {
  AskKind,
  Channel,
  CommitmentStatus,
  OrganisationLevel,
  ProblemKnowledge,
  Provenance,
} from '../terms.js';
import type { AdvocacyFacts } from './advocacy-facts.js';

/** Who gave: they, because we asked, or we. */
export enum BalanceSide {
  ASKED = 'ASKED',
  GIVEN = 'GIVEN',
}

/** What was asked of them, or given to them. */
export enum BalanceKind {
  ANSWER = 'ANSWER',
  REFERENCE = 'REFERENCE',
  MEETING = 'MEETING',
  AMPLIFICATION = 'AMPLIFICATION',
  OTHER = 'OTHER',
  TEACHING = 'TEACHING',
  RESOLUTION_TOLD = 'RESOLUTION_TOLD',
  PROMISE_KEPT = 'PROMISE_KEPT',
}

/** A line of the ledger: one person gave or was given one thing. */
export interface BalanceEntry {
  readonly side: BalanceSide;
  readonly kind: BalanceKind;
  readonly stakeholderId: string;
  /** The level held at the time. */
  readonly level: OrganisationLevel;
  readonly at: Instant;
  /** The record behind it. */
  readonly recordId: string;
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

type Line = Omit<BalanceEntry, 'side' | 'level'>;

const GIVEN: readonly BalanceKind[] = [
  BalanceKind.TEACHING,
  BalanceKind.RESOLUTION_TOLD,
  BalanceKind.PROMISE_KEPT,
];

/** Contacts that take somebody's time at a place and an hour. */
const MEETINGS: readonly Channel[] = [Channel.MEETING, Channel.VISIT];

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

function asked({ answers, interactions }: AccountFacts, { asks, amplifications }: AdvocacyFacts): Line[] {
  const solicited = answers.filter(
    (each) => each.solicited && each.provenance === Provenance.CUSTOMER_STATED,
  );
  const meetings = interactions.filter(({ channel }) => MEETINGS.includes(channel));
  return [
    ...solicited.map(({ id, stakeholderId, answeredAt }) =>
      line(BalanceKind.ANSWER, id, stakeholderId, answeredAt),
    ),
    ...meetings.flatMap(({ id, stakeholderIds, occurredAt }) =>
      stakeholderIds.map((each) => line(BalanceKind.MEETING, id, each, occurredAt)),
    ),
    ...asks.flatMap(({ id, kind, stakeholderId, askedAt }) => {
      const counted = kindOfAsk(kind);
      return counted === null ? [] : [line(counted, id, stakeholderId, askedAt)];
    }),
    ...amplifications.map(({ id, advocateId, occurredAt }) =>
      line(BalanceKind.AMPLIFICATION, id, advocateId, occurredAt),
    ),
  ];
}

function given({ knowledge, commitments }: AccountFacts, { teachings }: AdvocacyFacts): Line[] {
  const told = knowledge.filter((entry) => entry.knowledge === ProblemKnowledge.TOLD_OF_RESOLUTION);
  return [
    ...teachings.flatMap(({ id, stakeholderIds, taughtAt }) =>
      stakeholderIds.map((each) => line(BalanceKind.TEACHING, id, each, taughtAt)),
    ),
    ...told.map(({ id, stakeholderId, at }) => line(BalanceKind.RESOLUTION_TOLD, id, stakeholderId, at)),
    ...commitments.flatMap(({ id, madeToIds, settled, settledAt }) =>
      settled === CommitmentStatus.KEPT && settledAt !== null
        ? madeToIds.map((each) => line(BalanceKind.PROMISE_KEPT, id, each, settledAt))
        : [],
    ),
  ];
}

/** A meeting we asked for is counted when it takes place, as the contact it then is. */
function kindOfAsk(kind: AskKind): BalanceKind | null {
  switch (kind) {
    case AskKind.REFERENCE:
    case AskKind.INTRODUCTION:
      return BalanceKind.REFERENCE;
    case AskKind.MEETING:
      return null;
    case AskKind.OTHER:
      return BalanceKind.OTHER;
  }
}

function line(kind: BalanceKind, recordId: string, stakeholderId: string, at: Instant): Line {
  return { kind, recordId, stakeholderId, at };
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
