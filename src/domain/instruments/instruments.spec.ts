import fc from 'fast-check';
import { answer, choice } from '../fixtures/account-facts.js';
import { Measure } from '../terms.js';
import {
  BUILT_IN_INSTRUMENTS,
  CSAT,
  NPS,
  PARTNERSHIP,
  POINTS_OF_CONNECTION,
  RECOMMEND,
  REPURCHASE,
} from './built-in.js';
import type { Instrument } from './instrument.js';
import { adjustedWaldInterval, netPromoterScore } from './net-promoter-score.js';
import { type AnswerValue, scoreAnswer } from './score-answer.js';
import { defineScale, type ScaleDefinition } from './tenant-scale.js';

const ratings = (...given: [string, number][]): AnswerValue => ({
  items: given.map(([item, rating]) => ({ item, rating })),
});
const FOUR = ratings(['LISTENING', 5], ['IMPORTANCE', 4], ['HONESTY', 3], ['RELIABILITY', 4]);

describe('an accepted answer', () => {
  it.each<[Instrument, AnswerValue, number | null]>([
    [NPS, { number: 0 }, 0],
    [NPS, { number: 7 }, 70],
    [NPS, { number: 10 }, 100],
    [CSAT, { number: 1 }, 0],
    [CSAT, { number: 4 }, 75],
    [RECOMMEND, { choice: 'DEFINITELY_NO' }, 0],
    [RECOMMEND, { choice: 'probably no' }, 100 / 3],
    [RECOMMEND, { choice: ' Probably Yes ' }, 200 / 3],
    [RECOMMEND, { choice: 'definitely-yes' }, 100],
    [REPURCHASE, { choice: 'No' }, null],
    [REPURCHASE, { choice: '' }, null],
    [POINTS_OF_CONNECTION, FOUR, 75],
    [
      PARTNERSHIP,
      ratings(['ABUNDANCE', 1], ['TRUST', 1], ['DREAMS', 1], ['TRUTH', 2], ['BALANCE', 1], ['GRACE', 1]),
      25 / 6,
    ],
  ])('is scored 0 to 100 (%#)', (instrument, value, score) => {
    const scored = scoreAnswer(instrument, value);
    expect(scored).toMatchObject({
      ok: true,
      score: score === null ? null : (expect.closeTo(score, 10) as number),
    });
  });

  it('keeps the choice in one spelling, and a blank as the answer it is', () => {
    expect(scoreAnswer(RECOMMEND, { choice: 'definitely no' })).toMatchObject({ choice: 'DEFINITELY_NO' });
    expect(scoreAnswer(REPURCHASE, { choice: 'yes' })).toMatchObject({ choice: 'YES' });
    expect(scoreAnswer(REPURCHASE, { choice: '  ' })).toMatchObject({ choice: '' });
  });

  it('keeps the ratings per item', () => {
    expect(scoreAnswer(POINTS_OF_CONNECTION, FOUR)).toMatchObject({
      items: { LISTENING: 5, IMPORTANCE: 4, HONESTY: 3, RELIABILITY: 4 },
    });
  });
});

describe('a refused answer', () => {
  it.each<[Instrument, AnswerValue, string, string]>([
    [NPS, { number: 11 }, 'OUT_OF_RANGE', 'number'],
    [NPS, { number: -1 }, 'OUT_OF_RANGE', 'number'],
    [NPS, { number: 7.5 }, 'FRACTIONAL', 'number'],
    [NPS, { number: NaN }, 'WRONG_TYPE', 'number'],
    [NPS, { number: Infinity }, 'WRONG_TYPE', 'number'],
    [NPS, { choice: '7' }, 'WRONG_TYPE', 'choice'],
    [NPS, {}, 'NOT_ONE_VALUE', ''],
    [NPS, { number: 7, choice: '7' }, 'NOT_ONE_VALUE', ''],
    [CSAT, { number: 0 }, 'OUT_OF_RANGE', 'number'],
    [CSAT, { number: 4.5 }, 'FRACTIONAL', 'number'],
    [RECOMMEND, { choice: 'maybe' }, 'UNKNOWN_CHOICE', 'choice'],
    [RECOMMEND, { choice: '' }, 'UNKNOWN_CHOICE', 'choice'],
    [REPURCHASE, { number: 1 }, 'WRONG_TYPE', 'number'],
    [POINTS_OF_CONNECTION, { number: 4 }, 'WRONG_TYPE', 'number'],
    [
      POINTS_OF_CONNECTION,
      ratings(['LISTENING', 5], ['HONESTY', 5], ['IMPORTANCE', 5]),
      'TOO_FEW_ITEMS',
      'items',
    ],
    [POINTS_OF_CONNECTION, ratings(['LISTENING', 5], ['LISTENING', 5]), 'DUPLICATE_ITEM', 'items.1.item'],
    [POINTS_OF_CONNECTION, ratings(['LISTENING', 5], ['GRACE', 5]), 'UNKNOWN_ITEM', 'items.1.item'],
    [PARTNERSHIP, ratings(['GRACE', 6]), 'OUT_OF_RANGE', 'items.0.rating'],
    [PARTNERSHIP, ratings(['GRACE', 2.5]), 'FRACTIONAL', 'items.0.rating'],
  ])('says what is wrong and where (%#)', (instrument, value, code, path) => {
    expect(scoreAnswer(instrument, value)).toMatchObject({ ok: false, code, path });
  });

  it('is never clamped: every number is scored in place or refused', () => {
    fc.assert(
      fc.property(fc.constantFrom(NPS, CSAT), fc.double(), (instrument, number) => {
        const scored = scoreAnswer(instrument, { number });
        const valid = Number.isInteger(number) && number >= instrument.min && number <= instrument.max;
        expect(scored.ok).toBe(valid);
      }),
    );
  });
});

describe('a tenant’s own scale', () => {
  const scale: ScaleDefinition = {
    code: 'GRADE',
    description: 'School grade',
    measure: Measure.SATISFACTION,
    min: -2,
    max: 2,
  };

  it('is linear between its ends', () => {
    const defined = defineScale(scale);
    expect(defined.ok && scoreAnswer(defined.instrument, { number: 1.5 })).toMatchObject({
      ok: true,
      score: 87.5,
    });
    expect(defined.ok && scoreAnswer(defined.instrument, { number: 2.1 })).toMatchObject({
      ok: false,
      code: 'OUT_OF_RANGE',
    });
  });

  it.each([
    [{ code: 'grade 1' }, 'BAD_CODE'],
    [{ code: 'NPS' }, 'BUILT_IN_CODE'],
    [{ measure: Measure.INTENTION }, 'NOT_SCORED'],
    [{ max: -2 }, 'BAD_RANGE'],
    [{ min: NaN }, 'BAD_RANGE'],
  ])('is refused when it cannot be read (%j)', (wrong, code) => {
    expect(defineScale({ ...scale, ...wrong })).toMatchObject({ ok: false, code });
  });
});

describe('the Net Promoter Score', () => {
  const nps = (...scores: number[]) =>
    scores.map((score, index) => answer(`p${index}`, score, { instrument: NPS.code }));

  it('is the share of 9 and 10 less the share of 0 to 6, with its interval', () => {
    expect(netPromoterScore(nps(100, 90, 80, 70, 60), 0.95)).toMatchObject({
      promoters: 2,
      passives: 2,
      detractors: 1,
      score: expect.closeTo(20, 10) as number,
    });
  });

  it('has an adjusted-Wald interval: three quarters more promoters and detractors, three more answers', () => {
    const { low, high } = adjustedWaldInterval({ promoters: 19, passives: 9, detractors: 8 }, 0.95);
    const [promoting, detracting] = [19.75 / 39, 8.75 / 39];
    const centre = promoting - detracting;
    const reach = 1.959963984540054 * Math.sqrt((promoting + detracting - centre ** 2) / 39);
    expect([low, high]).toEqual([
      expect.closeTo(100 * (centre - reach), 6),
      expect.closeTo(100 * (centre + reach), 6),
    ]);
    expect(adjustedWaldInterval({ promoters: 1, passives: 0, detractors: 0 }, 0.95).high).toBeLessThanOrEqual(
      100,
    );
  });

  it('is never printed for anything but answers to NPS', () => {
    expect(netPromoterScore([...nps(100), answer('x', 100)], 0.95)).toBeNull();
    expect(netPromoterScore([choice('x', 'RECOMMEND', 'DEFINITELY_YES')], 0.95)).toBeNull();
    expect(netPromoterScore([], 0.95)).toBeNull();
  });
});

describe('the built-in instruments', () => {
  it('have codes and items of their own', () => {
    const codes = BUILT_IN_INSTRUMENTS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(6);
    for (const { items, minAnswered } of [POINTS_OF_CONNECTION, PARTNERSHIP]) {
      expect(new Set(items.map(({ code }) => code)).size).toBe(6);
      expect(minAnswered).toBe(4);
    }
  });
});
