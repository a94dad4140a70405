import type { CalendarDate } from '../../facts.js';
import type { Goal } from './goal.js';

/** What a version of a plan holds. */
export interface PlanContent {
  readonly goals: readonly Goal[];
  readonly nextReviewOn: CalendarDate | null;
}

/** What can change from one version of a plan to the next. */
export enum PlanChangeKind {
  GOAL_ADDED = 'GOAL_ADDED',
  GOAL_REMOVED = 'GOAL_REMOVED',
  GOAL_CHANGED = 'GOAL_CHANGED',
  REVIEW_MOVED = 'REVIEW_MOVED',
}

/** One thing that changed. */
export interface PlanChange {
  readonly kind: PlanChangeKind;
  /** The goal, in its latest words; null where the change is not about one. */
  readonly goal: string | null;
  /** `text`, `measure`, `dueOn`, `status` or `side` of the goal, or `nextReviewOn`; null for a goal as a whole. */
  readonly field: string | null;
  /** What it was; null for nothing. */
  readonly before: string | null;
  /** What it is; null for nothing. */
  readonly after: string | null;
}

const FIELDS = ['side', 'text', 'measure', 'dueOn', 'status'] as const;
const NOTHING: PlanContent = { goals: [], nextReviewOn: null };

/** What a version changed; `before` is null for the first one. Goals are told apart by their ids, not by their place. */
export function changesBetween(before: PlanContent | null, after: PlanContent): PlanChange[] {
  const { goals: earlier, nextReviewOn: reviewBefore } = before ?? NOTHING;
  const known = new Map(earlier.map((goal) => [goal.id, goal]));
  const kept = new Set(after.goals.map(({ id }) => id));
  const moved = { goal: null, field: 'nextReviewOn', before: reviewBefore, after: after.nextReviewOn };
  return [
    ...earlier
      .filter(({ id }) => !kept.has(id))
      .map(({ text }) => ({
        kind: PlanChangeKind.GOAL_REMOVED,
        goal: text,
        field: null,
        before: text,
        after: null,
      })),
    ...after.goals.flatMap((goal) => goalChanges(known.get(goal.id), goal)),
    ...(reviewBefore === after.nextReviewOn ? [] : [{ kind: PlanChangeKind.REVIEW_MOVED, ...moved }]),
  ];
}

function goalChanges(before: Goal | undefined, after: Goal): PlanChange[] {
  const { text: goal } = after;
  if (!before) return [{ kind: PlanChangeKind.GOAL_ADDED, goal, field: null, before: null, after: goal }];
  return FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    kind: PlanChangeKind.GOAL_CHANGED,
    goal,
    field,
    before: before[field],
    after: after[field],
  }));
}
