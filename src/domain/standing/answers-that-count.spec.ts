import fc from 'fast-check';
import { assess } from '../assessment.js';
import { answer, daysAgo, manager, SETTINGS, TODAY } from '../fixtures/account-facts.js';
import { drawnFacts } from '../fixtures/drawn-facts.js';
import { OrganisationLevel } from '../terms.js';
import { answersThatCount } from './answers-that-count.js';

describe('the answers that count', () => {
  it('judge an account as all of its answers do', () => {
    fc.assert(
      fc.property(drawnFacts, (facts) => {
        const answers = answersThatCount(facts.answers, facts.stakeholders, TODAY, SETTINGS.method);
        expect(assess({ ...facts, answers }, TODAY, SETTINGS)).toEqual(assess(facts, TODAY, SETTINGS));
      }),
      { numRuns: 400 },
    );
  });

  it('are three at most of one person and instrument, however often they were asked', () => {
    const boss = manager('m');
    const moved = {
      ...boss,
      levels: [...boss.levels, { level: OrganisationLevel.OPERATIONS, basis: null, from: daysAgo(30) }],
    };
    const weekly = Array.from({ length: 100 }, (_, week) =>
      answer('m', week % 100, { id: `answer ${week}`, answeredAt: daysAgo(week * 7) }),
    );
    const ages = answersThatCount(weekly, [moved], TODAY, SETTINGS.method).map(
      ({ answeredAt }) => answeredAt,
    );
    expect(ages.sort()).toEqual([daysAgo(182), daysAgo(35), daysAgo(0)]);
  });
});
