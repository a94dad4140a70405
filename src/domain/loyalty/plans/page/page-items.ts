import type { CalendarDate } from '../../../facts.js';
import { CommitmentStatus } from '../../../terms.js';
import { escaped } from '../../../wording/markup.js';
import { dayInWords } from '../../../wording/phrases.js';
import { GoalStatus, RelationshipSide } from '../../terms.js';
import { isGoalOverdue, type Goal } from '../goal.js';
import { clipped } from './page-parts.js';
import type { ExpectationOnPage, PromiseOnPage } from './page-facts.js';

const STATUS: Record<Exclude<GoalStatus, GoalStatus.OPEN>, string> = {
  [GoalStatus.REACHED]: 'reached',
  [GoalStatus.MISSED]: 'missed',
  [GoalStatus.DROPPED]: 'dropped',
};

/** A goal with its measure and its day; a settled one is grey and says how it ended. */
export function goalItem(goal: Goal, today: CalendarDate): string {
  const measure = goal.measure === null ? '' : `measure: ${escaped(clipped(goal.measure, 80))}`;
  const details = [measure, dueText(goal, today)].filter(Boolean).join('; ');
  const text = `${escaped(clipped(goal.text, 140))}${details && ` <small>${details}</small>`}`;
  return goal.status === GoalStatus.OPEN ? text : `<span class="done">${text}</span>`;
}

/** A promise with who answers for it. */
export function promiseItem({ promise, dueOn, status, owner }: PromiseOnPage): string {
  const day = dayInWords(dueOn);
  const due = status === CommitmentStatus.BROKEN ? `<strong>was due ${day}</strong>` : `due ${day}`;
  const who = owner === null ? '' : `, ${escaped(clipped(owner, 40))}`;
  return `${escaped(clipped(promise, 120))} <small>${due}${who}</small>`;
}

/** An expectation with how far it is shared and how it went. */
export function expectationItem({ side, statement, sharing, course }: ExpectationOnPage): string {
  const whose = side === RelationshipSide.OURS ? 'We expect' : 'They expect';
  return `${whose}: ${escaped(clipped(statement, 120))} <small>${escaped(clipped(sharing, 160))} ${escaped(clipped(course, 120))}</small>`;
}

function dueText(goal: Goal, today: CalendarDate): string {
  if (goal.status !== GoalStatus.OPEN) return STATUS[goal.status];
  if (goal.dueOn === null) return '';
  const day = dayInWords(goal.dueOn);
  return isGoalOverdue(goal, today) ? `<strong>was due ${day}</strong>` : `by ${day}`;
}
