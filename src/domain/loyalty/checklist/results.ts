import type { Instant } from '../../facts.js';
import { toFigureOrNull } from '../../model/figures.js';
import { agreementOf } from './agreement.js';
import { ChecklistArea, ChecklistRating, RATING_POINTS, type ChecklistStatement } from './statement.js';
import { CHECKLIST } from './statements.js';

/** One rating by one of our people. */
export interface RatingFact {
  /** Ids ascend with time; they decide between ratings of one instant. */
  readonly id: string;
  readonly raterId: string;
  /** Code of the statement. */
  readonly statement: string;
  readonly rating: ChecklistRating;
  readonly ratedAt: Instant;
}

/** How our people rated, together. */
export interface Rated {
  /** People who rated. */
  readonly raters: number;
  /** 0..3; null while nobody rated. */
  readonly mean: number | null;
  /** 0..1, see `agreementOf`; null below two raters. */
  readonly agreement: number | null;
}

/** How many gave which rating. */
export interface RatingCount {
  readonly rating: ChecklistRating;
  readonly raters: number;
}

/** A statement and how it was rated. */
export interface StatementResult extends Rated {
  readonly statement: ChecklistStatement;
  /** Every rating, from not at all on. */
  readonly counts: readonly RatingCount[];
}

/** An area and how it was rated: each statement that was rated counts the same, however many rated it. */
export interface AreaResult extends Rated {
  readonly area: ChecklistArea;
  readonly statements: readonly StatementResult[];
}

/** The results of a round. A later rating by the same person takes the place of an earlier one. */
export function checklistResults(ratings: readonly RatingFact[]): AreaResult[] {
  const standing = standingRatings(ratings);
  return Object.values(ChecklistArea).map((area) => {
    const statements = CHECKLIST.filter((statement) => statement.area === area).map((statement) =>
      resultOf(statement, standing),
    );
    const codes = new Set(statements.map(({ statement }) => statement.code));
    const raters = standing.filter(({ statement }) => codes.has(statement)).map(({ raterId }) => raterId);
    return {
      area,
      raters: new Set(raters).size,
      mean: meanOf(statements.map(({ mean }) => mean)),
      agreement: meanOf(statements.map(({ agreement }) => agreement)),
      statements,
    };
  });
}

/** Of each person the last rating of each statement. */
export function standingRatings(ratings: readonly RatingFact[]): RatingFact[] {
  const inTurn = [...ratings].sort((a, b) => compare(a.ratedAt, b.ratedAt) || compare(a.id, b.id));
  return [...new Map(inTurn.map((rating) => [`${rating.raterId} ${rating.statement}`, rating])).values()];
}

function resultOf(statement: ChecklistStatement, standing: readonly RatingFact[]): StatementResult {
  const given = standing.filter((rating) => rating.statement === statement.code);
  const points = given.map(({ rating }) => RATING_POINTS[rating]);
  return {
    statement,
    raters: given.length,
    mean: meanOf(points),
    agreement: toFigureOrNull(agreementOf(points)),
    counts: Object.values(ChecklistRating).map((rating) => ({
      rating,
      raters: given.filter((each) => each.rating === rating).length,
    })),
  };
}

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  return toFigureOrNull(known.reduce((sum, value) => sum + value, 0) / known.length);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
