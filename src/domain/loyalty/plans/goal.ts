import type { CalendarDate } from '../../facts.js';
import { GoalStatus, type RelationshipSide } from '../terms.js';

/** What one side wants from the relationship. */
export interface Goal {
  readonly id: string;
  readonly side: RelationshipSide;
  readonly text: string;
  /** How both sides will see that it is reached; null where nobody said. */
  readonly measure: string | null;
  /** By when; null where nobody said. */
  readonly dueOn: CalendarDate | null;
  readonly status: GoalStatus;
}

/** Whether its day has passed and nobody has said what became of it. */
export function isGoalOverdue(
  { dueOn, status }: Pick<Goal, 'dueOn' | 'status'>,
  today: CalendarDate,
): boolean {
  return status === GoalStatus.OPEN && dueOn !== null && dueOn < today;
}

/** Those that stand open first, the earliest due of them first; then the settled ones. Equal ones keep their order. */
export function goalsInOrder(goals: readonly Goal[]): Goal[] {
  return [...goals].sort((a, b) => rankOf(a) - rankOf(b) || compare(dayOf(a), dayOf(b)));
}

function rankOf({ status }: Goal): number {
  return Number(status !== GoalStatus.OPEN);
}

/** A goal without a day comes after those that have one. */
function dayOf({ dueOn }: Goal): string {
  return dueOn ?? '9999-12-31';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
