import type {
  Basis,
  Channel,
  CommitmentStatus,
  InteractionOutcome,
  Measure,
  OrganisationLevel,
  OrganisationStructure,
  OurFunction,
  ProblemKnowledge,
  ProblemStatus,
  Provenance,
  Severity,
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

/** A resolution or a reopening. */
export interface ProblemChange {
  readonly status: ProblemStatus;
  readonly at: Instant;
}

/** Something that went wrong for the customer. */
export interface ProblemFact {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** When it arose; it is open from then on. */
  readonly occurredAt: Instant;
  /** Who reported it, and therefore knows of it. */
  readonly reportedByIds: readonly string[];
  /** Resolutions and reopenings in turn, ascending by `at`; empty while it was never resolved. */
  readonly changes: readonly ProblemChange[];
  /** The earlier problem that somebody said this one repeats; null when nobody did. */
  readonly repeatsId: string | null;
}

/** What can be told about a problem: everything but having heard nothing. */
export type Told = Exclude<ProblemKnowledge, ProblemKnowledge.UNAWARE>;

/** A line of the knowledge ledger: from when on somebody at the customer knew what of a problem. */
export interface KnowledgeFact {
  readonly id: string;
  readonly problemId: string;
  readonly stakeholderId: string;
  readonly knowledge: Told;
  readonly at: Instant;
  /** The contact in which they were told; null when not recorded. */
  readonly interactionId: string | null;
  /** Which of our people told them; null when not recorded. */
  readonly toldById: string | null;
}

/** How a promise was settled. */
export type Settlement = Exclude<CommitmentStatus, CommitmentStatus.OPEN>;

/** A promise of ours. */
export interface CommitmentFact {
  readonly id: string;
  readonly promise: string;
  /** The stakeholders it was made to. */
  readonly madeToIds: readonly string[];
  /** Which of our people answers for it; null when nobody is named. */
  readonly ownerId: string | null;
  readonly madeAt: Instant;
  /** The last day on which it is kept in time. */
  readonly dueOn: CalendarDate;
  /** Null while it was not settled. */
  readonly settled: Settlement | null;
  /** Null while it was not settled. */
  readonly settledAt: Instant | null;
}

/** One of our people on the account. Former members are facts too. */
export interface TeamMemberFact {
  readonly id: string;
  readonly userId: string;
  readonly ourFunction: OurFunction;
  readonly isLeader: boolean;
  /** The stakeholders this member looks after. */
  readonly counterpartIds: readonly string[];
  /** First day on the account. */
  readonly since: CalendarDate;
  /** Last day on the account; null while there. */
  readonly until: CalendarDate | null;
}

/** A decision of the customer that we observed. */
export interface DecisionFact {
  readonly id: string;
  readonly decidedOn: CalendarDate;
  /** The level that decided, as observed. */
  readonly level: OrganisationLevel;
  /** Who decided; null when not known. */
  readonly decidedById: string | null;
  /** How many others had to approve; null when not known. */
  readonly approvals: number | null;
}

/** Everything recorded about one account that a judgement of it may use. The order of the lists carries no meaning. */
export interface AccountFacts {
  readonly structure: OrganisationStructure;
  readonly stakeholders: readonly StakeholderFact[];
  readonly answers: readonly AnswerFact[];
  readonly interactions: readonly InteractionFact[];
  readonly problems: readonly ProblemFact[];
  readonly knowledge: readonly KnowledgeFact[];
  readonly commitments: readonly CommitmentFact[];
  readonly team: readonly TeamMemberFact[];
  readonly decisions: readonly DecisionFact[];
}

/** Mean satisfaction the tenant's stakeholders of a level show; the centre that few answers are drawn towards. */
export interface LevelMeans {
  /** 0-100, or null while fewer than 30 stakeholders of the level were heard. */
  readonly operations: number | null;
  /** 0-100, or null while fewer than 30 stakeholders of the level were heard. */
  readonly management: number | null;
}
