import type { AccountFacts, Instant } from '../facts.js';
import type { AccountRecord } from '../map/account-record.js';
import { toFigure } from '../model/figures.js';
import { Basis, OrganisationStructure } from '../terms.js';
import { decisionSignals } from './decision-signals.js';
import { peopleSignals } from './people-signals.js';
import type { KnownStructure, StructureMethod, StructureSignal } from './signal.js';

const { HIERARCHICAL, FLAT, UNKNOWN } = OrganisationStructure;

/** What the signals say about who decides at an account. */
export interface StructureInference {
  readonly structure: OrganisationStructure;
  /** Every signal, those that point the other way included; each is an independent piece of evidence. */
  readonly signals: readonly StructureSignal[];
  /** Share of all weight that points to the structure leading, 0..1; null without any signal. */
  readonly share: number | null;
}

/**
 * Infers the structure of an account from how decisions were taken, how deep its reporting lines go, where its decision
 * makers sit and whether its operations field a team. UNKNOWN with too few signals, or when they contradict each other.
 */
export function inferStructure(
  facts: AccountFacts,
  at: Instant,
  method: StructureMethod,
): StructureInference {
  const signals = [...decisionSignals(facts, at, method), ...peopleSignals(facts, at, method)];
  const weights = { [HIERARCHICAL]: weightFor(HIERARCHICAL, signals), [FLAT]: weightFor(FLAT, signals) };
  const total = weights.HIERARCHICAL + weights.FLAT;
  if (total === 0) return { structure: UNKNOWN, signals, share: null };
  const leading = weights.HIERARCHICAL >= weights.FLAT ? HIERARCHICAL : FLAT;
  const share = toFigure(weights[leading] / total);
  const isSettled = signals.length >= method.evidence && share >= method.share;
  return { structure: isSettled ? leading : UNKNOWN, signals, share };
}

/** What is kept of an account's structure. */
export type StructureRecord = Pick<AccountRecord, 'structure' | 'structureBasis' | 'structureStatedBy'>;

/** The structure kept after an inference: never over what was stated, and gone when the signals no longer carry it. */
export function structureAfter(
  before: StructureRecord,
  { structure }: Pick<StructureInference, 'structure'>,
): StructureRecord {
  if (before.structureBasis === Basis.STATED) {
    const { structure: stated, structureBasis, structureStatedBy } = before;
    return { structure: stated, structureBasis, structureStatedBy };
  }
  return {
    structure,
    structureBasis: structure === UNKNOWN ? null : Basis.INFERRED,
    structureStatedBy: null,
  };
}

function weightFor(structure: KnownStructure, signals: readonly StructureSignal[]): number {
  return signals.filter(({ leaning }) => leaning === structure).reduce((sum, { weight }) => sum + weight, 0);
}
