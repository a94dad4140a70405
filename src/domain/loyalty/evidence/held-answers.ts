import type { AccountFacts, Instant } from '../../facts.js';
import { REPURCHASE } from '../../instruments/built-in.js';
import { lastDays } from '../../instants.js';
import { hearing } from '../../standing/level-standing.js';
import { voicesIn } from '../../standing/voices.js';
import { Measure, OrganisationLevel, Provenance } from '../../terms.js';
import { bandOfSaid, bandOfScore } from './answer-bands.js';
import { EVIDENCE_METHOD } from '../evidence-method.js';
import { saidAt, type Statement } from './statements.js';

/** What a level answered to one instrument before a decision: the band its people's answers fall into. */
export interface HeldAnswer {
  readonly instrument: string;
  readonly level: OrganisationLevel;
  /** The words of the band. */
  readonly band: string;
}

const LEVELS = Object.values(OrganisationLevel);

/**
 * One answer per level and instrument, however many people gave one, so that a decision counts once: for REPURCHASE the
 * majority, else the time-weighted mean of everybody's latest answer. `statements`: what was stated before `at`.
 */
export function heldAnswers(
  statements: readonly Statement[],
  facts: AccountFacts,
  at: Instant,
  halfLifeDays: number,
): HeldAnswer[] {
  const instruments = [...new Set(statements.map(({ answer }) => answer.instrument))].sort();
  return instruments.flatMap((instrument) =>
    instrument === REPURCHASE.code
      ? intentions(statements)
      : meanAnswers(instrument, facts, at, halfLifeDays),
  );
}

function intentions(statements: readonly Statement[]): HeldAnswer[] {
  return LEVELS.flatMap((level) => {
    const band = bandOfSaid(REPURCHASE.code, saidAt(level, Measure.INTENTION, statements));
    return band ? [{ instrument: REPURCHASE.code, level, band: band.words }] : [];
  });
}

function meanAnswers(
  instrument: string,
  facts: AccountFacts,
  at: Instant,
  halfLifeDays: number,
): HeldAnswer[] {
  const answers = facts.answers.filter((answer) => answer.instrument === instrument);
  const period = lastDays(at, EVIDENCE_METHOD.days);
  const listening = { period, halfLifeDays, at, provenance: Provenance.CUSTOMER_STATED };
  const voices = voicesIn({ ...facts, answers }, listening);
  return LEVELS.flatMap((level) => {
    const { score } = hearing(level, voices);
    const band = score === null ? null : bandOfScore(instrument, score);
    return band ? [{ instrument, level, band: band.words }] : [];
  });
}
