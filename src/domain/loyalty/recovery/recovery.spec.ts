import fc from 'fast-check';
import type { AccountFacts, KnowledgeFact, ProblemFact } from '../../facts.js';
import { account, daysAgo, manager, operator, TODAY } from '../../fixtures/account-facts.js';
import { drawnFacts } from '../../fixtures/drawn-facts.js';
import { changes, problem, told, toldSolved } from '../../fixtures/ledger-facts.js';
import { factsKnownAt } from '../../standing/facts-known.js';
import { OrganisationStructure } from '../../terms.js';
import type { OutcomeEvidence } from '../evidence/outcome-evidence.js';
import { RecoveryBefore, recoveryBefore } from './recovery-before.js';
import { recoveryEffect } from './recovery-effect.js';
import { recoveryInWords, rescoresInWords } from './recovery-sentences.js';
import { LowScorerGroup, lowScorerGroup, rescores } from './rescores.js';

const { NO_PROBLEM, GOOD, POOR, UNRECORDED } = RecoveryBefore;
const { RECOVERED, NOT_RECOVERED, UNTOUCHED } = LowScorerGroup;
const { HIERARCHICAL, FLAT, UNKNOWN } = OrganisationStructure;

describe('how problems had been dealt with before a decision', () => {
  const solved = problem('p', { occurredAt: daysAgo(60), ...changes(40) });
  const judge = (
    problems: ProblemFact[],
    knowledge: KnowledgeFact[] = [],
    structure: OrganisationStructure = HIERARCHICAL,
  ) => {
    const facts: Partial<AccountFacts> = { stakeholders: [manager('m'), operator('o')], problems, knowledge };
    return recoveryBefore(factsKnownAt(account(structure, facts), TODAY), TODAY);
  };

  it('is good once solved and known so at the level that decides', () => {
    const news = [told('m', 'p', daysAgo(50)), toldSolved('m', 'p', daysAgo(30))];
    expect(judge([solved], news)).toBe(GOOD);
    expect(judge([solved], news.slice(0, 1))).toBe(POOR);
    expect(judge([solved])).toBe(UNRECORDED);
    expect(judge([solved], [toldSolved('o', 'p', daysAgo(30))])).toBe(UNRECORDED);
    expect(judge([solved], [toldSolved('o', 'p', daysAgo(30))], FLAT)).toBe(GOOD);
  });

  it('is poor while one of two levels that may decide knows of the trouble alone', () => {
    const news = [told('m', 'p', daysAgo(50)), toldSolved('o', 'p', daysAgo(30))];
    expect(judge([solved], news, UNKNOWN)).toBe(POOR);
    expect(judge([solved], news, FLAT)).toBe(GOOD);
  });

  it('is as the worst of several problems, and poor while one is open', () => {
    const good = [toldSolved('m', 'p', daysAgo(30))];
    expect(judge([solved, problem('q', { occurredAt: daysAgo(90), ...changes(80) })], good)).toBe(UNRECORDED);
    expect(judge([solved, problem('q')], good)).toBe(POOR);
    expect(judge([problem('p', { occurredAt: daysAgo(60), ...changes(40, 10) })], good)).toBe(POOR);
  });

  it('looks at problems that stood open within 365 days', () => {
    expect(judge([])).toBe(NO_PROBLEM);
    expect(judge([problem('p', { occurredAt: daysAgo(500), ...changes(400) })])).toBe(NO_PROBLEM);
    expect(judge([problem('p', { occurredAt: daysAgo(500), ...changes(300) })])).toBe(UNRECORDED);
    expect(judge([problem('p', { occurredAt: daysAgo(500) })])).toBe(POOR);
    expect(judge([problem('p', { occurredAt: daysAgo(500), ...changes(490, 100, 90) })])).toBe(UNRECORDED);
  });

  it('knows nothing of what was solved, or told, after the instant', () => {
    const later = { changes: problem('p', { occurredAt: daysAgo(60), ...changes(-1) }).changes };
    expect(judge([problem('p', { occurredAt: daysAgo(60), ...later })])).toBe(POOR);
    expect(judge([solved], [told('m', 'p', daysAgo(50)), toldSolved('m', 'p', daysAgo(-1))])).toBe(POOR);
  });

  it('is never made worse by telling everybody of the solutions', () => {
    const rank = [NO_PROBLEM, GOOD, UNRECORDED, POOR];
    fc.assert(
      fc.property(drawnFacts, (drawn) => {
        const news = drawn.stakeholders.flatMap(({ id }) =>
          drawn.problems.map((each) => toldSolved(id, each.id, TODAY)),
        );
        const before = recoveryBefore(factsKnownAt(drawn, TODAY), TODAY);
        const informed = factsKnownAt({ ...drawn, knowledge: [...drawn.knowledge, ...news] }, TODAY);
        expect(rank.indexOf(recoveryBefore(informed, TODAY))).toBeLessThanOrEqual(rank.indexOf(before));
      }),
    );
  });
});

describe('what recovery had to do with staying', () => {
  const many = (recovery: RecoveryBefore, stayed: number, left: number) =>
    [...Array<boolean>(stayed).fill(true), ...Array<boolean>(left).fill(false)].map(
      (each) => ({ recovery, stayed: each }) as OutcomeEvidence,
    );

  it('is the shares that stayed, and their differences', () => {
    const effect = recoveryEffect([
      ...many(NO_PROBLEM, 48, 32),
      ...many(GOOD, 9, 1),
      ...many(POOR, 3, 7),
      ...many(UNRECORDED, 1, 2),
    ]);
    expect(effect.groups.map(({ recovery, of, hits, tooFew }) => [recovery, of, hits, tooFew])).toEqual([
      [NO_PROBLEM, 80, 48, false],
      [GOOD, 10, 9, false],
      [UNRECORDED, 3, 1, true],
      [POOR, 10, 3, false],
    ]);
    expect(effect.withProblems).toMatchObject({ of: 23, hits: 13 });
    // Newcombe's own example: 9/10 against 3/10.
    expect(effect.goodLessPoor.difference).toBeCloseTo(0.6, 6);
    expect(effect.goodLessPoor.low).toBeCloseTo(0.1705, 4);
    expect(effect.goodLessPoor.high).toBeCloseTo(0.809, 4);
    expect(recoveryInWords(effect)).toContain(
      'After a good recovery it was 60 points higher (between 17 and 81) than after a poor one.',
    );
    expect(recoveryInWords(effect)).toContain('With problems the share that stayed was 3 points lower');
  });

  it('is not compared where there are too few', () => {
    const effect = recoveryEffect([...many(GOOD, 4, 0), ...many(POOR, 9, 9)]);
    expect(effect.goodLessPoor).toEqual({ difference: null, low: null, high: null, tooFew: true });
    expect(recoveryInWords(effect)).not.toContain('points');
  });
});

describe('what had been done for a low scorer', () => {
  const LOW = { stakeholderId: 'm', lowAt: daysAgo(100), next: { score: 75, at: daysAgo(20) } };
  const solved = problem('p', { occurredAt: daysAgo(120), ...changes(80) });
  const group = (problems: ProblemFact[], knowledge: KnowledgeFact[], scorer: typeof LOW | object = {}) =>
    lowScorerGroup({ ...LOW, ...scorer }, problems, knowledge, TODAY);

  it('is recovery only when they were told between the two answers', () => {
    const knew = told('m', 'p', daysAgo(110));
    expect(group([solved], [knew, toldSolved('m', 'p', daysAgo(60))])).toBe(RECOVERED);
    expect(group([solved], [knew])).toBe(NOT_RECOVERED);
    expect(group([solved], [knew, toldSolved('m', 'p', daysAgo(10))])).toBe(NOT_RECOVERED);
    const early = problem('p', { occurredAt: daysAgo(150), ...changes(130) });
    expect(group([early], [toldSolved('m', 'p', daysAgo(125))])).toBe(NOT_RECOVERED);
  });

  it('is nothing for somebody who knew of nothing', () => {
    expect(group([solved], [toldSolved('other', 'p', daysAgo(60))])).toBe(UNTOUCHED);
    expect(group([], [])).toBe(UNTOUCHED);
    const ancient = problem('p', { occurredAt: daysAgo(900), reportedByIds: ['m'], ...changes(800) });
    expect(group([ancient], [])).toBe(UNTOUCHED);
  });

  it('is no recovery while another problem they know of stands', () => {
    const news = [toldSolved('m', 'p', daysAgo(60))];
    const standing = problem('q', { occurredAt: daysAgo(90), reportedByIds: ['m'] });
    expect(group([solved, standing], news)).toBe(NOT_RECOVERED);
  });

  it('is looked at for 365 days when they never answered again', () => {
    const news = [toldSolved('m', 'p', daysAgo(60))];
    expect(group([solved], news, { next: null })).toBe(RECOVERED);
    expect(group([solved], news, { next: null, lowAt: daysAgo(460) })).toBe(UNTOUCHED);
  });
});

describe('how low scorers answered the next time', () => {
  const many = (group: LowScorerGroup, ...scores: (number | null)[]) =>
    scores.map((nextScore) => ({ group, nextScore }));

  it('is counted by group, from a score of 50 on', () => {
    const found = rescores([
      ...many(RECOVERED, 50, 75, 100, 75, 50, 25, null),
      ...many(UNTOUCHED, 50, 75, 49.9, 0, 25, 60, 0, 100),
      ...many(NOT_RECOVERED, 100),
    ]);
    expect(found.groups).toMatchObject([
      { group: RECOVERED, people: 7, of: 6, hits: 5, share: 0.833333 },
      { group: NOT_RECOVERED, people: 1, of: 1, hits: 1, share: null, tooFew: true },
      { group: UNTOUCHED, people: 8, of: 8, hits: 4, share: 0.5 },
    ]);
    expect(found.recoveredLessUntouched.difference).toBeCloseTo(1 / 3, 6);
    expect(rescoresInWords(found)).toMatch(
      /Recovery can claim no more than the difference, 33 points higher \(between \d+ lower and \d+ higher\), which may be chance\./,
    );
    expect(rescoresInWords(rescores([]))).toContain('too few to say what recovery added');
  });
});
