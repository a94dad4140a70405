import type { AccountInput } from '../accounts/accounts.inputs.js';
import type { Instant } from '../domain/facts.js';
import { daysBefore } from '../domain/instants.js';
import { OrganisationLevel, OrganisationStructure } from '../domain/terms.js';
import type { SatisfactionAnswerInput } from '../satisfaction/satisfaction.inputs.js';
import type { StakeholderInput } from '../stakeholders/stakeholders.inputs.js';
import { DEMO_ACCOUNTS, type DemoAccount } from './accounts.js';
import { answersOf } from './answers.js';
import { ourEmail } from './cast.js';
import { contactsWith, DEMO_DAYS, external, type AccountStory, type DemoContact } from './contacts.js';
import { dayAgo } from './days.js';
import { Random } from './random.js';
import { seatsOf, type Seat } from './seats.js';
import { STORIES } from './stories.js';

/** Days from one chapter to the next: after each, the accounts are judged as they stood then. */
const CHAPTER_DAYS = 90;

/** What became known up to an instant, and after the chapter before. */
export interface Chapter {
  readonly until: Instant;
  readonly accounts: AccountInput[];
  readonly stakeholders: StakeholderInput[];
  readonly contacts: DemoContact[];
  readonly answers: SatisfactionAnswerInput[];
}

/** The demo portfolio, told in the order in which it happened, the last chapter ending now. The same on every call. */
export function tellPortfolio(now: Instant): Chapter[] {
  const random = new Random(20_061);
  const stories = DEMO_ACCOUNTS.map((account) => tellAccount(account, random));
  const contacts = stories.flatMap((account) => [
    ...contactsWith(OrganisationLevel.MANAGEMENT, account, now, random),
    ...contactsWith(OrganisationLevel.OPERATIONS, account, now, random),
  ]);
  const answers = stories.flatMap((account) => answersOf(account, now, random));
  const seats = [...stories.flatMap((account) => seatsInTime(account, now)), ...sharedSeats(now)];
  return chapterEnds(now).map((until, number, ends) => {
    const since = ends[number - 1] ?? '';
    const isNews = (at: Instant): boolean => at > since && at <= until;
    return {
      until,
      accounts: number === 0 ? DEMO_ACCOUNTS.map((account) => accountInput(account, now)) : [],
      stakeholders: seats.filter(({ at }) => isNews(at)).map(({ input }) => input),
      contacts: contacts.filter(({ input }) => isNews(input.occurredAt)),
      answers: answers.filter(({ answeredAt }) => isNews(answeredAt)),
    };
  });
}

function chapterEnds(now: Instant): Instant[] {
  const count = DEMO_DAYS / CHAPTER_DAYS;
  return Array.from({ length: count + 1 }, (_, number) => daysBefore(now, (count - number) * CHAPTER_DAYS));
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
  const { structure } = STORIES[story];
  return {
    external: external(keyOf(name)),
    name,
    segment,
    structure: structure === OrganisationStructure.UNKNOWN ? undefined : structure,
    annualValue: { amount: `${thousands * 1000}.00`, currency: 'EUR' },
    renewalOn: dayAgo(now, -renewsIn),
    ownerEmail: ourEmail(owner),
    parent: parent === null ? undefined : { external: external(keyOf(parent)) },
  };
}

interface SeatNews {
  readonly at: Instant;
  readonly input: StakeholderInput;
}

/** When we learnt of each seat, and of its end. */
function seatsInTime({ accountKey, seats }: AccountStory, now: Instant): SeatNews[] {
  return seats.flatMap((seat) => {
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

/** One person with seats at two accounts: a buyer who serves the whole group. */
function sharedSeats(now: Instant): SeatNews[] {
  return ['northmere-shipping', 'northmere-ports'].map((accountKey) => ({
    at: daysBefore(now, DEMO_DAYS),
    input: {
      external: external(`${accountKey}-group-buyer`),
      account: { external: external(accountKey) },
      fullName: 'Marit Solvang',
      email: 'marit.solvang@northmere-group.example',
      title: 'Group Buyer',
      startedOn: dayAgo(now, 900),
    },
  }));
}
