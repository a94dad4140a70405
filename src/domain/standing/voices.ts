import type { AccountFacts, AnswerFact, Instant, StakeholderFact } from '../facts.js';
import { daysBetween, isWithin, type Period } from '../instants.js';
import { levelAt } from '../map/levels-held.js';
import { Measure, type OrganisationLevel, type Provenance } from '../terms.js';
import { isActive } from './people.js';

/** What one person says at one level: one voice, however many instruments it used. */
export interface Voice {
  readonly stakeholderId: string;
  readonly level: OrganisationLevel;
  /** Time-weighted mean of the latest answer on each instrument, 0-100. */
  readonly score: number;
  /** 0..1: the weight of the freshest answer counted. */
  readonly weight: number;
  readonly answers: readonly AnswerFact[];
}

/** Which answers are listened to, and how fast they fade. */
export interface Listening {
  readonly period: Period;
  readonly provenance: Provenance;
  readonly halfLifeDays: number;
  /** Who is still active is judged at this date. */
  readonly at: Instant;
}

/**
 * The voices of the people still at the account. Each answer counts under the level held when it was given; a person
 * who changed levels in between therefore speaks at both, with different instruments.
 */
export function voicesIn(facts: AccountFacts, listening: Listening): Voice[] {
  if (facts.answers.length === 0) return [];
  return facts.stakeholders
    .filter((person) => isActive(person, listening.at))
    .flatMap((person) => voicesOfPerson(person, facts.answers, listening));
}

function voicesOfPerson(
  person: StakeholderFact,
  answers: readonly AnswerFact[],
  listening: Listening,
): Voice[] {
  const mine = answers.filter((answer) => answer.stakeholderId === person.id && counts(answer, listening));
  const heard = latestPerInstrument(mine).map((answer) => ({
    answer,
    level: levelAt(person.levels, answer.answeredAt),
  }));
  return [...new Set(heard.map(({ level }) => level))].map((level) => {
    const atLevel = heard.filter((entry) => entry.level === level).map(({ answer }) => answer);
    return voice(person.id, level, atLevel, listening);
  });
}

function counts(answer: AnswerFact, { period, provenance }: Listening): boolean {
  const isScored = answer.measure !== Measure.INTENTION && answer.score !== null;
  return isScored && answer.provenance === provenance && isWithin(answer.answeredAt, period);
}

/** The latest answer on each instrument; of two at the same instant, the one with the later id. */
export function latestPerInstrument(answers: readonly AnswerFact[]): AnswerFact[] {
  const latest = new Map<string, AnswerFact>();
  for (const answer of answers) {
    const other = latest.get(answer.instrument);
    if (other === undefined || isLater(answer, other)) latest.set(answer.instrument, answer);
  }
  return [...latest.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function isLater(answer: AnswerFact, other: AnswerFact): boolean {
  if (answer.answeredAt !== other.answeredAt) return answer.answeredAt > other.answeredAt;
  return answer.id > other.id;
}

function voice(
  stakeholderId: string,
  level: OrganisationLevel,
  answers: readonly AnswerFact[],
  listening: Listening,
): Voice {
  const weights = answers.map((answer) => freshness(answer.answeredAt, listening));
  const scores = answers.map((answer) => answer.score ?? 0);
  return {
    stakeholderId,
    level,
    score: weightedMean(scores, weights),
    weight: Math.max(...weights),
    answers,
  };
}

/** 2^(-age / half-life): 1 at the end of the period, halved with every half-life. */
function freshness(answeredAt: Instant, { period, halfLifeDays }: Listening): number {
  return 2 ** (-daysBetween(answeredAt, period.to) / halfLifeDays);
}

/** Sum of weight times value over the sum of weights; the lists are of the same, positive length. */
export function weightedMean(values: readonly number[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0) / total;
}
