import fc from 'fast-check';
import { daysBefore } from '../../instants.js';
import { OrganisationLevel } from '../../terms.js';
import { criteriaOverDepartments } from './internal-report.js';
import type { RatedAnswer } from './ratings.js';
import { scorecardInWords } from './scorecard-sentence.js';
import { type KnownPerson, scorecardOf } from './scorecard.js';

const TODAY = '2026-06-30T12:00:00.000Z';
const { OPERATIONS, MANAGEMENT, UNKNOWN } = OrganisationLevel;

const known = (id: string, level = OPERATIONS): KnownPerson => ({ id, level });

function rated(stakeholderId: string, items: Record<string, number>, more: Partial<RatedAnswer> = {}) {
  const answeredAt = daysBefore(TODAY, 10);
  return {
    id: `${stakeholderId} ${more.answeredAt ?? answeredAt}`,
    stakeholderId,
    level: OPERATIONS,
    answeredAt,
    items,
    ...more,
  };
}

const ALL = (rating: number) => ({
  LISTENING: rating,
  IMPORTANCE: rating,
  DIFFERENCES: rating,
  HONESTY: rating,
  RELIABILITY: rating,
  AUTHENTICITY: rating,
});

describe('the scorecard of a department', () => {
  it('gives each criterion its mean with the people behind it and the interval, by hand', () => {
    const answers = [
      rated('ada', { ...ALL(4), RELIABILITY: 1 }),
      rated('ben', { ...ALL(4), RELIABILITY: 5 }),
      rated('cyd', { LISTENING: 4, IMPORTANCE: 4, HONESTY: 4, AUTHENTICITY: 4 }),
    ];
    const { criteria, heard } = scorecardOf(
      { people: ['ada', 'ben', 'cyd', 'dan'].map((id) => known(id)), answers },
      TODAY,
    );
    expect(heard).toBe(3);
    // Three equal ratings: 4 +- 1.959964 x 1 / sqrt(3), cut at 5.
    expect(criteria[0]).toMatchObject({ criterion: 'LISTENING', people: 3, mean: 4, low: 2.868414, high: 5 });
    // 1 and 5: their own spread is sqrt(8), so 3 +- 1.959964 x sqrt(8 / 2), cut at both ends.
    expect(criteria[4]).toMatchObject({ criterion: 'RELIABILITY', people: 2, mean: 3, low: 1, high: 5 });
  });

  it('compares with the half-year before, by the people who are still there', () => {
    const earlier = daysBefore(TODAY, 200);
    const answers = [
      rated('ada', ALL(2)),
      rated('ada', ALL(5), { answeredAt: earlier }),
      rated('gone', ALL(1), { answeredAt: earlier }),
      rated('ada', ALL(1), { answeredAt: daysBefore(TODAY, 361) }),
    ];
    const [listening] = scorecardOf({ people: [known('ada')], answers }, TODAY).criteria;
    // One against one: 2 - 5 +- 1.959964 x sqrt(2), the lower end cut at -4.
    expect(listening).toMatchObject({
      mean: 2,
      meanBefore: 5,
      people: 1,
      peopleBefore: 1,
      change: -3,
      changeLow: -4,
    });
    expect(listening?.changeHigh).toBeCloseTo(-3 + 1.959964 * Math.SQRT2, 5);
  });

  it('knows no change where one of the half-years is unheard', () => {
    const [listening] = scorecardOf(
      { people: [known('ada')], answers: [rated('ada', ALL(3))] },
      TODAY,
    ).criteria;
    expect(listening).toMatchObject({
      mean: 3,
      meanBefore: null,
      change: null,
      changeLow: null,
      changeHigh: null,
    });
  });

  it('counts the latest answer of each person, at the level held when it was given', () => {
    const answers = [
      rated('ada', ALL(5), { answeredAt: daysBefore(TODAY, 100) }),
      rated('ada', ALL(2), { answeredAt: daysBefore(TODAY, 20), level: OPERATIONS }),
      rated('max', ALL(4), { level: MANAGEMENT }),
    ];
    const card = scorecardOf(
      { people: [known('ada', MANAGEMENT), known('max', MANAGEMENT)], answers },
      TODAY,
    );
    expect(card.levels.map(({ level, known: there, heard }) => [level, there, heard])).toEqual([
      ['OPERATIONS', 0, 1],
      ['MANAGEMENT', 2, 1],
    ]);
    expect(card.criteria[0]?.mean).toBe(3);
    expect(card.levels[0]?.criteria[0]?.mean).toBe(2);
  });

  it('shows people of unknown level apart, and only where there are any', () => {
    const levels = (people: KnownPerson[]) =>
      scorecardOf({ people, answers: [] }, TODAY).levels.map(({ level }) => level);
    expect(levels([known('ada')])).toEqual(['OPERATIONS', 'MANAGEMENT']);
    expect(levels([known('ada', UNKNOWN)])).toEqual(['OPERATIONS', 'MANAGEMENT', 'UNKNOWN']);
  });

  it('names who was heard and who was not', () => {
    const card = scorecardOf(
      { people: [known('cyd'), known('ada'), known('ben')], answers: [rated('ben', ALL(3))] },
      TODAY,
    );
    expect(card).toMatchObject({ heardIds: ['ben'], unheardIds: ['ada', 'cyd'], known: 3, heard: 1 });
  });

  it('names the weakest criteria, all of them where several are, and none where all are the same', () => {
    const weakest = (items: Record<string, number>) =>
      scorecardOf({ people: [known('ada')], answers: [rated('ada', items)] }, TODAY).weakest;
    expect(weakest({ ...ALL(4), HONESTY: 2 })).toEqual(['HONESTY']);
    expect(weakest({ ...ALL(4), RELIABILITY: 2, DIFFERENCES: 2 })).toEqual(['DIFFERENCES', 'RELIABILITY']);
    expect(weakest(ALL(2))).toEqual([]);
    expect(weakest({})).toEqual([]);
  });

  it('says in words what it shows and what it does not', () => {
    const people = ['ada', 'ben', 'cyd', 'dan', 'eve', 'fay'].map((id) => known(id));
    const say = (count: number) =>
      scorecardInWords(
        scorecardOf(
          { people, answers: people.slice(0, count).map(({ id }) => rated(id, { ...ALL(4), HONESTY: 2 })) },
          TODAY,
        ),
      );
    expect(say(0)).toBe('Nobody of 6 people was heard in the last half-year, so nothing is known here.');
    expect(say(1)).toBe(
      '1 of 6 people heard in the last half-year. Lowest: "We are honest about proposals", 2.0 of 5. These are the words of so few that one more answer can turn the picture.',
    );
    expect(say(5)).toContain(
      'Who did not answer may see it otherwise, and a change does not tell its cause.',
    );
  });

  const LEVELS = fc.constantFrom(OPERATIONS, MANAGEMENT, UNKNOWN);
  const PEOPLE = fc.uniqueArray(fc.record({ id: fc.constantFrom(...'abcdefgh'), level: LEVELS }), {
    selector: ({ id }) => id,
  });
  const ANSWERS = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      stakeholderId: fc.constantFrom(...'abcdefgh'),
      level: LEVELS,
      answeredAt: fc.integer({ min: 0, max: 400 }).map((days) => daysBefore(TODAY, days)),
      items: fc.dictionary(fc.constantFrom(...Object.keys(ALL(1))), fc.integer({ min: 1, max: 5 })),
    }),
    { selector: ({ id }) => id },
  );

  it('does not depend on the order of anything, and keeps every figure within its bounds', () => {
    fc.assert(
      fc.property(PEOPLE, ANSWERS, (people, answers) => {
        const card = scorecardOf({ people, answers }, TODAY);
        const turned = scorecardOf({ people: [...people].reverse(), answers: [...answers].reverse() }, TODAY);
        expect(turned).toEqual(card);
        expect(card.heard + card.unheardIds.length).toBe(card.known);
        expect(card.levels.reduce((sum, { heard }) => sum + heard, 0)).toBe(card.heard);
        for (const { people: n, mean, low, high, changeLow, change, changeHigh } of card.criteria) {
          expect(mean === null).toBe(n === 0);
          if (mean !== null)
            expect(1 <= (low ?? 0) && (low ?? 0) <= mean && mean <= (high ?? 0) && (high ?? 6) <= 5).toBe(
              true,
            );
          if (change !== null) expect((changeLow ?? 9) <= change && change <= (changeHigh ?? -9)).toBe(true);
        }
      }),
    );
  });

  it('grows no surer by fewer people who say the same', () => {
    const width = (count: number) => {
      const people = Array.from({ length: count }, (_, index) => known(`p${index}`));
      const [listening] = scorecardOf(
        { people, answers: people.map(({ id }) => rated(id, ALL(3))) },
        TODAY,
      ).criteria;
      return (listening?.high ?? 0) - (listening?.low ?? 0);
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
        expect(width(count + 1)).toBeLessThanOrEqual(width(count));
        expect(width(count + 1)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the report over departments', () => {
  it('names for each criterion the departments that rate it lowest, with how many say so', () => {
    const card = (ratings: number[]) => {
      const people = ratings.map((_, index) => known(`p${index}`));
      return scorecardOf(
        { people, answers: ratings.map((rating, index) => rated(`p${index}`, ALL(rating))) },
        TODAY,
      );
    };
    const departments = { a: [4, 4], b: [2], c: [2, 2], d: [5], e: [] };
    const [listening] = criteriaOverDepartments(
      Object.entries(departments).map(([accountId, ratings]) => ({ accountId, scorecard: card(ratings) })),
    );
    expect(listening).toEqual({
      criterion: 'LISTENING',
      departments: 4,
      lowest: [
        { accountId: 'c', mean: 2, people: 2 },
        { accountId: 'b', mean: 2, people: 1 },
        { accountId: 'a', mean: 4, people: 2 },
      ],
    });
  });
});
