import type { LogInteractionInput } from '../../interactions/interactions.inputs.js';
import type { Instant } from '../../domain/facts.js';
import { Channel, InteractionOutcome, OrganisationLevel } from '../../domain/terms.js';
import { COLLEAGUES } from './cast.js';
import { momentAgo } from '../days.js';
import { moodAt } from './mood.js';
import type { Random } from '../random.js';
import { isSeatedAt, type Seat } from './seats.js';
import type { Story } from './stories.js';

/** A contact and which of our people had it. */
export interface DemoContact {
  readonly input: LogInteractionInput;
  readonly byEmail: string;
}

/** What the contacts of an account are told from. */
export interface AccountStory {
  readonly accountKey: string;
  readonly ownerEmail: string;
  readonly story: Story;
  readonly seats: readonly Seat[];
}

/** The earliest day of the demo, counted back from today. */
export const DEMO_DAYS = 720;

/** Further back than this, contacts were half as frequent: relationships grow. */
const CLOSE_DAYS = 360;

/** How the demo's records are known from outside. */
export const external = (id: string): { system: string; id: string } => ({ system: 'demo', id });

/** All contacts with one level in two years. */
export function contactsWith(
  level: Seat['level'],
  account: AccountStory,
  now: Instant,
  random: Random,
): DemoContact[] {
  const { contactEvery, lastContact, met } =
    level === OrganisationLevel.MANAGEMENT ? account.story.management : account.story.operations;
  const known = account.seats.filter((seat) => seat.level === level && seat.rank < met);
  const contacts: DemoContact[] = [];
  for (let day = lastContact, turn = 0; day < DEMO_DAYS; turn += 1) {
    const seated = known.filter((seat) => isSeatedAt(seat, day));
    const seat = seated[turn % Math.max(1, seated.length)];
    if (seat) contacts.push(contactOn(day, turn, seat, { account, now, random }));
    day += (day < CLOSE_DAYS ? contactEvery : 2 * contactEvery) + random.between(-6, 6);
  }
  return contacts;
}

interface Telling {
  readonly account: AccountStory;
  readonly now: Instant;
  readonly random: Random;
}

function contactOn(day: number, turn: number, seat: Seat, { account, now, random }: Telling): DemoContact {
  const { accountKey, ownerEmail, story } = account;
  const mood = moodAt(story, seat.level, day);
  const outcome = outcomeOf(mood, random);
  const colleague = COLLEAGUES[(turn >> 1) % COLLEAGUES.length] ?? ownerEmail;
  return {
    byEmail: story.oneOfUs || turn % 2 === 0 ? ownerEmail : colleague,
    input: {
      account: { external: external(accountKey) },
      stakeholders: [{ external: external(seat.key) }],
      channel: random.pick(CHANNELS[seat.level]),
      occurredAt: momentAgo(now, day, random),
      outcome,
      notes: random.pick(NOTES[outcome]),
    },
  };
}

function outcomeOf(mood: number, random: Random): InteractionOutcome {
  if (mood > 65)
    return random.chance(0.5) ? InteractionOutcome.TOWARD_PARTNERSHIP : InteractionOutcome.NEUTRAL;
  return mood < 40 && random.chance(0.6)
    ? InteractionOutcome.TOWARD_DISCONNECTION
    : InteractionOutcome.NEUTRAL;
}

const CHANNELS: Record<Seat['level'], readonly Channel[]> = {
  [OrganisationLevel.MANAGEMENT]: [Channel.MEETING, Channel.CALL, Channel.EMAIL],
  [OrganisationLevel.OPERATIONS]: [Channel.VISIT, Channel.CALL, Channel.EMAIL, Channel.TICKET],
};

const NOTES: Record<InteractionOutcome, readonly string[]> = {
  [InteractionOutcome.TOWARD_PARTNERSHIP]: [
    'They want to plan next year together.',
    'Asked us to look at a second site.',
    'Thanked the team for the quick help last week.',
    'Offered to speak about the project at their trade association.',
  ],
  [InteractionOutcome.NEUTRAL]: [
    'Went through the open points; nothing urgent.',
    'Regular review of the figures.',
    'Training dates agreed.',
    'Asked for the updated price list.',
  ],
  [InteractionOutcome.TOWARD_DISCONNECTION]: [
    'They feel that they hear from us only when something is due.',
    'Mentioned that a competitor was invited to present.',
    'Short and cool; the follow-up was postponed twice.',
    'Reminded us of a promise from last spring.',
  ],
};
