import type { CalendarDate, Instant } from '../../../facts.js';
import type {
  CommitmentStatus,
  OrganisationLevel,
  OrganisationStructure,
  OurFunction,
  StakeholderRole,
} from '../../../terms.js';
import type { RelationshipSide } from '../../terms.js';
import type { Goal } from '../goal.js';

/** One of the account's people as the page shows them. */
export interface TheirPerson {
  readonly name: string;
  readonly title: string | null;
  readonly level: OrganisationLevel;
  readonly roles: readonly StakeholderRole[];
  /** Our last contact with them; null for none on record. */
  readonly lastContactAt: Instant | null;
}

/** One of our people on the account. */
export interface OurPerson {
  readonly name: string;
  readonly ourFunction: OurFunction;
  readonly isLeader: boolean;
  /** Their last contact with the account; null for none on record. */
  readonly lastContactAt: Instant | null;
}

/** A promise of ours that is not settled well. */
export interface PromiseOnPage {
  readonly promise: string;
  readonly dueOn: CalendarDate;
  readonly status: CommitmentStatus;
  readonly owner: string | null;
}

/** An expectation with who has yet to confirm it and how it went, in sentences. */
export interface ExpectationOnPage {
  readonly side: RelationshipSide;
  readonly statement: string;
  readonly sharing: string;
  readonly course: string;
}

/** Everything the page shows, as of an instant. */
export interface PlanPage {
  readonly account: {
    readonly name: string;
    readonly segment: string | null;
    readonly structure: OrganisationStructure;
  };
  readonly at: Instant;
  readonly goals: readonly Goal[];
  readonly nextReviewOn: CalendarDate | null;
  /** The last review that was held; null while none was. */
  readonly lastReview: { readonly heldOn: CalendarDate; readonly outcome: string } | null;
  readonly theirPeople: readonly TheirPerson[];
  readonly ourPeople: readonly OurPerson[];
  readonly promises: readonly PromiseOnPage[];
  readonly expectations: readonly ExpectationOnPage[];
}
