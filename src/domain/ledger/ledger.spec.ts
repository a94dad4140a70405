import type { AccountFacts } from '../facts.js';
import {
  account,
  dateAgo,
  daysAgo,
  held,
  manager,
  operator,
  TODAY,
  withRoles,
} from '../fixtures/account-facts.js';
import { changes, problem, told, toldSolved } from '../fixtures/ledger-facts.js';
import { METHOD_DEFAULTS } from '../method.js';
import {
  OrganisationLevel,
  OrganisationStructure,
  ProblemKnowledge,
  ProblemStatus,
  StakeholderRole,
} from '../terms.js';
import { knowledgeGaps } from './knowledge-gaps.js';
import { knowledgeOf } from './knowledge.js';
import { checkLedgerEntry } from './ledger-entry.js';
import { checkProblemChange, daysOpen, problemStateAt } from './problem-state.js';
import { isRecurring, repeatedBy } from './recurrence.js';
import { likenessOfTitles } from './title-likeness.js';

const { UNAWARE, TOLD_OF_PROBLEM, TOLD_OF_RESOLUTION, CONFIRMED_SOLVED } = ProblemKnowledge;
const { OPEN, RESOLVED } = ProblemStatus;
const { OPERATIONS, MANAGEMENT } = OrganisationLevel;

describe('what somebody knows of a problem', () => {
  const solved = problem('p', { reportedByIds: ['o1'], ...changes(10) });
  const entries = [
    told('m1', 'p', daysAgo(8), CONFIRMED_SOLVED),
    told('m1', 'p', daysAgo(18)),
    toldSolved('m1', 'p', daysAgo(9)),
    told('m1', 'p', daysAgo(7)),
  ];

  it('grows step by step, and no step takes anything back', () => {
    const known = [19, 18, 9, 8, 0].map(
      (days) => knowledgeOf(solved, entries, 'm1', daysAgo(days)).knowledge,
    );
    expect(known).toEqual([UNAWARE, TOLD_OF_PROBLEM, TOLD_OF_RESOLUTION, CONFIRMED_SOLVED, CONFIRMED_SOLVED]);
    expect(knowledgeOf(solved, entries, 'm1', TODAY)).toMatchObject({ since: daysAgo(8) });
    expect(knowledgeOf(solved, entries, 'm1', TODAY).history.map(({ at }) => at)).toEqual(
      [18, 9, 8, 7].map(daysAgo),
    );
  });

  it('begins with the report for whoever reported it', () => {
    expect(knowledgeOf(solved, [], 'o1', TODAY)).toMatchObject({
      knowledge: TOLD_OF_PROBLEM,
      since: solved.occurredAt,
      history: [{ entryId: null }],
    });
    expect(knowledgeOf(solved, [], 'o2', TODAY)).toEqual({ knowledge: UNAWARE, since: null, history: [] });
  });

  it('shrinks to the problem when a solution did not last, until the next one is told', () => {
    const again = { ...solved, ...changes(10, 6, 3) };
    expect(knowledgeOf(again, entries, 'm1', daysAgo(7)).knowledge).toBe(CONFIRMED_SOLVED);
    expect(knowledgeOf(again, entries, 'm1', daysAgo(5))).toMatchObject({
      knowledge: TOLD_OF_PROBLEM,
      since: daysAgo(18),
    });
    expect(knowledgeOf(again, entries, 'm1', TODAY).knowledge).toBe(TOLD_OF_PROBLEM);
    const retold = [...entries, toldSolved('m1', 'p', daysAgo(2))];
    expect(knowledgeOf(again, retold, 'm1', TODAY)).toMatchObject({
      knowledge: TOLD_OF_RESOLUTION,
      since: daysAgo(2),
    });
  });
});

describe('a ledger entry', () => {
  const twice = problem('p', changes(10, 6, 3));
  const check = (knowledge: ProblemKnowledge, days: number) =>
    checkLedgerEntry(twice, { knowledge, at: daysAgo(days) }, TODAY);

  it('is refused where time would run backwards', () => {
    expect(check(TOLD_OF_PROBLEM, 21)).toEqual({ reason: 'BEFORE_PROBLEM', notBefore: daysAgo(20) });
    expect(check(TOLD_OF_RESOLUTION, 11)).toEqual({ reason: 'BEFORE_RESOLUTION', notBefore: daysAgo(10) });
    expect(check(CONFIRMED_SOLVED, 5)).toEqual({ reason: 'BEFORE_RESOLUTION', notBefore: daysAgo(3) });
    expect(check(TOLD_OF_PROBLEM, -1)).toEqual({ reason: 'IN_FUTURE', notBefore: null });
    expect(check(UNAWARE, 1)).toEqual({ reason: 'NOTHING_TOLD', notBefore: null });
    const open = problem('p');
    expect(checkLedgerEntry(open, { knowledge: TOLD_OF_RESOLUTION, at: TODAY }, TODAY)).toEqual({
      reason: 'NOT_RESOLVED',
      notBefore: null,
    });
  });

  it('is accepted from the instant there is something to know, and again later', () => {
    expect(check(TOLD_OF_PROBLEM, 20)).toBeNull();
    expect(check(TOLD_OF_RESOLUTION, 10)).toBeNull();
    expect(check(TOLD_OF_RESOLUTION, 3)).toBeNull();
    expect(check(TOLD_OF_PROBLEM, 1)).toBeNull();
  });
});

describe('the course of a problem', () => {
  it('is open, resolved, open again, each at its time', () => {
    const again = problem('p', changes(10, 6));
    expect(problemStateAt(again, daysAgo(11))).toMatchObject({ status: OPEN, openedAt: daysAgo(20) });
    expect(problemStateAt(again, daysAgo(10))).toMatchObject({ status: RESOLVED, resolvedAt: daysAgo(10) });
    expect(problemStateAt(again, TODAY)).toEqual({
      status: OPEN,
      openedAt: daysAgo(6),
      resolvedAt: null,
      reopenings: 1,
    });
    expect([daysOpen(again, TODAY), daysOpen(again, daysAgo(8)), daysOpen(again, daysAgo(25))]).toEqual([
      6, 0, 0,
    ]);
  });

  it('runs forward only', () => {
    const solved = problem('p', changes(10));
    const check = (status: ProblemStatus, days: number) =>
      checkProblemChange(solved, { status, at: daysAgo(days) }, TODAY);
    expect(check(OPEN, 21)).toBe('BEFORE_PROBLEM');
    expect(check(OPEN, 11)).toBe('BEFORE_LAST_CHANGE');
    expect(check(OPEN, -1)).toBe('IN_FUTURE');
    expect(check(RESOLVED, 9)).toBe('ALREADY_RESOLVED');
    expect(checkProblemChange(problem('q'), { status: OPEN, at: TODAY }, TODAY)).toBe('ALREADY_OPEN');
    expect(check(OPEN, 9)).toBeNull();
  });
});

describe('a knowledge gap', () => {
  const solved = problem('p', { reportedByIds: ['o1'], ...changes(10) });
  const told1 = [told('m1', 'p', daysAgo(15)), told('m2', 'p', daysAgo(12))];
  const facts = (changed: Partial<AccountFacts>): AccountFacts =>
    account(OrganisationStructure.HIERARCHICAL, {
      stakeholders: [operator('o1'), manager('m1'), manager('m2')],
      problems: [solved],
      knowledge: [...told1, toldSolved('o1', 'p', daysAgo(9))],
      ...changed,
    });
  const gapsOf = (changed: Partial<AccountFacts>) =>
    knowledgeGaps(facts(changed), TODAY).map(({ level, untoldIds, since }) => ({ level, untoldIds, since }));

  it('opens with the resolution, or when somebody hears of the trouble only afterwards', () => {
    expect(gapsOf({})).toEqual([{ level: MANAGEMENT, untoldIds: ['m1', 'm2'], since: daysAgo(10) }]);
    expect(gapsOf({ knowledge: [told('m1', 'p', daysAgo(4)), toldSolved('o1', 'p', daysAgo(9))] })).toEqual([
      { level: MANAGEMENT, untoldIds: ['m1'], since: daysAgo(4) },
    ]);
  });

  it('needs no news for a decision maker who never heard of the trouble', () => {
    const stakeholders = [
      operator('o1'),
      manager('m1'),
      manager('m3', withRoles(StakeholderRole.DECISION_MAKER)),
    ];
    const knowledge = [...facts({}).knowledge, toldSolved('m1', 'p', daysAgo(5))];
    expect(gapsOf({ stakeholders })).toEqual([{ level: MANAGEMENT, untoldIds: ['m1'], since: daysAgo(10) }]);
    expect(gapsOf({ stakeholders, knowledge })).toEqual([]);
  });

  it('needs a decision maker who knows of it to be told where there is one, and names them first', () => {
    const stakeholders = [
      operator('o1'),
      manager('m1'),
      manager('m2', withRoles(StakeholderRole.DECISION_MAKER)),
    ];
    const knowledge = [...facts({}).knowledge, toldSolved('m1', 'p', daysAgo(5))];
    expect(gapsOf({ stakeholders })[0]?.untoldIds).toEqual(['m2', 'm1']);
    expect(gapsOf({ knowledge })).toEqual([]);
    expect(gapsOf({ stakeholders, knowledge })).toEqual([
      { level: MANAGEMENT, untoldIds: ['m2'], since: daysAgo(10) },
    ]);
    expect(gapsOf({ stakeholders, knowledge: [...knowledge, toldSolved('m2', 'p', TODAY)] })).toEqual([]);
  });

  it('opens again when the only one who was told leaves, from the day after', () => {
    const stakeholders = [operator('o1'), manager('m1', { endedOn: dateAgo(3) }), manager('m2')];
    const knowledge = [...facts({}).knowledge, toldSolved('m1', 'p', daysAgo(5))];
    expect(gapsOf({ stakeholders, knowledge })).toEqual([
      { level: MANAGEMENT, untoldIds: ['m2'], since: `${dateAgo(2)}T00:00:00.000Z` },
    ]);
  });

  it('goes with the last one who knew of the trouble, and moves with who changes levels', () => {
    const gone = [
      operator('o1'),
      manager('m1', { endedOn: dateAgo(3) }),
      manager('m2', { endedOn: dateAgo(3) }),
    ];
    expect(gapsOf({ stakeholders: gone })).toEqual([]);
    const promoted = operator('o1', { levels: [held(OPERATIONS), held(MANAGEMENT, daysAgo(2))] });
    const others = [manager('m1'), manager('m2')];
    expect(gapsOf({ stakeholders: [promoted, ...others] })).toEqual([]);
  });

  it('is none while the problem stands, and opens anew with the next resolution', () => {
    const knowledge = [...facts({}).knowledge, toldSolved('m1', 'p', daysAgo(9))];
    const open = [{ ...solved, ...changes(10, 6) }];
    const again = [{ ...solved, ...changes(10, 6, 3) }];
    expect(gapsOf({ knowledge })).toEqual([]);
    expect(gapsOf({ knowledge, problems: open })).toEqual([]);
    expect(gapsOf({ knowledge, problems: again })).toEqual([
      { level: OPERATIONS, untoldIds: ['o1'], since: daysAgo(3) },
      { level: MANAGEMENT, untoldIds: ['m1', 'm2'], since: daysAgo(3) },
    ]);
  });
});

describe('a recurring problem', () => {
  const method = METHOD_DEFAULTS.recurrence;
  const now = problem('now', { title: 'Pump is leaking again', occurredAt: daysAgo(5) });
  const before = (title: string, days: number) => problem('before', { title, occurredAt: daysAgo(days) });

  it('is recognised by a like title within a year', () => {
    expect(repeatedBy(now, [before('Pump leaks', 300), now], method)?.id).toBe('before');
    expect(repeatedBy(now, [before('Pump leaks', 371), now], method)).toBeNull();
    expect(repeatedBy(now, [before('Invoice wrong', 300), now], method)).toBeNull();
    expect(repeatedBy(now, [before('Pump leaks', 1), now], method)).toBeNull();
  });

  it('is recognised by a link, which outranks likeness', () => {
    const linked = { ...now, repeatsId: 'before' };
    const other = problem('other', { title: 'Pump leaks', occurredAt: daysAgo(20) });
    expect(repeatedBy(linked, [before('Invoice wrong', 300), other, now], method)?.id).toBe('before');
    expect(repeatedBy(linked, [before('Invoice wrong', 371), now], method)).toBeNull();
  });

  it('is one that was reopened, too', () => {
    expect(isRecurring(problem('p', changes(10, 6)), [], method)).toBe(true);
    expect(isRecurring(problem('p', changes(10)), [], method)).toBe(false);
  });

  it.each([
    ['VPN down in Oslo', 'VPN Down!', true],
    ['Delivery late', 'Late delivery of spare parts', true],
    ['Störung der Anlage 4', 'Storung der Anlagen', true],
    ['Printer not working', 'Scanner not working', false],
    ['Login fails', 'Login page is slow', false],
    ['发票错误', '发票错误 3月', true],
    ['发票错误', '服务器宕机', false],
    ['123', '456', false],
    ['', '', false],
  ])('finds %j and %j alike: %s', (one, other, alike) => {
    expect(likenessOfTitles(one, other) >= method.likeness).toBe(alike);
    expect(likenessOfTitles(other, one)).toBe(likenessOfTitles(one, other));
  });
});
