import type { AccountInput } from '../accounts/accounts.inputs.js';
import type { Instant } from '../domain/facts.js';
import { daysBefore } from '../domain/instants.js';
import { OrganisationLevel, OrganisationStructure } from '../domain/terms.js';
import type { StakeholderInput } from '../stakeholders/stakeholders.inputs.js';
import { inChapters, type AccountNews, type Chapter, type SeatNews } from './chapters.js';
import { DEMO_ACCOUNTS, type DemoAccount } from './stories/accounts.js';
import { answersOf } from './stories/answers.js';
import { ourEmail } from './stories/cast.js';
import { contactsWith, DEMO_DAYS, external, type AccountStory } from './stories/contacts.js';
import { dayAgo } from './days.js';
import { LOST_ACCOUNTS } from './loyalty/lost-accounts.js';
import { loyaltyOf } from './loyalty/loyalty-tales.js';
import { Random } from './random.js';
import { eventsAt } from './recovery/recoveries.js';
import { seatsOf, type Seat } from './stories/seats.js';
import { STORIES } from './stories/stories.js';

/** The demo portfolio, told in the order in which it happened, the last chapter ending now. The same on every call. */
export function tellPortfolio(now: Instant): Chapter[] {
  const random = new Random(20_061);
  const stories = DEMO_ACCOUNTS.map((account) => tellAccount(account, random));
  const contacts = stories.map((account) => [
    ...contactsWith(OrganisationLevel.MANAGEMENT, account, now, random),
    ...contactsWith(OrganisationLevel.OPERATIONS, account, now, random),
  ]);
  const answers = stories.map((account) => answersOf(account, now, random));
  const news = DEMO_ACCOUNTS.map((account, index) => ({
    account: accountInput(account, now),
    seats: stories.slice(index, index + 1).flatMap((story) => seatsInTime(story, now)),
    contacts: contacts[index] ?? [],
    answers: answers[index] ?? [],
    events: eventsAt(account, keyOf(account.name)),
    loyaltyEvents: loyaltyOf(account, keyOf(account.name), now),
    lostDaysAgo: null,
  }));
  return inChapters([...news, ...tellLost(now)], now);
}

/** The accounts that left: their stories end with them, and what made them leave lies as far back from there. */
function tellLost(now: Instant): AccountNews[] {
  // Numbers of their own, so that they change nothing about the others.
  const random = new Random(19_610);
  return LOST_ACCOUNTS.map((account) => {
    const then = daysBefore(now, account.lostDaysAgo);
    const story = tellAccount(account, random);
    return {
      account: accountInput(account, now),
      seats: seatsInTime(story, then),
      contacts: [
        ...contactsWith(OrganisationLevel.MANAGEMENT, story, then, random),
        ...contactsWith(OrganisationLevel.OPERATIONS, story, then, random),
      ],
      answers: answersOf(story, then, random),
      events: [],
      loyaltyEvents: loyaltyOf(account, keyOf(account.name), now),
      lostDaysAgo: account.lostDaysAgo,
    };
  });
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z]+/g, '-');
}

function tellAccount({ name, story: storyName, owner }: DemoAccount, random: Random): AccountStory {
  const accountKey = keyOf(name);
  const story = STORIES[storyName];
  return { accountKey, ownerEmail: ourEmail(owner), story, seats: seatsOf(accountKey, story, random) };
}

function accountInput(account: DemoAccount, now: Instant): AccountInput {
  const { name, segment, story, owner, thousands, renewsIn, parent } = account;
  const { structure, observed } = STORIES[story];
  return {
    external: external(keyOf(name)),
    name,
    segment,
    structure: observed || structure === OrganisationStructure.UNKNOWN ? undefined : structure,
    annualValue: { amount: `${thousands * 1000}.00`, currency: 'EUR' },
    renewalOn: dayAgo(now, -renewsIn),
    ownerEmail: ourEmail(owner),
    parent: parent === null ? undefined : { external: external(keyOf(parent)) },
  };
}

/** When we learnt of each seat, and of its end. */
function seatsInTime({ accountKey, seats }: AccountStory, now: Instant): SeatNews[] {
  const own = seats.flatMap((seat) => {
    const account = { external: external(accountKey) };
    const began = {
      at: daysBefore(now, Math.min(seat.startedDaysAgo, DEMO_DAYS)),
      input: seatInput(seat, account, now),
    };
    if (seat.leftDaysAgo === null) return [began];
    const successor = seat.successor === null ? undefined : { external: external(seat.successor) };
    const input = {
      external: external(seat.key),
      account,
      endedOn: dayAgo(now, seat.leftDaysAgo),
      successor,
    };
    return [began, { at: daysBefore(now, seat.leftDaysAgo), input }];
  });
  return SHARED.includes(accountKey) ? [...own, sharedSeat(accountKey, now)] : own;
}

function seatInput(seat: Seat, account: StakeholderInput['account'], now: Instant): StakeholderInput {
  const { key, fullName, email, title, level, levelStated, roles, reportsTo, startedDaysAgo } = seat;
  return {
    external: external(key),
    account,
    fullName,
    email,
    title,
    level: levelStated ? level : undefined,
    roles: [...roles],
    reportsTo: reportsTo === null ? undefined : { external: external(reportsTo) },
    startedOn: dayAgo(now, startedDaysAgo),
  };
}

/** Where one person has seats at once: a buyer who serves the whole group. */
const SHARED: readonly string[] = ['northmere-shipping', 'northmere-ports'];

function sharedSeat(accountKey: string, now: Instant): SeatNews {
  return {
    at: daysBefore(now, DEMO_DAYS),
    input: {
      external: external(`${accountKey}-group-buyer`),
      account: { external: external(accountKey) },
      fullName: 'Marit Solvang',
      email: 'marit.solvang@northmere-group.example',
      title: 'Group Buyer',
      startedOn: dayAgo(now, 900),
    },
  };
}
