import type { Instant } from '../../domain/facts.js';
import { POINTS_OF_CONNECTION, RECOMMEND } from '../../domain/instruments/built-in.js';
import { OrganisationLevel, Provenance, StakeholderRole } from '../../domain/terms.js';
import type { AnswerValueInput, SatisfactionAnswerInput } from '../../satisfaction/satisfaction.inputs.js';
import { external, type AccountStory } from './contacts.js';
import { momentAgo } from '../days.js';
import { moodAt } from './mood.js';
import type { Random } from '../random.js';
import { isSeatedAt, type Seat } from './seats.js';

/** Days ago of each survey and what it asks. Decision makers are also asked whether they would buy again. */
const SURVEYS: readonly (readonly [daysAgo: number, instrument: string])[] = [
  [700, 'CSAT'],
  [610, 'NPS'],
  [520, 'POINTS_OF_CONNECTION'],
  [430, 'RECOMMEND'],
  [340, 'CSAT'],
  [250, 'NPS'],
  [160, 'POINTS_OF_CONNECTION'],
  [75, 'RECOMMEND'],
  [20, 'NPS'],
];

/** Days ago when our people wrote down what they believe. */
const ESTIMATES = [260, 40] as const;

/** Everything the people of an account answered, and what our own people believed of them. */
export function answersOf(account: AccountStory, now: Instant, random: Random): SatisfactionAnswerInput[] {
  return account.seats.flatMap((seat) => [
    ...SURVEYS.flatMap(([day, instrument]) => answersTo(day, instrument, seat, { account, now, random })),
    ...estimatesOf(seat, { account, now, random }),
  ]);
}

interface Telling {
  readonly account: AccountStory;
  readonly now: Instant;
  readonly random: Random;
}

function answersTo(day: number, instrument: string, seat: Seat, telling: Telling): SatisfactionAnswerInput[] {
  const { story } = telling.account;
  const { answering, lastAnswer } =
    seat.level === OrganisationLevel.MANAGEMENT ? story.management : story.operations;
  const isAsked = seat.rank < answering && day >= lastAnswer && isSeatedAt(seat, day);
  if (!isAsked || (day > 100 && telling.random.chance(0.2))) return [];
  const mood = moodAt(story, seat.level, day) + seat.temper + telling.random.around(6);
  const given = [answer({ seat, day, instrument, value: valueOf(instrument, mood, seat, telling) }, telling)];
  if (instrument !== 'RECOMMEND' || !decides(seat)) return given;
  return [
    ...given,
    answer(
      { seat, day, instrument: 'REPURCHASE', value: { choice: intentionOf(mood, day, telling) } },
      telling,
    ),
  ];
}

function estimatesOf(seat: Seat, telling: Telling): SatisfactionAnswerInput[] {
  const { belief } = telling.account.story;
  if (seat.rank > 0) return [];
  return ESTIMATES.filter((day) => isSeatedAt(seat, day)).map((day) => {
    const mood = Math.max(belief ?? 0, moodAt(telling.account.story, seat.level, day) + 6);
    const value = { number: scaled(mood, 0, 10) };
    return {
      ...answer({ seat, day, instrument: 'NPS', value }, telling),
      external: external(`${seat.key}-estimate-${day}`),
      provenance: Provenance.OUR_ESTIMATE,
      solicited: false,
    };
  });
}

interface Given {
  readonly seat: Seat;
  readonly day: number;
  readonly instrument: string;
  readonly value: AnswerValueInput;
}

function answer({ seat, day, instrument, value }: Given, { now, random }: Telling): SatisfactionAnswerInput {
  return {
    external: external(`${seat.key}-${instrument}-${day}`),
    stakeholder: { external: external(seat.key) },
    instrument,
    value,
    answeredAt: momentAgo(now, day - random.between(0, 6), random),
  };
}

function valueOf(
  instrument: string,
  mood: number,
  seat: Seat,
  { account, random }: Telling,
): AnswerValueInput {
  if (instrument === 'NPS') return { number: scaled(mood, 0, 10) };
  if (instrument === 'CSAT') return { number: scaled(mood, 1, 5) };
  if (instrument === 'POINTS_OF_CONNECTION') {
    const rating = (): number => scaled(mood + random.around(15), 1, 5);
    return { items: POINTS_OF_CONNECTION.items.map(({ code }) => ({ item: code, rating: rating() })) };
  }
  const leaves = account.story.defection === 'RECOMMEND' && decides(seat);
  const choice = RECOMMEND.choices[leaves ? 0 : scaled(mood, 1, 3)];
  return { choice: choice?.code ?? '' };
}

/** Those who hesitate leave it blank; only some stories go as far as a no. */
function intentionOf(mood: number, day: number, { account }: Telling): string {
  if (account.story.defection === 'REPURCHASE' && day < 100) return 'NO';
  return mood > 55 ? 'YES' : '';
}

function decides({ roles }: Seat): boolean {
  return roles.includes(StakeholderRole.DECISION_MAKER);
}

/** A mood of 0-100 on a scale of whole numbers. */
function scaled(mood: number, from: number, to: number): number {
  return from + Math.round((Math.min(100, Math.max(0, mood)) / 100) * (to - from));
}
