import fc from 'fast-check';
import { Standing } from '../../judgement-terms.js';
import { economicsOf } from '../economics/economics.js';
import type { EconomicsFacts } from '../economics/economics-facts.js';
import { countedShare } from '../counted-share.js';
import { LoyaltyEventKind } from '../terms.js';
import { agreementOf } from './agreement.js';
import { liveFigures } from './live-figures.js';
import { checklistResults, type RatingFact } from './results.js';
import { ChecklistArea, ChecklistRating, LiveFigureCode } from './statement.js';
import { CHECKLIST } from './statements.js';

describe('the checklist', () => {
  it('has ten statements on customers, four on the offering, seven on employees and eleven on measurement', () => {
    const counts = Object.values(ChecklistArea).map((area) => [
      area,
      CHECKLIST.filter((statement) => statement.area === area).length,
    ]);
    expect(Object.fromEntries(counts)).toEqual({ CUSTOMERS: 10, OFFERING: 4, EMPLOYEES: 7, MEASUREMENT: 11 });
  });

  it('gives each statement a code and a sentence of its own', () => {
    expect(new Set(CHECKLIST.map(({ code }) => code)).size).toBe(32);
    expect(new Set(CHECKLIST.map(({ text }) => text)).size).toBe(32);
    for (const { text } of CHECKLIST) expect(text).toMatch(/^[A-Z].*\.$/);
  });

  it('sets every figure beside at least one statement', () => {
    const used = new Set(CHECKLIST.flatMap(({ figure }) => figure ?? []));
    expect([...used].sort()).toEqual(Object.values(LiveFigureCode).sort());
  });
});

describe('agreement', () => {
  it.each<[number[], number | null]>([
    [[], null],
    [[2], null],
    [[2, 2], 1],
    [[0, 3], 0],
    [[1, 2], 2 / 3],
    // Differences 1, 3, 2: a mean of 2, of at most 3 x 2 / 3.
    [[0, 1, 3], 0],
    [[0, 0, 3, 3], 0],
    // Differences 0, 1, 1, 1, 1, 0: 4 of at most 12.
    [[1, 1, 2, 2], 2 / 3],
  ])('of %j is %p', (points, agreement) => {
    if (agreement === null) expect(agreementOf(points)).toBeNull();
    else expect(agreementOf(points)).toBeCloseTo(agreement, 12);
  });

  const ratings = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 9 });

  it('lies between 0 and 1, and is 1 for the same ratings alone', () => {
    fc.assert(
      fc.property(ratings, (points) => {
        const agreement = agreementOf(points) ?? -1;
        expect(agreement).toBeGreaterThanOrEqual(-1e-12);
        expect(agreement).toBeLessThanOrEqual(1);
        expect(agreement === 1).toBe(new Set(points).size === 1);
      }),
    );
  });

  it('is measured against the most divided ratings there can be, found by trying them all', () => {
    for (const n of [2, 3, 4, 5]) {
      const all = Array.from({ length: 4 ** n }, (_, code) =>
        Array.from({ length: n }, (__, place) => Math.floor(code / 4 ** place) % 4),
      );
      expect(Math.min(...all.map((points) => agreementOf(points) ?? -1))).toBeCloseTo(0, 12);
    }
  });

  it('does not change when the scale is turned round', () => {
    fc.assert(
      fc.property(ratings, (points) => {
        expect(agreementOf(points.map((each) => 3 - each))).toBeCloseTo(agreementOf(points) ?? -1, 12);
      }),
    );
  });
});

describe('the results of a round', () => {
  const { NOT_AT_ALL, MINIMALLY, MODERATELY, SIGNIFICANTLY } = ChecklistRating;
  const rating = (raterId: string, statement: string, given: ChecklistRating, id: number): RatingFact => ({
    ...{ id: `r${id}`, raterId, statement, rating: given },
    ratedAt: `2026-11-0${id}T09:00:00.000Z`,
  });
  const given = [
    rating('ann', 'OFFERING_FITS', NOT_AT_ALL, 1),
    rating('bob', 'OFFERING_FITS', MODERATELY, 2),
    rating('ann', 'OFFERING_STEADY', SIGNIFICANTLY, 3),
    rating('ann', 'OFFERING_FITS', MINIMALLY, 4),
  ];
  const offering = (ratings: readonly RatingFact[]) =>
    checklistResults(ratings).find(({ area }) => area === ChecklistArea.OFFERING);

  it('count the last rating of each person, and each rated statement the same', () => {
    const result = offering(given);
    expect(result).toMatchObject({ raters: 2, mean: 2.25, agreement: 0.666667 });
    expect(result?.statements.map(({ raters, mean, agreement }) => [raters, mean, agreement])).toEqual([
      [2, 1.5, 0.666667],
      [1, 3, null],
      [0, null, null],
      [0, null, null],
    ]);
    expect(result?.statements[0]?.counts.map(({ raters }) => raters)).toEqual([0, 1, 1, 0]);
  });

  it('do not depend on the order in which ratings are read', () => {
    expect(offering([...given].reverse())).toEqual(offering(given));
  });

  it('say nothing of an area that nobody rated', () => {
    const [customers] = checklistResults(given);
    expect(customers).toMatchObject({
      area: ChecklistArea.CUSTOMERS,
      raters: 0,
      mean: null,
      agreement: null,
    });
  });
});

describe('the figures beside the ratings', () => {
  const none: EconomicsFacts = {
    today: '2026-11-22',
    currency: 'EUR',
    customers: [],
    events: [],
    problems: [],
  };

  it('say why they are not known, all of them, where nothing was recorded', () => {
    const figures = liveFigures({ economics: economicsOf(none), recovery: countedShare(0, 0) });
    expect(figures.map(({ code }) => code).sort()).toEqual(Object.values(LiveFigureCode).sort());
    for (const { value, low, high, sentence } of figures) {
      expect([value, low, high]).toEqual([null, null, null]);
      expect(sentence).toMatch(/\.$/);
    }
  });

  it('are those of the economics, with their counts and bounds', () => {
    const standings = [Standing.AT_RISK, Standing.UNKNOWN, Standing.SAFE, Standing.SAFE];
    const customers = Array.from({ length: 20 }, (_, index) => ({
      ...{ accountId: `a${index}`, isLost: index >= 16, annualValue: '100', risk: 0.1 },
      standing: standings[index % 4] ?? Standing.SAFE,
    }));
    const economics = economicsOf({
      ...none,
      customers,
      events: customers.map(({ accountId, isLost }) => ({
        ...{ id: `e-${accountId}`, accountId, occurredOn: '2026-06-01', amount: null, currency: null },
        kind: isLost ? LoyaltyEventKind.LOST : LoyaltyEventKind.RENEWED,
      })),
      problems: customers.slice(6).map(({ accountId }) => ({
        ...{ accountId, occurredAt: '2026-02-01T00:00:00.000Z', resolvedAt: null },
      })),
    });
    const figures = liveFigures({ economics, recovery: countedShare(6, 8) });
    const figure = (code: LiveFigureCode) => figures.find((each) => each.code === code);
    expect(figure(LiveFigureCode.BASE_AT_RISK)).toMatchObject({
      value: '0.25',
      low: '0.25',
      high: '0.5',
      n: 16,
      hits: 4,
    });
    expect(figure(LiveFigureCode.VALUE_AT_RISK)).toMatchObject({
      value: '400.00',
      low: '400.00',
      high: '800.00',
      currency: 'EUR',
    });
    expect(figure(LiveFigureCode.CUSTOMERS_WITH_PROBLEMS)).toMatchObject({ value: '0.625', n: 16, hits: 10 });
    expect(figure(LiveFigureCode.RECOVERY_RATE)).toMatchObject({ value: '0.75', n: 8, hits: 6 });
    expect(figure(LiveFigureCode.RETENTION)).toMatchObject({ value: '0.8', n: 20, hits: 16 });
    expect(figure(LiveFigureCode.CUSTOMER_VALUE)?.value).toBe(economics.customerValue?.perCustomer.estimate);
    // Only six account-years had no problem: too few to speak of an effect.
    expect(figure(LiveFigureCode.PROBLEM_EFFECT)).toMatchObject({ value: null });
    expect(figure(LiveFigureCode.PROBLEM_EFFECT)?.sentence).toContain('there are 14 and 6.');
    expect(figure(LiveFigureCode.PREVENTION_PAYOFF)).toMatchObject({ value: null });
  });
});
