import type { Instant } from '../facts.js';
import type { InteractionOutcome, OurFunction } from '../terms.js';
import type { AmplificationOutcome, AskKind } from './terms.js';

/** Something one of our functions learned about an account. */
export interface InsightFact {
  readonly id: string;
  readonly ourFunction: OurFunction;
  /** The stakeholders it was heard from; empty when nobody is named. */
  readonly heardFromIds: readonly string[];
  readonly learnedAt: Instant;
}

/** We showed some people something they can use. */
export interface TeachingFact {
  readonly id: string;
  readonly stakeholderIds: readonly string[];
  readonly response: InteractionOutcome | null;
  readonly taughtAt: Instant;
}

/** Somebody was handed a kit. */
export interface EquipmentFact {
  readonly id: string;
  readonly stakeholderId: string;
  readonly kitId: string;
  readonly equippedAt: Instant;
}

/** Somebody who heard an advocate, and what it did. */
export interface HearerFact {
  readonly stakeholderId: string;
  readonly outcome: AmplificationOutcome;
}

/** An advocate spoke for us to some colleagues. */
export interface AmplificationFact {
  readonly id: string;
  readonly advocateId: string;
  readonly audience: readonly HearerFact[];
  readonly occurredAt: Instant;
}

/** We asked somebody for something. */
export interface AskFact {
  readonly id: string;
  readonly stakeholderId: string;
  readonly kind: AskKind;
  readonly askedAt: Instant;
}

/** What was recorded of learning, teaching and amplifying at one account. The order of the lists carries no meaning. */
export interface AdvocacyFacts {
  readonly insights: readonly InsightFact[];
  readonly teachings: readonly TeachingFact[];
  readonly equipments: readonly EquipmentFact[];
  readonly amplifications: readonly AmplificationFact[];
  readonly asks: readonly AskFact[];
}

/** When the person was asked for something: speaking for us is the largest thing we ask. Latest first. */
export function timesAsked(stakeholderId: string, { asks, amplifications }: AdvocacyFacts): Instant[] {
  const asked = asks.filter((ask) => ask.stakeholderId === stakeholderId).map(({ askedAt }) => askedAt);
  const spoke = amplifications
    .filter(({ advocateId }) => advocateId === stakeholderId)
    .map(({ occurredAt }) => occurredAt);
  return [...asked, ...spoke].sort().reverse();
}
