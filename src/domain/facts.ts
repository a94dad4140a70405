import type {
  Basis,
  Channel,
  InteractionOutcome,
  Measure,
  OrganisationLevel,
  OrganisationStructure,
  Provenance,
  StakeholderRole,
} from './terms.js';

/** An instant, ISO 8601 in UTC with milliseconds: `2026-11-21T09:30:00.000Z`. Sorts as text. */
export type Instant = string;

/** A calendar date: `2026-11-21`. Sorts as text. */
export type CalendarDate = string;

/** The level a stakeholder held from an instant on, until the next entry. */
export interface LevelHeld {
  readonly level: OrganisationLevel;
  readonly basis: Basis | null;
  /** Null: since ever, because it is the first thing we knew of the seat. */
  readonly from: Instant | null;
}

/** A seat: one person's place at one account. Former stakeholders are facts too. */
export interface StakeholderFact {
  readonly id: string;
  readonly fullName: string;
  /** Ascending by `from`; never empty. The last entry is the level held now. */
  readonly levels: readonly LevelHeld[];
  readonly roles: readonly StakeholderRole[];
  readonly reportsToId: string | null;
  readonly startedOn: CalendarDate | null;
  /** The last day at the account; null while active. */
  readonly endedOn: CalendarDate | null;
  readonly successorId: string | null;
}

/** One answer to one instrument. Superseded answers are not among the facts. */
export interface AnswerFact {
  readonly id: string;
  readonly stakeholderId: string;
  readonly instrument: string;
  readonly measure: Measure;
  /** 0-100; null for an intention (REPURCHASE). */
  readonly score: number | null;
  /** REPURCHASE and RECOMMEND only: the choice as given; `''` is "declined to say". */
  readonly choice: string | null;
  /** POINTS_OF_CONNECTION and PARTNERSHIP only: rating 1..5 per item answered. */
  readonly items: Readonly<Record<string, number>> | null;
  readonly provenance: Provenance;
  readonly solicited: boolean;
  readonly answeredAt: Instant;
}

/** One contact between our people and some stakeholders. */
export interface InteractionFact {
  readonly id: string;
  readonly stakeholderIds: readonly string[];
  readonly occurredAt: Instant;
  readonly channel: Channel;
  readonly outcome: InteractionOutcome | null;
  /** Which of our people had it; null when not recorded. */
  readonly loggedById: string | null;
}

/** Everything recorded about one account that a judgement of it may use. The order of the lists carries no meaning. */
export interface AccountFacts {
  readonly structure: OrganisationStructure;
  readonly stakeholders: readonly StakeholderFact[];
  readonly answers: readonly AnswerFact[];
  readonly interactions: readonly InteractionFact[];
}

/** Mean satisfaction the tenant's stakeholders of a level show; the centre that few answers are drawn towards. */
export interface LevelMeans {
  /** 0-100, or null while fewer than 30 stakeholders of the level were heard. */
  readonly operations: number | null;
  /** 0-100, or null while fewer than 30 stakeholders of the level were heard. */
  readonly management: number | null;
}
