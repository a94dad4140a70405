import { toFigure } from '../../model/figures.js';
import { type PairedCase, rocArea, rocAreaDifference, rocAreaInterval } from '../../model/roc-area.js';
import { NAMED_LEVELS, type NamedLevel } from '../../standing/levels-standing.js';
import { OrganisationStructure } from '../../terms.js';
import { EVIDENCE_METHOD } from '../evidence-method.js';
import type { OutcomeEvidence } from './outcome-evidence.js';
import { type CountedDifference, shownDifference, TOO_FEW } from '../counted-share.js';

/** How well the satisfaction of one level told decisions apart. */
export interface LevelForesight {
  readonly level: NamedLevel;
  /** Decisions before which the level was heard, by what was decided. */
  readonly stayed: number;
  readonly left: number;
  /**
   * The probability that the level had been more satisfied at an account that stayed than at one that left, 0..1; null
   * while there are too few of one of the two.
   */
  readonly area: number | null;
  /** Ends of its 95 % interval. */
  readonly low: number | null;
  readonly high: number | null;
  readonly tooFew: boolean;
}

/** Management's area minus that of operations, over the decisions before which both were heard. */
export interface PairedForesight extends CountedDifference {
  readonly stayed: number;
  readonly left: number;
}

/** Which level told decisions better at the accounts of one structure. */
export interface Foresight {
  readonly structure: OrganisationStructure;
  /** Operations, then management. */
  readonly levels: readonly LevelForesight[];
  readonly managementLessOperations: PairedForesight;
}

/** One per structure, also where there is nothing to tell yet. */
export function foresights(outcomes: readonly OutcomeEvidence[]): Foresight[] {
  return Object.values(OrganisationStructure).map((structure) => {
    const cases = outcomes.filter((outcome) => outcome.structure === structure);
    return {
      structure,
      levels: NAMED_LEVELS.map((level) => levelForesight(level, cases)),
      managementLessOperations: pairedForesight(cases),
    };
  });
}

function levelForesight(level: NamedLevel, outcomes: readonly OutcomeEvidence[]): LevelForesight {
  const scoresWhere = (stayed: boolean): number[] =>
    outcomes.flatMap((each) => (each.stayed === stayed ? (each.satisfaction[level] ?? []) : []));
  const [good, bad] = [scoresWhere(true), scoresWhere(false)];
  const counts = { level, stayed: good.length, left: bad.length };
  const area = isTooFew(good.length, bad.length) ? null : rocArea(good, bad);
  if (area === null) return { ...counts, area, low: null, high: null, tooFew: true };
  const { low, high } = rocAreaInterval(area, good.length, bad.length, EVIDENCE_METHOD.credibility);
  return { ...counts, area: toFigure(area), low: toFigure(low), high: toFigure(high), tooFew: false };
}

function pairedForesight(outcomes: readonly OutcomeEvidence[]): PairedForesight {
  const cases = outcomes.flatMap(({ satisfaction, stayed: good }): PairedCase[] => {
    const { MANAGEMENT: first, OPERATIONS: second } = satisfaction;
    return first === null || second === null ? [] : [{ first, second, good }];
  });
  const stayed = cases.filter(({ good }) => good).length;
  const left = cases.length - stayed;
  const found = isTooFew(stayed, left) ? null : rocAreaDifference(cases, EVIDENCE_METHOD.credibility);
  return { stayed, left, ...(found ? shownDifference(found.difference, found) : TOO_FEW) };
}

function isTooFew(stayed: number, left: number): boolean {
  return Math.min(stayed, left) < EVIDENCE_METHOD.fewest;
}
