import type { AccountFacts, AnswerFact } from '../../facts.js';
import { account, answer, choice, manager, operator } from '../../fixtures/account-facts.js';
import { METHOD_DEFAULTS } from '../../method.js';
import { OrganisationLevel, OrganisationStructure } from '../../terms.js';
import { bandOfScore, bandsOf } from './answer-bands.js';
import { answerCalibration } from './answer-calibration.js';
import { outcomeEvidence } from './outcome-evidence.js';
import { structureThen } from './structure-then.js';

const { FLAT, HIERARCHICAL, UNKNOWN } = OrganisationStructure;

const decided = (stayed: boolean, structure: OrganisationStructure, facts: Partial<AccountFacts>) =>
  outcomeEvidence(
    { accountId: 'a', stayed, decidedOn: '2026-06-25', events: [] },
    account(structure, { stakeholders: [manager('m1'), manager('m2'), operator('o1')], ...facts }),
    METHOD_DEFAULTS.standing,
  );
const nps = (id: string, score: number): AnswerFact => answer(id, score, { instrument: 'NPS' });

describe('what an answer was worth', () => {
  it('is the share that stayed of each band, by instrument, level and structure', () => {
    const outcomes = [
      ...[true, true, true, true, false].map((stayed) =>
        decided(stayed, HIERARCHICAL, { answers: [nps('m1', 90)] }),
      ),
      decided(false, FLAT, { answers: [nps('m1', 100)] }),
      decided(false, FLAT, { answers: [nps('m1', 60), nps('o1', 70)] }),
    ];
    const rows = answerCalibration(outcomes);
    expect(rows.map(({ instrument, level, structure }) => [instrument, level, structure])).toEqual([
      ['NPS', 'OPERATIONS', null],
      ['NPS', 'OPERATIONS', 'FLAT'],
      ['NPS', 'MANAGEMENT', null],
      ['NPS', 'MANAGEMENT', 'HIERARCHICAL'],
      ['NPS', 'MANAGEMENT', 'FLAT'],
    ]);
    const none = { of: 0, hits: 0, share: null, low: null, high: null, tooFew: true };
    expect(rows[3]?.bands).toEqual([
      { answer: '0 to 6', ...none },
      { answer: '7 to 8', ...none },
      // Wilson: (.8 + .38415 -+ 1.95996 sqrt(.032 + .03841)) / 1.76829.
      { answer: '9 to 10', of: 5, hits: 4, share: 0.8, low: 0.375535, high: 0.963776, tooFew: false },
    ]);
    expect(rows[2]?.bands[2]).toMatchObject({ of: 6, hits: 4, share: 0.666667 });
    expect(rows[4]?.bands[2]).toMatchObject({ of: 1, hits: 0, share: null, tooFew: true });
  });

  it('counts a decision once per level, by the mean of its people or the majority of their intentions', () => {
    const outcomes = [
      decided(true, HIERARCHICAL, {
        answers: [
          nps('m1', 100),
          nps('m2', 60),
          choice('m1', 'REPURCHASE', 'YES'),
          choice('m2', 'REPURCHASE', 'NO'),
        ],
      }),
    ];
    const counted = answerCalibration(outcomes)
      .filter(({ structure }) => structure === null)
      .flatMap(({ instrument, bands }) =>
        bands.filter(({ of }) => of > 0).map((band) => [instrument, band.answer, band.of]),
      );
    expect(counted).toEqual([
      ['NPS', '7 to 8', 1],
      ['REPURCHASE', 'divided', 1],
    ]);
  });

  it('gives every possible answer of one person the band that names it', () => {
    const named = (instrument: string, scores: number[]) =>
      scores.map((score) => bandOfScore(instrument, score)?.words);
    expect(named('NPS', [0, 60, 70, 80, 90, 100])).toEqual([
      '0 to 6',
      '0 to 6',
      '7 to 8',
      '7 to 8',
      '9 to 10',
      '9 to 10',
    ]);
    expect(named('CSAT', [0, 25, 50, 75, 100])).toEqual([1, 2, 3, 4, 5].map((rating) => `rating ${rating}`));
    expect(named('RECOMMEND', [0, 100 / 3, 200 / 3, 100])).toEqual([
      'definitely no',
      'probably no',
      'probably yes',
      'definitely yes',
    ]);
    expect(named('OUR_OWN', [0, 19, 20, 100])).toEqual([
      'score 0 to 20',
      'score 0 to 20',
      'score 20 to 40',
      'score 80 to 100',
    ]);
    expect(bandsOf('REPURCHASE').map(({ words }) => words)).toEqual([
      'no',
      'divided',
      'yes',
      'declined to say',
    ]);
  });

  it('counts a level nobody knows as such', () => {
    const stranger = { ...operator('x'), levels: [] };
    const rows = answerCalibration([
      decided(true, UNKNOWN, { stakeholders: [stranger], answers: [nps('x', 90)] }),
    ]);
    expect(rows.map(({ level, structure }) => [level, structure])).toEqual([
      [OrganisationLevel.UNKNOWN, null],
      [OrganisationLevel.UNKNOWN, UNKNOWN],
    ]);
  });
});

describe('the structure an account counts under', () => {
  const held = [
    { structure: FLAT, since: '2025-01-01T00:00:00.000Z' },
    { structure: HIERARCHICAL, since: '2026-01-01T00:00:00.000Z' },
  ];

  it('is that of then, and that of today for a time from which nothing is recorded', () => {
    expect(structureThen(held, '2025-06-01T00:00:00.000Z')).toEqual({ structure: FLAT, isKnownLater: false });
    expect(structureThen(held, '2024-06-01T00:00:00.000Z')).toEqual({
      structure: HIERARCHICAL,
      isKnownLater: true,
    });
    expect(structureThen([], '2024-06-01T00:00:00.000Z')).toEqual({ structure: UNKNOWN, isKnownLater: true });
  });
});
