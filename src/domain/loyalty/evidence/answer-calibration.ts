import { OrganisationLevel, OrganisationStructure } from '../../terms.js';
import { bandsOf } from './answer-bands.js';
import type { HeldAnswer } from './held-answers.js';
import type { OutcomeEvidence } from './outcome-evidence.js';
import { type CountedShare, stayedShare } from '../counted-share.js';

/** What became of the accounts whose level had given answers of one band. */
export interface CalibratedBand extends CountedShare {
  /** The answers, in words. */
  readonly answer: string;
}

/** What the answers of one level to one instrument were worth. */
export interface AnswerCalibration {
  readonly instrument: string;
  readonly level: OrganisationLevel;
  /** Null for accounts of every structure. */
  readonly structure: OrganisationStructure | null;
  /** Every band of the instrument, the worst answers first. */
  readonly bands: readonly CalibratedBand[];
}

interface Heard extends HeldAnswer {
  readonly stayed: boolean;
  readonly structure: OrganisationStructure;
}

const STRUCTURES = [null, ...Object.values(OrganisationStructure)];

/** A row per instrument, level and structure that was heard before a decision; by instrument, then level, then structure. */
export function answerCalibration(outcomes: readonly OutcomeEvidence[]): AnswerCalibration[] {
  const heard = outcomes.flatMap(({ answers, stayed, structure }) =>
    answers.map((answer): Heard => ({ ...answer, stayed, structure })),
  );
  const instruments = [...new Set(heard.map(({ instrument }) => instrument))].sort();
  return instruments.flatMap((instrument) => {
    const ofInstrument = heard.filter((each) => each.instrument === instrument);
    return Object.values(OrganisationLevel).flatMap((level) =>
      STRUCTURES.flatMap((structure) => calibrationOf(instrument, level, structure, ofInstrument)),
    );
  });
}

function calibrationOf(
  instrument: string,
  level: OrganisationLevel,
  structure: OrganisationStructure | null,
  heard: readonly Heard[],
): AnswerCalibration[] {
  const meant = heard.filter(
    (each) => each.level === level && (structure === null || each.structure === structure),
  );
  if (meant.length === 0) return [];
  const bands = bandsOf(instrument).map(({ words }) => ({
    answer: words,
    ...stayedShare(meant.filter(({ band }) => band === words)),
  }));
  return [{ instrument, level, structure, bands }];
}
