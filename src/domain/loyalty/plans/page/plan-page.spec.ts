import fc from 'fast-check';
import {
  CommitmentStatus,
  OrganisationLevel,
  OrganisationStructure,
  OurFunction,
  StakeholderRole,
} from '../../../terms.js';
import { GoalStatus, RelationshipSide } from '../../terms.js';
import { foremost } from './people-tables.js';
import type { PlanPage, TheirPerson } from './page-facts.js';
import { planPage, SHOWN } from './plan-page.js';

const person = (name: string, more: Partial<TheirPerson> = {}): TheirPerson => ({
  name,
  title: null,
  level: OrganisationLevel.OPERATIONS,
  roles: [],
  lastContactAt: null,
  ...more,
});

/** A plan in which every text from the records is `text`. */
function plan(text: string, more: Partial<PlanPage> = {}): PlanPage {
  const goal = {
    id: 'g',
    side: RelationshipSide.OURS,
    text,
    measure: text,
    dueOn: '2026-05-01',
    status: GoalStatus.OPEN,
  };
  return {
    account: { name: text, segment: text, structure: OrganisationStructure.HIERARCHICAL },
    at: '2026-06-30T12:00:00.000Z',
    goals: [goal, { ...goal, side: RelationshipSide.THEIRS, status: GoalStatus.REACHED }],
    nextReviewOn: '2026-06-01',
    lastReview: { heldOn: '2026-03-01', outcome: text },
    theirPeople: [
      person(text, {
        title: text,
        roles: [StakeholderRole.DECISION_MAKER],
        lastContactAt: '2026-06-01T09:00:00.000Z',
      }),
    ],
    ourPeople: [{ name: text, ourFunction: OurFunction.SALES, isLeader: true, lastContactAt: null }],
    promises: [{ promise: text, dueOn: '2026-06-20', status: CommitmentStatus.BROKEN, owner: text }],
    expectations: [{ side: RelationshipSide.THEIRS, statement: text, sharing: text, course: text }],
    ...more,
  };
}

/** The tags of a page, without what is between them. */
const tagsOf = (html: string): string[] => html.match(/<[^>]*>/g) ?? [];

describe('the page of a relationship plan', () => {
  it('shows goals, people, promises, expectations and the review that is overdue', () => {
    const html = planPage(plan('Grow together'));
    for (const part of [
      '<h1>Grow together</h1>',
      'management decides',
      '<strong>The review was due on 1 June 2026.</strong> The last one, on 1 March 2026: Grow together',
      '<strong>was due 1 May 2026</strong>',
      '<span class="done">Grow together <small>measure: Grow together; reached</small></span>',
      '<td>decision maker</td><td>1 June 2026</td>',
      '<td>sales, leads</td><td>none on record</td>',
      '<small><strong>was due 20 June 2026</strong>, Grow together</small>',
      'They expect: Grow together',
    ])
      expect(html).toContain(part);
  });

  it('says so where there is nothing', () => {
    const html = planPage(
      plan('x', {
        goals: [],
        nextReviewOn: null,
        lastReview: null,
        theirPeople: [],
        ourPeople: [],
        promises: [],
        expectations: [],
      }),
    );
    for (const part of [
      'No review is planned. None was held yet.',
      'None written down yet.',
      'Nobody is known there.',
      'Nobody of us is named for it.',
      'Nothing agreed yet.',
    ])
      expect(html).toContain(part);
  });

  it('cuts long lists and says how many more there are', () => {
    const many = <Row>(row: Row, count: number): Row[] => Array.from({ length: count }, () => row);
    const { goals, theirPeople, promises } = plan('x');
    const html = planPage(
      plan('x', {
        goals: goals.flatMap((goal) => many(goal, SHOWN.goals + 2)),
        theirPeople: theirPeople.flatMap((one) => many(one, SHOWN.people + 30)),
        promises: promises.flatMap((one) => many(one, SHOWN.promises)),
      }),
    );
    expect(html.match(/and 2 more/g)).toHaveLength(2);
    expect(html).toContain('and 30 more');
    expect(html.match(/ more</g)).toHaveLength(3);
  });

  it('names who decides first, then management, then by name', () => {
    const people = [
      person('Zoe', { roles: [StakeholderRole.USER, StakeholderRole.DECISION_MAKER] }),
      person('Bo'),
      person('Al'),
      person('Max', { level: OrganisationLevel.MANAGEMENT }),
      person('Una', { level: OrganisationLevel.UNKNOWN }),
      person('Ray', { roles: [StakeholderRole.APPROVER] }),
    ];
    expect(foremost(people).map(({ name }) => name)).toEqual(['Zoe', 'Ray', 'Max', 'Al', 'Bo', 'Una']);
  });

  it('lets no text of the records become markup, and loads nothing', () => {
    const ordinary = tagsOf(planPage(plan('x')));
    for (const text of [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "' onload='x",
      '&lt;b&gt;',
      '</style><b>',
    ]) {
      const html = planPage(plan(text));
      expect(html).not.toContain(text);
      expect(tagsOf(html)).toEqual(ordinary);
    }
    expect(ordinary.join('')).not.toMatch(/script|src=|href=|url\(/);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", '/', 'a', ' '), minLength: 1 }),
        (text) => {
          expect(tagsOf(planPage(plan(text)))).toEqual(ordinary);
        },
      ),
    );
  });

  it('cuts texts that would push it beyond its page', () => {
    const html = planPage(plan('word '.repeat(2_000)));
    expect(html.length).toBeLessThan(6_000);
    expect(html).toContain('word…');
  });
});
