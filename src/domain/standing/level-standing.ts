import type { AccountFacts, Instant } from '../facts.js';
import { toFigure, toFigureOrNull } from '../model/figures.js';
import { lastDays } from '../instants.js';
import type { StandingMethod } from '../method.js';
import { type OrganisationLevel, Provenance } from '../terms.js';
import { lastContactAt, lastHeardAt } from './last-seen.js';
import { peopleAt } from './people.js';
import { type Voice, voicesIn, weightedMean } from './voices.js';

/** What a level of the customer's organisation says, and how much of it was heard. */
export interface LevelStanding {
  readonly level: OrganisationLevel;
  /** Active people at the level now. */
  readonly known: number;
  /** People whose answers were counted. Zero is unknown: never neutral, never green. */
  readonly heard: number;
  /** Effective number of answers, (sum w)^2 / sum(w^2): fewer than `heard` when some are much older than others. */
  readonly effectiveN: number;
  /** Time-weighted mean of what the customer stated, 0-100; null while nobody was heard. */
  readonly score: number | null;
  /** Where the model puts the level's mean, 0-100: the score, drawn towards the centre the less was heard. */
  readonly estimate: number | null;
  /** Lower end of the credible interval of the level's mean, 0-100. */
  readonly low: number | null;
  /** Upper end of the credible interval of the level's mean, 0-100. */
  readonly high: number | null;
  /** Weighted standard deviation between the people heard, in points; null for fewer than two. */
  readonly disagreement: number | null;
  /** What our own people believe, formed the same way and never mixed with what was stated, 0-100. */
  readonly ourEstimate: number | null;
  /** Latest scored answer the customer stated at the level, however old and whoever gave it. */
  readonly lastHeardAt: Instant | null;
  /** Latest interaction with somebody at the level. */
  readonly lastContactAt: Instant | null;
  readonly knownIds: readonly string[];
  readonly heardIds: readonly string[];
  /** The answers the score rests on. */
  readonly answerIds: readonly string[];
  /** The answers our estimate rests on. */
  readonly estimateAnswerIds: readonly string[];
}

/** A mean over voices and what it is worth. */
export interface Hearing {
  readonly score: number | null;
  readonly effectiveN: number;
  readonly disagreement: number | null;
  readonly stakeholderIds: readonly string[];
  readonly answerIds: readonly string[];
}

/** The level's standing without what needs the other level (estimate, low, high): those stay null. */
export function levelStanding(
  level: OrganisationLevel,
  facts: AccountFacts,
  at: Instant,
  { windowDays, halfLifeDays }: StandingMethod,
): LevelStanding {
  const listening = { period: lastDays(at, windowDays), halfLifeDays, at };
  const stated = hearing(level, voicesIn(facts, { ...listening, provenance: Provenance.CUSTOMER_STATED }));
  const ours = hearing(level, voicesIn(facts, { ...listening, provenance: Provenance.OUR_ESTIMATE }));
  const knownIds = peopleAt(level, facts, at).map((person) => person.id);
  return {
    level,
    known: knownIds.length,
    heard: stated.stakeholderIds.length,
    effectiveN: toFigure(stated.effectiveN),
    score: toFigureOrNull(stated.score),
    estimate: null,
    low: null,
    high: null,
    disagreement: toFigureOrNull(stated.disagreement),
    ourEstimate: toFigureOrNull(ours.score),
    lastHeardAt: lastHeardAt(level, facts),
    lastContactAt: lastContactAt(level, facts),
    knownIds,
    heardIds: stated.stakeholderIds,
    answerIds: stated.answerIds,
    estimateAnswerIds: ours.answerIds,
  };
}

/** The voices of one level taken together. */
export function hearing(level: OrganisationLevel, voices: readonly Voice[]): Hearing {
  const atLevel = voices.filter((voice) => voice.level === level);
  const weights = atLevel.map((voice) => voice.weight);
  const scores = atLevel.map((voice) => voice.score);
  const score = atLevel.length === 0 ? null : weightedMean(scores, weights);
  return {
    score,
    effectiveN: effectiveNumber(weights),
    disagreement: score === null || atLevel.length < 2 ? null : spread(scores, weights, score),
    stakeholderIds: atLevel.map((voice) => voice.stakeholderId),
    answerIds: atLevel.flatMap((voice) => voice.answers.map((answer) => answer.id)),
  };
}

/** Kish's effective sample size: (sum w)^2 / sum(w^2); 0 for no weights. */
function effectiveNumber(weights: readonly number[]): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight ** 2, 0);
  return squares === 0 ? 0 : sum ** 2 / squares;
}

function spread(scores: readonly number[], weights: readonly number[], mean: number): number {
  return Math.sqrt(
    weightedMean(
      scores.map((score) => (score - mean) ** 2),
      weights,
    ),
  );
}

/** The people at the level who were not heard. */
export function unheardIds(standing: LevelStanding): string[] {
  return standing.knownIds.filter((id) => !standing.heardIds.includes(id));
}
