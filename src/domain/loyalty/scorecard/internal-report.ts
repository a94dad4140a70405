import { POINTS_OF_CONNECTION } from '../../instruments/built-in.js';
import type { Scorecard } from './scorecard.js';

/** A department and its scorecard. */
export interface DepartmentScorecard {
  readonly accountId: string;
  readonly scorecard: Scorecard;
}

/** Where a criterion stands lowest. */
export interface LowestDepartment {
  readonly accountId: string;
  /** Mean rating there, 1..5. */
  readonly mean: number;
  /** People who rated it there. */
  readonly people: number;
}

/** A criterion over the departments. */
export interface CriterionOverDepartments {
  readonly criterion: string;
  /** Departments where somebody rated it. */
  readonly departments: number;
  /** The lowest departments first, at most three; those with few people are among them, with their number. */
  readonly lowest: readonly LowestDepartment[];
}

const LOWEST_SHOWN = 3;

/** Each point of connection with the departments that rate it lowest; of equal means, the one with more people first. */
export function criteriaOverDepartments(
  departments: readonly DepartmentScorecard[],
): CriterionOverDepartments[] {
  return POINTS_OF_CONNECTION.items.map(({ code: criterion }) => {
    const rated = departments.flatMap(({ accountId, scorecard }) => {
      const figures = scorecard.criteria.find((candidate) => candidate.criterion === criterion);
      if (!figures || figures.mean === null) return [];
      return [{ accountId, mean: figures.mean, people: figures.people }];
    });
    return { criterion, departments: rated.length, lowest: rated.sort(lowestFirst).slice(0, LOWEST_SHOWN) };
  });
}

function lowestFirst(a: LowestDepartment, b: LowestDepartment): number {
  return a.mean - b.mean || b.people - a.people || (a.accountId < b.accountId ? -1 : 1);
}
