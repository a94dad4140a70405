import type { AmplificationOutcome, AskKind } from '../../domain/advocacy/terms.js';
import type { RiskReasonCode } from '../../domain/judgement-terms.js';
import type {
  Channel,
  CommitmentStatus,
  InteractionOutcome,
  OurFunction,
  ProblemKnowledge,
  Severity,
} from '../../domain/terms.js';
import type { KitName } from '../advocacy/kits.js';

/** A seat of an account: `m0` is the first of management, `o1` the second of operations, `m0-next` who followed `m0`. */
export type SeatName = `${'m' | 'o'}${number}${'' | '-next'}`;

/** What happens to a problem. `problem` is its key, unique within the demo. */
export type ProblemHappening =
  | {
      readonly what: 'reported';
      readonly problem: string;
      readonly title: string;
      readonly severity: Severity;
      readonly by: readonly SeatName[];
      /** The key of the earlier problem it repeats. */
      readonly repeats?: string;
    }
  | {
      readonly what: 'told';
      readonly problem: string;
      readonly knowledge: ProblemKnowledge;
      readonly people: readonly SeatName[];
    }
  | {
      readonly what: 'met';
      readonly problem: string;
      readonly knowledge: ProblemKnowledge;
      readonly people: readonly SeatName[];
      readonly channel: Channel;
      readonly notes: string;
    }
  | { readonly what: 'resolved' | 'reopened'; readonly problem: string; readonly reason: string };

/** What happens to a promise; `promise` is its key, unique within the demo. */
export type PromiseHappening =
  | {
      readonly what: 'promised';
      readonly promise: string;
      readonly words: string;
      readonly to: readonly SeatName[];
      readonly dueInDays: number;
      /** E-mail name of who answers for it; the account's owner when left out. */
      readonly owner?: string;
    }
  | {
      readonly what: 'settled';
      readonly promise: string;
      readonly status: CommitmentStatus;
      readonly note: string;
    };

/** What happens to our own team on the account; `colleague` is an e-mail name. */
export type TeamHappening =
  | {
      readonly what: 'joined';
      readonly colleague: string;
      readonly ourFunction: OurFunction;
      readonly leads?: boolean;
      readonly counterparts: readonly SeatName[];
    }
  | { readonly what: 'left'; readonly colleague: string; readonly successor?: string };

/** A decision of the customer that we observed. */
export interface DecisionHappening {
  readonly what: 'decided';
  readonly subject: string;
  readonly by: SeatName;
  readonly approvals: number;
}

/** What we learn of the customer and what we show them. */
export type LearningHappening =
  | {
      readonly what: 'learned';
      readonly ourFunction: OurFunction;
      readonly statement: string;
      readonly heardFrom: readonly SeatName[];
    }
  | {
      readonly what: 'taught';
      readonly ourFunction: OurFunction;
      readonly topic: string;
      readonly people: readonly SeatName[];
      readonly response: InteractionOutcome;
      /** The instrument whose benchmark of their segment is published and shown; none when left out. */
      readonly benchmarkOf?: string;
    };

/** Who speaks for us, and what we ask of them. */
export type AdvocateHappening =
  /** Somebody says unasked how likely they are to recommend us. */
  | { readonly what: 'volunteered'; readonly by: SeatName; readonly nps: number }
  | { readonly what: 'equipped'; readonly advocate: SeatName; readonly kit: KitName }
  | {
      readonly what: 'amplified';
      readonly advocate: SeatName;
      readonly kit: KitName;
      readonly message: string;
      readonly setting: Channel;
      readonly audience: readonly (readonly [hearer: SeatName, outcome: AmplificationOutcome])[];
      /** Why they were asked although it was guarded. */
      readonly overrideReason?: string;
    }
  | { readonly what: 'asked'; readonly who: SeatName; readonly kind: AskKind; readonly note: string };

/** What becomes of a flag. `looked` is a daily sweep: nothing is recorded, only time has gone by. */
export type FlagHappening =
  | { readonly what: 'looked' }
  | { readonly what: 'acknowledged'; readonly code: RiskReasonCode }
  | { readonly what: 'snoozed'; readonly code: RiskReasonCode; readonly forDays: number }
  | { readonly what: 'closed'; readonly code: RiskReasonCode; readonly reason: string };

/** Something that is recorded about an account between two of its chapters. */
export type Happening =
  | ProblemHappening
  | PromiseHappening
  | TeamHappening
  | DecisionHappening
  | LearningHappening
  | AdvocateHappening
  | FlagHappening;

/** What happened at an account, and so many days before today. */
export interface DemoEvent {
  readonly accountKey: string;
  /** E-mail address of the one of our people who records it. */
  readonly by: string;
  readonly daysAgo: number;
  readonly happening: Happening;
}

/** Nothing is recorded; the account is judged as it is every day. */
export const LOOKED: Happening = { what: 'looked' };
