import type { AccountFacts, CalendarDate, Instant } from '../../facts.js';
import { daysBefore, lastDays } from '../../instants.js';
import type { StandingMethod } from '../../method.js';
import { factsKnownAt } from '../../standing/facts-known.js';
import { hearing } from '../../standing/level-standing.js';
import { NAMED_LEVELS, type NamedLevel } from '../../standing/levels-standing.js';
import { voicesIn } from '../../standing/voices.js';
import { Measure, OrganisationLevel, type OrganisationStructure, Provenance } from '../../terms.js';
import type { Outcome } from '../outcome.js';
import { type RecoveryBefore, recoveryBefore } from '../recovery/recovery-before.js';
import { type HeldAnswer, heldAnswers } from './held-answers.js';
import type { Said, SaidAbout } from './said.js';
import { saidAt, statementsBefore } from './statements.js';

/** One decision of an account, and what had been said and had happened by the evening before it. */
export interface OutcomeEvidence {
  readonly accountId: string;
  readonly decidedOn: CalendarDate;
  readonly stayed: boolean;
  /** Who decided about us then, as it was known. */
  readonly structure: OrganisationStructure;
  readonly said: Readonly<Record<SaidAbout, Readonly<Record<NamedLevel, Said>>>>;
  /** Time-weighted mean of what each level stated, 0-100; null where nobody was heard. */
  readonly satisfaction: Readonly<Record<NamedLevel, number | null>>;
  readonly answers: readonly HeldAnswer[];
  readonly recovery: RecoveryBefore;
  /** The answers that were held against the decision. */
  readonly answerIds: readonly string[];
}

/** The last instant at which something could still be said before the day of a decision. */
export function eveningBefore(day: CalendarDate): Instant {
  return new Date(Date.parse(day) - 1).toISOString();
}

/** The first instant whose statements are held against a decision. */
export function firstHeld(day: CalendarDate, days: number): Instant {
  return daysBefore(eveningBefore(day), days);
}

/**
 * Holds a decision against the facts of the account by the evening before it. What was said on the day of the decision, or
 * later, is not looked at; `facts.structure` is the structure known then.
 */
export function outcomeEvidence(
  outcome: Outcome,
  facts: AccountFacts,
  standing: StandingMethod,
): OutcomeEvidence {
  const { accountId, decidedOn, stayed } = outcome;
  const at = eveningBefore(decidedOn);
  const known = factsKnownAt(facts, at);
  const statements = statementsBefore(known, at);
  const { windowDays, halfLifeDays } = standing;
  const listening = {
    period: lastDays(at, windowDays),
    halfLifeDays,
    at,
    provenance: Provenance.CUSTOMER_STATED,
  };
  const voices = voicesIn(known, listening);
  return {
    accountId,
    decidedOn,
    stayed,
    structure: known.structure,
    said: {
      [Measure.INTENTION]: perLevel((level) => saidAt(level, Measure.INTENTION, statements)),
      [Measure.ADVOCACY]: perLevel((level) => saidAt(level, Measure.ADVOCACY, statements)),
    },
    satisfaction: perLevel((level) => hearing(level, voices).score),
    answers: heldAnswers(statements, known, at, halfLifeDays),
    recovery: recoveryBefore(known, at),
    answerIds: statements.map(({ answer }) => answer.id),
  };
}

/** The same worked out for each of the two named levels. */
function perLevel<Value>(of: (level: NamedLevel) => Value): Record<NamedLevel, Value> {
  const [operations, management] = NAMED_LEVELS.map(of) as [Value, Value];
  return { [OrganisationLevel.OPERATIONS]: operations, [OrganisationLevel.MANAGEMENT]: management };
}
