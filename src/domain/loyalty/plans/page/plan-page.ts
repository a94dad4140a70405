import type { CalendarDate } from '../../../facts.js';
import { OrganisationStructure } from '../../../terms.js';
import { escaped } from '../../../wording/markup.js';
import { dayInWords } from '../../../wording/phrases.js';
import { RelationshipSide } from '../../terms.js';
import { goalsInOrder } from '../goal.js';
import type { PlanPage } from './page-facts.js';
import { expectationItem, goalItem, promiseItem } from './page-items.js';
import { clipped, listOf, PAGE_STYLE } from './page-parts.js';
import { ourPeopleTable, theirPeopleTable } from './people-tables.js';

/** Entries shown of each list: what lies beyond is counted, so that the page stays one page. */
export const SHOWN = { goals: 4, people: 7, promises: 5, expectations: 4 } as const;

/** The plan on one sheet of A4, as HTML that loads nothing from anywhere. */
export function planPage(plan: PlanPage): string {
  const name = escaped(clipped(plan.account.name, 70));
  const today = plan.at.slice(0, 10);
  const promises = plan.promises.map((promise) => promiseItem(promise));
  const expectations = plan.expectations.map((expectation) => expectationItem(expectation));
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Relationship plan: ${name}</title><style>${PAGE_STYLE}</style></head><body>`,
    `<header><h1>${name}</h1><p>${subtitle(plan)}</p><p>${reviewLine(plan, today)}</p></header>`,
    `<div class="two"><section><h2>What they want</h2>${goalList(plan, RelationshipSide.THEIRS, today)}</section>`,
    `<section><h2>What we want</h2>${goalList(plan, RelationshipSide.OURS, today)}</section></div>`,
    `<section><h2>Their people</h2>${theirPeopleTable(plan.theirPeople, SHOWN.people)}</section>`,
    `<section><h2>Our people</h2>${ourPeopleTable(plan.ourPeople, SHOWN.people)}</section>`,
    `<div class="two"><section><h2>Promises that are open</h2>${listOf(promises, SHOWN.promises, 'None.')}</section>`,
    `<section><h2>What both sides expect</h2>${listOf(expectations, SHOWN.expectations, 'Nothing agreed yet.')}</section></div>`,
    `<footer>Relationship plan as of ${dayInWords(plan.at)}.</footer></body></html>`,
  ].join('');
}

function goalList({ goals }: PlanPage, side: RelationshipSide, today: CalendarDate): string {
  const items = goalsInOrder(goals.filter((goal) => goal.side === side)).map((goal) => goalItem(goal, today));
  return listOf(items, SHOWN.goals, 'None written down yet.');
}

const DECIDES: Record<OrganisationStructure, string> = {
  [OrganisationStructure.HIERARCHICAL]: 'management decides',
  [OrganisationStructure.FLAT]: 'the people who use it decide',
  [OrganisationStructure.UNKNOWN]: 'who decides is not known',
};

function subtitle({ account: { segment, structure } }: PlanPage): string {
  const decides = DECIDES[structure];
  return segment === null
    ? `Relationship plan; ${decides}`
    : `Relationship plan; ${escaped(clipped(segment, 60))}; ${decides}`;
}

function reviewLine({ nextReviewOn, lastReview }: PlanPage, today: CalendarDate): string {
  const next =
    nextReviewOn === null
      ? 'No review is planned.'
      : nextReviewOn < today
        ? `<strong>The review was due on ${dayInWords(nextReviewOn)}.</strong>`
        : `Next review on ${dayInWords(nextReviewOn)}.`;
  if (lastReview === null) return `${next} None was held yet.`;
  return `${next} The last one, on ${dayInWords(lastReview.heldOn)}: ${escaped(clipped(lastReview.outcome, 160))}`;
}
