import type { AccountFacts, Instant } from '../facts.js';
import { isWithin, lastDays } from '../instants.js';
import { levelAt } from '../map/levels-held.js';
import { NAMED_LEVELS, type NamedLevel } from '../standing/levels-standing.js';
import { OurFunction } from '../terms.js';
import type { AdvocacyFacts, InsightFact } from './advocacy-facts.js';
import { ADVOCACY_METHOD, FUNCTIONS_EXPECTED, type AdvocacyMethod } from './advocacy-method.js';

/** What one of our functions has learned about an account. */
export interface FunctionCoverage {
  readonly ourFunction: OurFunction;
  readonly insights: number;
  /** Null when it never recorded anything. */
  readonly lastLearnedAt: Instant | null;
  /** The levels it has learned from. */
  readonly levels: readonly NamedLevel[];
}

/** What we have learned from one level of an account. */
export interface LevelCoverage {
  readonly level: NamedLevel;
  readonly insights: number;
  /** Null when nothing was ever heard from somebody of the level. */
  readonly lastHeardAt: Instant | null;
  /** Whether anything was within the last quarter. */
  readonly isHeardLately: boolean;
  /** Our functions that have heard somebody of the level. */
  readonly ourFunctions: readonly OurFunction[];
}

/** How well we know an account: by our functions, and by its levels. */
export interface Coverage {
  /** Functions that should know every account, and any other that has recorded something, in the order they are listed. */
  readonly functions: readonly FunctionCoverage[];
  readonly levels: readonly LevelCoverage[];
}

interface Heard {
  readonly insight: InsightFact;
  readonly levels: readonly NamedLevel[];
}

/** What was learned about an account by an instant. Somebody counts for the level held when they were heard. */
export function coverageOf(
  facts: AccountFacts,
  { insights }: AdvocacyFacts,
  at: Instant,
  method: AdvocacyMethod = ADVOCACY_METHOD,
): Coverage {
  const heard = insights
    .filter(({ learnedAt }) => learnedAt <= at)
    .map((insight) => ({ insight, levels: levelsHeard(insight, facts) }));
  const recorded = new Set(heard.map(({ insight }) => insight.ourFunction));
  const functions = Object.values(OurFunction).filter(
    (each) => FUNCTIONS_EXPECTED.includes(each) || recorded.has(each),
  );
  return {
    functions: functions.map((each) => coverageByFunction(each, heard)),
    levels: NAMED_LEVELS.map((level) => coverageOfLevel(level, heard, at, method)),
  };
}

function levelsHeard({ heardFromIds, learnedAt }: InsightFact, { stakeholders }: AccountFacts): NamedLevel[] {
  const people = stakeholders.filter(({ id }) => heardFromIds.includes(id));
  return NAMED_LEVELS.filter((level) => people.some(({ levels }) => levelAt(levels, learnedAt) === level));
}

function coverageByFunction(ourFunction: OurFunction, heard: readonly Heard[]): FunctionCoverage {
  const own = heard.filter(({ insight }) => insight.ourFunction === ourFunction);
  return {
    ourFunction,
    insights: own.length,
    lastLearnedAt: latest(own),
    levels: NAMED_LEVELS.filter((level) => own.some(({ levels }) => levels.includes(level))),
  };
}

function coverageOfLevel(
  level: NamedLevel,
  heard: readonly Heard[],
  at: Instant,
  { quarterDays }: AdvocacyMethod,
): LevelCoverage {
  const there = heard.filter(({ levels }) => levels.includes(level));
  const lastHeardAt = latest(there);
  return {
    level,
    insights: there.length,
    lastHeardAt,
    isHeardLately: lastHeardAt !== null && isWithin(lastHeardAt, lastDays(at, quarterDays)),
    ourFunctions: Object.values(OurFunction).filter((each) =>
      there.some(({ insight }) => insight.ourFunction === each),
    ),
  };
}

function latest(heard: readonly Heard[]): Instant | null {
  return (
    heard
      .map(({ insight }) => insight.learnedAt)
      .sort()
      .at(-1) ?? null
  );
}
