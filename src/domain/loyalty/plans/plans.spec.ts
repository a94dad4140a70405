import fc from 'fast-check';
import { GoalStatus, RelationshipSide } from '../terms.js';
import { type Goal, goalsInOrder, isGoalOverdue } from './goal.js';
import { changesBetween, type PlanContent } from './plan-changes.js';
import { checkReview, nextReviewAfter } from './review.js';

const { OURS, THEIRS } = RelationshipSide;
const { OPEN, REACHED, MISSED, DROPPED } = GoalStatus;

const goal = (id: string, more: Partial<Goal> = {}): Goal => ({
  id,
  side: OURS,
  text: id,
  measure: null,
  dueOn: null,
  status: OPEN,
  ...more,
});
const content = (goals: Goal[], nextReviewOn: string | null = null): PlanContent => ({ goals, nextReviewOn });

describe('a relationship plan', () => {
  it('lists open goals by the day they are due, those without one after them, and settled ones last', () => {
    const goals = [
      goal('reached', { status: REACHED, dueOn: '2026-01-01' }),
      goal('no day'),
      goal('later', { dueOn: '2026-12-01' }),
      goal('soon', { dueOn: '2026-07-01' }),
    ];
    expect(goalsInOrder(goals).map(({ id }) => id)).toEqual(['soon', 'later', 'no day', 'reached']);
  });

  it('calls a goal overdue from the day after, while it stands open', () => {
    expect(isGoalOverdue(goal('a', { dueOn: '2026-07-01' }), '2026-07-01')).toBe(false);
    expect(isGoalOverdue(goal('a', { dueOn: '2026-07-01' }), '2026-07-02')).toBe(true);
    expect(isGoalOverdue(goal('a', { dueOn: '2026-07-01', status: MISSED }), '2026-07-02')).toBe(false);
    expect(isGoalOverdue(goal('a'), '2026-07-02')).toBe(false);
  });

  it('says what a version changed, goal by goal and field by field', () => {
    const before = content([goal('a', { text: 'Grow' }), goal('b', { text: 'Stay' })], '2026-09-01');
    const after = content([
      goal('c', { text: 'Learn', side: THEIRS }),
      goal('a', { text: 'Grow', status: REACHED, dueOn: '2026-08-01' }),
    ]);
    expect(changesBetween(before, after)).toEqual([
      { kind: 'GOAL_REMOVED', goal: 'Stay', field: null, before: 'Stay', after: null },
      { kind: 'GOAL_ADDED', goal: 'Learn', field: null, before: null, after: 'Learn' },
      { kind: 'GOAL_CHANGED', goal: 'Grow', field: 'dueOn', before: null, after: '2026-08-01' },
      { kind: 'GOAL_CHANGED', goal: 'Grow', field: 'status', before: 'OPEN', after: 'REACHED' },
      { kind: 'REVIEW_MOVED', goal: null, field: 'nextReviewOn', before: '2026-09-01', after: null },
    ]);
    expect(changesBetween(null, content([goal('a')])).map(({ kind }) => kind)).toEqual(['GOAL_ADDED']);
  });

  it('is reviewed once that has happened, and next on a later day', () => {
    expect(checkReview({ heldOn: '2026-07-01', nextReviewOn: '2026-10-01' }, '2026-07-01')).toBeNull();
    expect(checkReview({ heldOn: '2026-07-02', nextReviewOn: null }, '2026-07-01')).toBe('IN_FUTURE');
    expect(checkReview({ heldOn: '2026-07-01', nextReviewOn: '2026-07-01' }, '2026-07-01')).toBe(
      'NEXT_NOT_LATER',
    );
  });

  it('keeps the next review that was said last, whatever is recorded late', () => {
    const held = (heldOn: string) => ({ heldOn, nextReviewOn: '2026-12-01' });
    expect(nextReviewAfter('2026-10-01', [], held('2026-07-01'))).toBe('2026-12-01');
    expect(nextReviewAfter('2026-10-01', [{ heldOn: '2026-07-02' }], held('2026-07-01'))).toBe('2026-10-01');
    expect(nextReviewAfter('2026-10-01', [{ heldOn: '2026-07-01' }], held('2026-07-01'))).toBe('2026-12-01');
    expect(nextReviewAfter('2026-10-01', [], { heldOn: '2026-07-01', nextReviewOn: null })).toBeNull();
  });

  const DAY = fc.option(fc.constantFrom('2026-07-01', '2026-08-01'));
  const GOAL = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    side: fc.constantFrom(OURS, THEIRS),
    text: fc.constantFrom('Grow', 'Stay'),
    measure: fc.option(fc.constantFrom('m', 'n')),
    dueOn: DAY,
    status: fc.constantFrom(OPEN, REACHED, MISSED, DROPPED),
  });
  const CONTENT = fc.record({ goals: fc.uniqueArray(GOAL, { selector: ({ id }) => id }), nextReviewOn: DAY });

  it('changed by nothing says nothing, and changed there and back says as much both ways', () => {
    fc.assert(
      fc.property(CONTENT, CONTENT, (one, other) => {
        expect(changesBetween(one, { ...one, goals: [...one.goals].reverse() })).toEqual([]);
        expect(changesBetween(one, other).length).toBe(changesBetween(other, one).length);
        expect(changesBetween(one, other).every(({ before, after }) => before !== after)).toBe(true);
      }),
    );
  });
});
