import { assess } from '../../assessment.js';
import type { AccountFacts } from '../../facts.js';
import {
  account,
  dateAgo,
  daysAgo,
  manager,
  operator,
  SETTINGS,
  TODAY,
} from '../../fixtures/account-facts.js';
import { changes, problem, promise, told } from '../../fixtures/ledger-facts.js';
import { RiskReasonCode } from '../../judgement-terms.js';
import { CommitmentStatus, OrganisationLevel, OrganisationStructure, Severity } from '../../terms.js';
import { summariseReason } from '../../wording/reason-summary.js';
import type { ReasonFigures, ReasonOf } from '../reason.js';

const { HIERARCHICAL, FLAT, UNKNOWN } = OrganisationStructure;
const { PROBLEM_OPEN, RESOLUTION_UNTOLD, PROMISE_BROKEN } = RiskReasonCode;

function reason<C extends keyof ReasonFigures>(code: C, facts: AccountFacts): ReasonOf<C> | undefined {
  return assess(facts, TODAY, SETTINGS).reasons.find((each) => each.code === code) as ReasonOf<C> | undefined;
}

function said(code: RiskReasonCode, facts: AccountFacts): string | undefined {
  const found = assess(facts, TODAY, SETTINGS).reasons.find((each) => each.code === code);
  return found && summariseReason(found, (id) => ({ m1: 'Eva Lind', o1: 'Ida Ray' })[id]);
}

describe('PROBLEM_OPEN', () => {
  const weightOf = (...problems: AccountFacts['problems']) =>
    reason(PROBLEM_OPEN, account(FLAT, { problems }))?.weight;

  it.each([
    [Severity.LOW, 0.05],
    [Severity.MEDIUM, 0.15],
    [Severity.HIGH, 0.3],
    [Severity.CRITICAL, 0.45],
  ])('weighs a problem by its severity (%s)', (severity, weight) => {
    expect(weightOf(problem('p', { severity }))).toBe(weight);
  });

  it('weighs a quarter more after thirty days, and again when the problem came back', () => {
    expect(weightOf(problem('p', { occurredAt: daysAgo(30) }))).toBe(0.3);
    expect(weightOf(problem('p', { occurredAt: daysAgo(30.001) }))).toBe(0.375);
    expect(weightOf(problem('p', { occurredAt: daysAgo(90), ...changes(60, 10) }))).toBe(0.375);
    expect(weightOf(problem('p', { occurredAt: daysAgo(90), ...changes(60, 40) }))).toBe(0.46875);
    const earlier = problem('e', { title: 'Trouble', occurredAt: daysAgo(90), ...changes(80) });
    expect(weightOf(earlier, problem('p', { title: 'Trouble' }))).toBe(0.375);
    expect(weightOf(earlier, problem('p', { repeatsId: 'e', title: 'Else' }))).toBe(0.375);
  });

  it('weighs the heaviest of several and lists them all, the heaviest figures first', () => {
    const old = problem('old', { severity: Severity.MEDIUM, occurredAt: daysAgo(90), ...changes(60, 40) });
    const many = [...'abcde'].map((id) =>
      problem(id, { severity: Severity.LOW, title: `Ticket ${id}${id}${id}${id}` }),
    );
    const found = reason(PROBLEM_OPEN, account(FLAT, { problems: [...many, old] }));
    expect(found).toMatchObject({
      weight: 0.234375,
      figures: { problemId: 'old', open: 6, aged: true, recurring: true },
    });
    expect(found?.evidence.map(({ id }) => id)).toEqual(['old', 'a', 'b', 'c', 'd', 'e']);
  });

  it('does not hold before the problem arose, nor once it is solved', () => {
    expect(weightOf(problem('p', { occurredAt: daysAgo(-1) }))).toBeUndefined();
    expect(weightOf(problem('p', changes(1)))).toBeUndefined();
  });

  it('is told in one sentence', () => {
    const two = [
      problem('p', { title: 'Server down', ...changes(15, 10) }),
      problem('q', { severity: Severity.LOW }),
    ];
    expect(said(PROBLEM_OPEN, account(FLAT, { problems: two }))).toBe(
      '"Server down" (high) has stood open since 20 June 2026, and it is not the first time; 1 more stands open.',
    );
  });
});

describe('RESOLUTION_UNTOLD', () => {
  const facts = (structure: OrganisationStructure) =>
    account(structure, {
      stakeholders: [operator('o1'), manager('m1')],
      problems: [problem('p', { title: 'Server down', reportedByIds: ['o1'], ...changes(5) })],
      knowledge: [told('m1', 'p', daysAgo(10))],
    });
  const levels = (structure: OrganisationStructure) =>
    reason(RESOLUTION_UNTOLD, facts(structure))?.figures.untold.map(({ level }) => level);

  it('holds for the levels that decide', () => {
    expect(levels(HIERARCHICAL)).toEqual([OrganisationLevel.MANAGEMENT]);
    expect(levels(FLAT)).toEqual([OrganisationLevel.OPERATIONS]);
    expect(levels(UNKNOWN)).toEqual([OrganisationLevel.OPERATIONS, OrganisationLevel.MANAGEMENT]);
  });

  it('is told in one sentence, with the people to tell', () => {
    expect(said(RESOLUTION_UNTOLD, facts(UNKNOWN))).toBe(
      'Operations (Ida Ray) has not been told that "Server down" is solved, since 25 June 2026; ' +
        'management (Eva Lind) has not been told that "Server down" is solved, since 25 June 2026.',
    );
  });
});

describe('PROMISE_BROKEN', () => {
  const overdue = (...days: number[]) =>
    account(FLAT, {
      commitments: days.map((ago, index) =>
        promise(`c${index}`, { madeAt: daysAgo(400), dueOn: dateAgo(ago) }),
      ),
    });
  const weightOf = (facts: AccountFacts) => reason(PROMISE_BROKEN, facts)?.weight;

  it('weighs .10 for each promise broken, .25 for all together', () => {
    expect([overdue(5), overdue(5, 6), overdue(5, 6, 7, 8)].map(weightOf)).toEqual([0.1, 0.2, 0.25]);
    expect(reason(PROMISE_BROKEN, overdue(5))?.evidence).toEqual([{ kind: 'commitment', id: 'c0' }]);
  });

  it('looks at the last 180 days', () => {
    expect(weightOf(overdue(0))).toBeUndefined();
    expect(weightOf(overdue(180))).toBe(0.1);
    expect(weightOf(overdue(182))).toBeUndefined();
  });

  it('ends when the promise is kept after all', () => {
    const late = { settled: CommitmentStatus.KEPT, settledAt: daysAgo(1) } as const;
    const { commitments } = overdue(5);
    expect(
      weightOf(account(FLAT, { commitments: commitments.map((each) => ({ ...each, ...late })) })),
    ).toBeUndefined();
  });

  it('is told in one sentence', () => {
    expect(said(PROMISE_BROKEN, overdue(5))).toBe(
      'We broke a promise in the last 180 days: "Promise c0" (due 25 June 2026).',
    );
    expect(said(PROMISE_BROKEN, overdue(1, 2, 3, 4, 5))).toBe(
      'We broke 5 promises in the last 180 days: "Promise c0" (due 29 June 2026), "Promise c1" (due 28 June 2026), ' +
        '"Promise c2" (due 27 June 2026) and 2 more.',
    );
  });
});
