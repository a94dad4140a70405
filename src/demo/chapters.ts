import type { AccountInput } from '../accounts/accounts.inputs.js';
import type { CalendarDate, Instant } from '../domain/facts.js';
import { daysBefore } from '../domain/instants.js';
import type { SatisfactionAnswerInput } from '../satisfaction/satisfaction.inputs.js';
import type { LoyaltyEventInput } from '../loyalty/events/loyalty-events.inputs.js';
import type { StakeholderInput } from '../stakeholders/stakeholders.inputs.js';
import { dayAgo, eveningAgo } from './days.js';
import type { DemoEvent } from './recovery/events.js';
import { DEMO_DAYS, type DemoContact } from './stories/contacts.js';

/** Days from one chapter to the next: after each, the accounts are judged as they stood then. */
const CHAPTER_DAYS = 90;

/** Every account is judged today, and once more so many days before, so that flags whose reason is gone have closed by now. */
const LAST_LOOK_DAYS = 8;

/** What became known up to an instant, and after the chapter before. */
export interface Chapter {
  readonly until: Instant;
  readonly accounts: readonly AccountInput[];
  readonly stakeholders: readonly StakeholderInput[];
  readonly contacts: readonly DemoContact[];
  readonly answers: readonly SatisfactionAnswerInput[];
  /** What happened on the evening the chapter ends with, in this order. */
  readonly events: readonly DemoEvent[];
  /** What accounts were seen to do. */
  readonly loyaltyEvents: readonly LoyaltyEventInput[];
  /** Accounts judged at the end although nothing may have happened there, by their ids in the demo. */
  readonly judged: readonly string[];
}

/** A seat as it became known. */
export interface SeatNews {
  readonly at: Instant;
  readonly input: StakeholderInput;
}

/** Everything there is to tell of one account. */
export interface AccountNews {
  readonly account: AccountInput;
  readonly seats: readonly SeatNews[];
  readonly contacts: readonly DemoContact[];
  readonly answers: readonly SatisfactionAnswerInput[];
  readonly events: readonly DemoEvent[];
  readonly loyaltyEvents: readonly LoyaltyEventInput[];
  /** Days ago on which it left; null while it is with us. */
  readonly lostDaysAgo: number | null;
}

/** The news of all accounts in the order in which it became known: a chapter wherever that of some account ends. */
export function inChapters(news: readonly AccountNews[], now: Instant): Chapter[] {
  const chapters = new Map<Instant, Chapter[]>();
  for (const chapter of news.flatMap((account) => chaptersOf(account, now)))
    chapters.set(chapter.until, [...(chapters.get(chapter.until) ?? []), chapter]);
  return [...chapters]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([until, parts]) => ({
      until,
      accounts: parts.flatMap(({ accounts }) => accounts),
      stakeholders: parts.flatMap(({ stakeholders }) => stakeholders),
      contacts: parts.flatMap(({ contacts }) => contacts),
      answers: parts.flatMap(({ answers }) => answers),
      events: parts.flatMap(({ events }) => events),
      loyaltyEvents: parts.flatMap(({ loyaltyEvents }) => loyaltyEvents),
      judged: parts.flatMap(({ judged }) => judged),
    }));
}

function chaptersOf(news: AccountNews, now: Instant): Chapter[] {
  const evenings = news.events.map(({ daysAgo }) => eveningAgo(now, daysAgo));
  const looks = looksAt(news, now);
  const left = news.lostDaysAgo === null ? [] : [nightOf(dayAgo(now, news.lostDaysAgo))];
  const ends = [...new Set([...chapterEnds(now), ...evenings, ...looks, ...left, now])].sort();
  return ends.map((until, number) => {
    const since = ends[number - 1] ?? '';
    const isNews = (at: Instant): boolean => at > since && at <= until;
    return {
      until,
      accounts: number === 0 ? [news.account] : [],
      stakeholders: news.seats.filter(({ at }) => isNews(at)).map(({ input }) => input),
      contacts: news.contacts.filter(({ input }) => isNews(input.occurredAt)),
      answers: news.answers.filter(({ answeredAt }) => isNews(answeredAt)),
      events: news.events.filter((_, index) => evenings[index] === until),
      loyaltyEvents: news.loyaltyEvents.filter(({ occurredOn }) => isNews(nightOf(occurredOn))),
      judged: looks.includes(until) ? [news.account.external?.id ?? ''] : [],
    };
  });
}

/** What an account that left is like today is of no use to anybody: the last look at it is on the evening before. */
function looksAt({ lostDaysAgo }: AccountNews, now: Instant): Instant[] {
  return lostDaysAgo === null ? [daysBefore(now, LAST_LOOK_DAYS), now] : [eveningAgo(now, lostDaysAgo + 1)];
}

/** What happened on a day is known when it is over. */
function nightOf(day: CalendarDate): Instant {
  return `${day}T23:59:59.999Z`;
}

function chapterEnds(now: Instant): Instant[] {
  const count = DEMO_DAYS / CHAPTER_DAYS;
  return Array.from({ length: count }, (_, number) => daysBefore(now, (count - number) * CHAPTER_DAYS));
}
