import type { Divergence, DivergenceContext } from '../divergence/divergence.js';
import type { CalendarDate, Instant } from '../facts.js';
import type { EvidenceGrade, RiskReasonCode } from '../judgement-terms.js';
import type { NamedLevel } from '../standing/levels-standing.js';
import type { Severity, StakeholderRole } from '../terms.js';

/** A row that proves a reason. */
export interface EvidenceRef {
  readonly kind: EvidenceKind;
  readonly id: string;
}

/** The kinds of rows a reason may rest on. */
export type EvidenceKind = 'answer' | 'interaction' | 'stakeholder' | 'problem' | 'knowledge' | 'commitment';

/** How much of a level was heard. */
export interface HeardOfLevel {
  readonly level: NamedLevel;
  /** Mean of what was stated, 0-100. */
  readonly score: number;
  readonly heard: number;
  readonly known: number;
}

/** The figures each reason carries: a new reason begins with its line here. */
export interface ReasonFigures {
  [RiskReasonCode.STATED_DEFECTION]: { readonly statements: readonly DefectionStatement[] };
  [RiskReasonCode.DECIDING_LEVEL_DISSATISFIED]: HeardOfLevel & { readonly probability: number };
  [RiskReasonCode.LEVELS_DIVERGE]: {
    readonly lower: HeardOfLevel;
    readonly higher: HeardOfLevel;
    readonly grade: EvidenceGrade;
    readonly probability: number;
    /** Whether the less satisfied level is a deciding one. */
    readonly lowerDecides: boolean;
  };
  [RiskReasonCode.RESOLUTION_UNTOLD]: { readonly untold: readonly UntoldResolution[] };
  [RiskReasonCode.PROBLEM_OPEN]: OpenProblem & {
    /** How many problems stand open, this one included. */
    readonly open: number;
  };
  [RiskReasonCode.PROMISE_BROKEN]: { readonly broken: readonly BrokenPromise[]; readonly days: number };
  [RiskReasonCode.KEY_STAKEHOLDER_LEFT]: { readonly departures: readonly Departure[] };
  [RiskReasonCode.DECIDING_LEVEL_UNHEARD]: {
    readonly levels: readonly {
      readonly level: NamedLevel;
      readonly known: number;
      readonly lastHeardAt: Instant | null;
    }[];
  };
  [RiskReasonCode.DECIDING_LEVEL_SILENT]: {
    readonly levels: readonly {
      readonly level: NamedLevel;
      readonly known: number;
      readonly lastContactAt: Instant | null;
    }[];
    readonly days: number;
  };
  [RiskReasonCode.DECLINING]: {
    readonly level: NamedLevel;
    /** Score of the previous half-year, 0-100. */
    readonly before: number;
    /** Score of the last half-year, 0-100. */
    readonly now: number;
    readonly heardBefore: number;
    readonly heardNow: number;
  };
  [RiskReasonCode.SINGLE_THREADED]: {
    readonly levels: readonly {
      readonly level: NamedLevel;
      readonly known: number;
      readonly metIds: readonly string[];
      /** People there whom nobody on the account team looks after; empty while no team is recorded. */
      readonly unattendedIds: readonly string[];
    }[];
    readonly days: number;
  };
  [RiskReasonCode.ONE_PERSON_RELATIONSHIP]: {
    /** Which of our people. */
    readonly userId: string;
    readonly interactions: number;
    readonly ofAll: number;
    readonly days: number;
    /** Who else is on the account team and could take part. */
    readonly otherTeamIds: readonly string[];
  };
  [RiskReasonCode.OVERESTIMATED]: HeardOfLevel & { readonly ourEstimate: number };
}

/** A decision maker's word that points away from us. */
export interface DefectionStatement {
  readonly stakeholderId: string;
  readonly instrument: string;
  readonly choice: string;
  readonly answeredAt: Instant;
}

/** A problem that a deciding level does not know to be solved. */
export interface UntoldResolution {
  readonly problemId: string;
  readonly title: string;
  readonly level: NamedLevel;
  /** Whom to tell, most important first. */
  readonly untoldIds: readonly string[];
  readonly since: Instant;
}

/** The worst problem that stands open. */
export interface OpenProblem {
  readonly problemId: string;
  readonly title: string;
  readonly severity: Severity;
  readonly openedAt: Instant;
  /** Whether it has stood open for longer than a problem should. */
  readonly aged: boolean;
  readonly recurring: boolean;
}

/** A promise that was not kept in time. */
export interface BrokenPromise {
  readonly commitmentId: string;
  readonly promise: string;
  readonly dueOn: CalendarDate;
}

/** A key person's leaving without a named successor. */
export interface Departure {
  readonly stakeholderId: string;
  readonly roles: readonly StakeholderRole[];
  readonly endedOn: CalendarDate;
  /** Who of our people looked after them and is on the team still. */
  readonly counterpartIds: readonly string[];
  /** Open problems they reported, which nobody there pursues with us now. */
  readonly openProblems: number;
  /** Open promises made to them. */
  readonly openPromises: number;
}

/** A reason of one code. */
export interface ReasonOf<C extends keyof ReasonFigures> {
  readonly code: C;
  /** Its share of risk, 0..1. */
  readonly weight: number;
  /** Its weight by the method alone, 0..1, where calibration has changed it. */
  readonly shippedWeight?: number;
  readonly figures: ReasonFigures[C];
  readonly evidence: readonly EvidenceRef[];
}

/** Why an account is at risk. */
export type Reason = { [C in keyof ReasonFigures]: ReasonOf<C> }[keyof ReasonFigures];

/** What a reason may look at. */
export interface JudgementContext extends DivergenceContext {
  readonly divergence: Divergence;
}

/** A rule: the reason when it holds, else null. */
export type ReasonRule = (context: JudgementContext) => Reason | null;

/** References to rows of one kind. */
export function evidenceOf(kind: EvidenceKind, ids: readonly string[]): EvidenceRef[] {
  return ids.map((id) => ({ kind, id }));
}
