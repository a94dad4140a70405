import type { AccountFacts, Instant } from '../facts.js';
import type { DivergenceCause, DivergenceDirection, EvidenceGrade } from '../judgement-terms.js';
import type { Method } from '../method.js';
import type { LevelsStanding, NamedLevel } from '../standing/levels-standing.js';
import type { KnowledgeGap } from '../ledger/knowledge-gaps.js';
import type { Grading } from './grade.js';
import type { NextAction } from './next-action.js';

/** How far the two levels lie apart, how sure that is, why, and what to do next. */
export interface Divergence {
  readonly direction: DivergenceDirection;
  /** FACT: the ledger proves it, whatever was answered. INSUFFICIENT with direction NONE: a level is unheard, or what was heard does not carry a divergence. */
  readonly grade: EvidenceGrade;
  /** Operations minus management as the model sees it, in points; null while a level is unheard. */
  readonly gap: number | null;
  /** Operations minus management as answered, in points; null while a level is unheard. */
  readonly rawGap: number | null;
  /** What the answers alone say; null while a level is unheard. A FACT leaves it as it is. */
  readonly measured: Grading | null;
  /** Probability by the answers of a relevant gap in the measured direction, 0..1; of the likelier one when there is none. */
  readonly probability: number | null;
  /** The less satisfied level; null when the direction is NONE. */
  readonly lower: NamedLevel | null;
  /** Null when no divergence stands. */
  readonly cause: DivergenceCause | null;
  /** Most useful first. */
  readonly nextActions: readonly NextAction[];
}

/** What a divergence is judged by. */
export interface DivergenceContext {
  readonly facts: AccountFacts;
  readonly at: Instant;
  readonly method: Method;
  readonly levels: LevelsStanding;
  /** One level, or both when nobody knows who decides: then the worse one leads. */
  readonly decidingLevels: readonly NamedLevel[];
  /** The account's knowledge gaps. */
  readonly gaps: readonly KnowledgeGap[];
}
