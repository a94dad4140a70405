import { OrganisationLevel, OrganisationStructure, StakeholderRole } from '../../domain/terms.js';
import { FIRST_NAMES, LAST_NAMES, MANAGEMENT_TITLES, OPERATIONS_TITLES } from './cast.js';
import type { Random } from '../random.js';
import type { Story } from './stories.js';

type NamedLevel = OrganisationLevel.OPERATIONS | OrganisationLevel.MANAGEMENT;

/** One person's seat at a demo account. Days count back from today. */
export interface Seat {
  /** Unique within the demo. */
  readonly key: string;
  readonly fullName: string;
  readonly email: string;
  readonly title: string;
  readonly level: NamedLevel;
  /** False where the level is left to be inferred from the title. */
  readonly levelStated: boolean;
  readonly roles: readonly StakeholderRole[];
  readonly reportsTo: string | null;
  readonly startedDaysAgo: number;
  readonly leftDaysAgo: number | null;
  readonly successor: string | null;
  /** How much kinder (or, negative, harsher) than their level they answer, in points. */
  readonly temper: number;
  /** Place among the people of the level, from 0. */
  readonly rank: number;
}

/** Everybody at an account: management first, so that those one reports to come before those who report. */
export function seatsOf(accountKey: string, story: Story, random: Random): Seat[] {
  const used = new Set<string>();
  const management = peopleOf(OrganisationLevel.MANAGEMENT, accountKey, story, { random, used });
  const operations = peopleOf(OrganisationLevel.OPERATIONS, accountKey, story, { random, used });
  return withDeparture([...management, ...operations], story, { random, used });
}

/** Whether somebody held the seat so many days ago. */
export function isSeatedAt({ startedDaysAgo, leftDaysAgo }: Seat, daysAgo: number): boolean {
  return startedDaysAgo >= daysAgo && (leftDaysAgo === null || leftDaysAgo < daysAgo);
}

/** How far accounts with the same story lie apart, and the people of one level, in points. */
const CLIMATE = 7;
const TEMPER = 8;

interface Naming {
  readonly random: Random;
  readonly used: Set<string>;
}

function peopleOf(level: NamedLevel, accountKey: string, story: Story, naming: Naming): Seat[] {
  const isTop = level === OrganisationLevel.MANAGEMENT;
  const titles = isTop ? MANAGEMENT_TITLES : OPERATIONS_TITLES;
  const prefix = isTop ? 'm' : 'o';
  const { people } = isTop ? story.management : story.operations;
  const climate = naming.random.around(CLIMATE);
  return titles.slice(0, people).map((title, rank) => ({
    key: `${accountKey}-${prefix}${rank}`,
    ...newName(accountKey, naming),
    title,
    level,
    levelStated: naming.random.chance(0.6),
    roles: rolesOf(level, rank, story.structure),
    reportsTo: bossOf(level, rank, accountKey),
    startedDaysAgo: naming.random.between(800, 2600),
    leftDaysAgo: null,
    successor: null,
    temper: climate + naming.random.around(TEMPER),
    rank,
  }));
}

function rolesOf(level: NamedLevel, rank: number, structure: OrganisationStructure): StakeholderRole[] {
  const { DECISION_MAKER, APPROVER, INFLUENCER, CHAMPION, USER, GATEKEEPER } = StakeholderRole;
  if (level === OrganisationLevel.MANAGEMENT) {
    if (structure === OrganisationStructure.FLAT) return rank === 0 ? [APPROVER] : [INFLUENCER];
    return rank === 0 ? [DECISION_MAKER] : rank === 1 ? [APPROVER] : [INFLUENCER, GATEKEEPER];
  }
  if (rank > 0) return [USER];
  return structure === OrganisationStructure.FLAT ? [DECISION_MAKER, USER] : [CHAMPION, USER];
}

function bossOf(level: NamedLevel, rank: number, accountKey: string): string | null {
  if (level === OrganisationLevel.MANAGEMENT) return rank === 0 ? null : `${accountKey}-m0`;
  return rank === 0 ? `${accountKey}-m1` : `${accountKey}-o0`;
}

function withDeparture(seats: Seat[], { departure }: Story, naming: Naming): Seat[] {
  if (!departure) return seats;
  const role = StakeholderRole[departure.who];
  return seats.flatMap((seat) => {
    if (!seat.roles.includes(role)) return [seat];
    if (!departure.succeeded) return [{ ...seat, leftDaysAgo: departure.daysAgo }];
    const successor = successorOf(seat, departure.daysAgo, naming);
    return [successor, { ...seat, leftDaysAgo: departure.daysAgo, successor: successor.key }];
  });
}

function successorOf(seat: Seat, daysAgo: number, naming: Naming): Seat {
  const accountKey = seat.key.slice(0, seat.key.lastIndexOf('-'));
  return { ...seat, key: `${seat.key}-next`, ...newName(accountKey, naming), startedDaysAgo: daysAgo - 1 };
}

function newName(accountKey: string, { random, used }: Naming): { fullName: string; email: string } {
  for (;;) {
    const first = random.pick(FIRST_NAMES);
    const last = random.pick(LAST_NAMES);
    const fullName = `${first} ${last}`;
    if (used.has(last)) continue;
    used.add(last);
    return { fullName, email: `${first}.${last}@${accountKey}.example`.toLowerCase() };
  }
}
