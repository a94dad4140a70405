import { POINTS_OF_CONNECTION } from '../../instruments/built-in.js';
import type { Instant } from '../../facts.js';
import { lastDays, type Period, previousPeriod } from '../../instants.js';
import { OrganisationLevel } from '../../terms.js';
import { type CriterionFigures, criterionFigures, weakestOf } from './criterion-figures.js';
import { latestOfEach, type RatedAnswer } from './ratings.js';
import { SCORECARD_METHOD } from './scorecard-method.js';

/** Somebody who is there now, with the level held now. */
export interface KnownPerson {
  readonly id: string;
  readonly level: OrganisationLevel;
}

/** The people of one department or of several, and what they answered. */
export interface ScorecardFacts {
  readonly people: readonly KnownPerson[];
  /** What they stated themselves; whatever somebody else answered counts for nothing. */
  readonly answers: readonly RatedAnswer[];
}

/** The figures of one group of people. */
export interface ScorecardFigures {
  /** People who are there now. */
  readonly known: number;
  /** People of them heard in the last half-year. */
  readonly heard: number;
  /** One entry per point of connection, in their usual order, whether anybody rated it or not. */
  readonly criteria: readonly CriterionFigures[];
  /** Codes of the criteria with the lowest mean; empty while nothing stands out. */
  readonly weakest: readonly string[];
}

/** The figures of one level. Somebody who changed levels was heard at the level held then, and is known at today's. */
export interface LevelScorecard extends ScorecardFigures {
  readonly level: OrganisationLevel;
}

/** What people say of the six points of connection, now and half a year before. */
export interface Scorecard extends ScorecardFigures {
  /** The last half-year. */
  readonly period: Period;
  readonly heardIds: readonly string[];
  readonly unheardIds: readonly string[];
  /** Operations and management, and those of unknown level where there are any. */
  readonly levels: readonly LevelScorecard[];
}

const { OPERATIONS, MANAGEMENT, UNKNOWN } = OrganisationLevel;

/** The scorecard as of an instant. Only people who are still there count, in both half-years. */
export function scorecardOf({ people, answers }: ScorecardFacts, at: Instant): Scorecard {
  const period = lastDays(at, SCORECARD_METHOD.halfYearDays);
  const there = new Set(people.map(({ id }) => id));
  const theirs = answers.filter(({ stakeholderId }) => there.has(stakeholderId));
  const now = latestOfEach(theirs, period);
  const before = latestOfEach(theirs, previousPeriod(period));
  const heardIds = now.map(({ stakeholderId }) => stakeholderId);
  const levels = [OPERATIONS, MANAGEMENT, UNKNOWN].map((level) => ({
    level,
    ...figuresOf(
      people.filter((person) => person.level === level),
      now.filter((voice) => voice.level === level),
      before.filter((voice) => voice.level === level),
    ),
  }));
  return {
    ...figuresOf(people, now, before),
    period,
    heardIds,
    unheardIds: people
      .map(({ id }) => id)
      .filter((id) => !heardIds.includes(id))
      .sort(),
    levels: levels.filter(({ level, known, heard }) => level !== UNKNOWN || known + heard > 0),
  };
}

function figuresOf(
  people: readonly KnownPerson[],
  now: readonly RatedAnswer[],
  before: readonly RatedAnswer[],
): ScorecardFigures {
  const criteria = POINTS_OF_CONNECTION.items.map(({ code }) => criterionFigures(code, now, before));
  return { known: people.length, heard: now.length, criteria, weakest: weakestOf(criteria) };
}
