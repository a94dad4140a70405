import fc from 'fast-check';
import { OrganisationStructure } from '../../terms.js';
import { askingEffect } from './asking.js';
import { type Foresight, foresights } from './foresight.js';
import type { OutcomeEvidence } from './outcome-evidence.js';
import { askingInWords } from './wording/asking-sentence.js';
import { evidenceInWords } from './wording/evidence-sentences.js';
import { foresightInWords } from './wording/foresight-sentences.js';

const { FLAT, HIERARCHICAL } = OrganisationStructure;

type Heard = Pick<OutcomeEvidence, 'structure' | 'stayed' | 'satisfaction'>;
const heard = (
  stayed: boolean,
  OPERATIONS: number | null,
  MANAGEMENT: number | null,
  structure = HIERARCHICAL,
): OutcomeEvidence =>
  ({ structure, stayed, satisfaction: { OPERATIONS, MANAGEMENT } }) as Heard as OutcomeEvidence;
const of = (structure: OrganisationStructure, outcomes: readonly OutcomeEvidence[]): Foresight =>
  foresights(outcomes).find((each) => each.structure === structure) as Foresight;

/** Management told them all apart but one pair of 25; operations answered alike everywhere. */
const TOLD = [
  ...[90, 80, 70, 60, 50].map((score) => heard(true, 80, score)),
  ...[55, 40, 30, 20, 10].map((score) => heard(false, 80, score)),
];

describe('which level told decisions better', () => {
  it('is worked out for each structure apart', () => {
    const outcomes = [...TOLD, heard(true, 20, 20, FLAT), heard(false, 20, 20, FLAT)];
    const [operations, management] = of(HIERARCHICAL, outcomes).levels;
    expect(management).toMatchObject({ area: 24 / 25, stayed: 5, left: 5, tooFew: false });
    expect(operations).toMatchObject({ area: 0.5, stayed: 5, left: 5 });
    expect(of(FLAT, outcomes).levels[0]).toMatchObject({ area: null, stayed: 1, left: 1, tooFew: true });
  });

  it('compares the levels over the decisions before which both were heard', () => {
    const outcomes = [...TOLD, ...Array.from({ length: 9 }, () => heard(false, null, 95))];
    const { managementLessOperations: paired, levels } = of(HIERARCHICAL, outcomes);
    expect(levels[1]).toMatchObject({ left: 14 });
    expect(paired).toMatchObject({ stayed: 5, left: 5, difference: 0.46, tooFew: false });
    // Operations answered alike, so nothing varies together: the two intervals are added as squares.
    expect(paired.low).toBeCloseTo(0.46 - Math.hypot(0.96 - 0.59215, 0.79438 - 0.5), 4);
    expect(paired.high).toBeCloseTo(0.46 + Math.hypot(0.99702 - 0.96, 0.5 - 0.20562), 4);
  });

  it('takes what nobody heard for unknown, not for dissatisfied', () => {
    const unheard = Array.from({ length: 9 }, () => heard(false, null, null));
    expect(of(HIERARCHICAL, [...TOLD, ...unheard])).toEqual(of(HIERARCHICAL, TOLD));
  });

  const score = fc.option(fc.integer({ min: 0, max: 10 }), { freq: 6 });
  const drawn = fc.array(fc.record({ stayed: fc.boolean(), operations: score, management: score }), {
    minLength: 10,
    maxLength: 40,
  });

  it('changes sides with the levels, and knows no order', () => {
    fc.assert(
      fc.property(drawn, (cases) => {
        const one = of(
          HIERARCHICAL,
          cases.map((each) => heard(each.stayed, each.operations, each.management)),
        );
        const other = of(
          HIERARCHICAL,
          cases.map((each) => heard(each.stayed, each.management, each.operations)),
        );
        expect(one.levels[0]).toEqual({ ...other.levels[1], level: 'OPERATIONS' });
        expect(one.managementLessOperations.difference ?? 0).toBeCloseTo(
          -(other.managementLessOperations.difference ?? 0),
          5,
        );
        const turned = cases.map((each) => heard(each.stayed, each.operations, each.management)).reverse();
        const again = of(HIERARCHICAL, turned);
        expect(again.levels).toEqual(one.levels);
      }),
    );
  });

  it('is said in a sentence that names the counts, and claims nothing where chance may do', () => {
    expect(foresightInWords(of(HIERARCHICAL, TOLD))).toBe(
      'At hierarchical accounts the satisfaction of operations may have told nothing (area .50, .21 to .79; 5 that stayed and 5 that ' +
        'left); the satisfaction of management told them apart (area .96, .59 to .99; 5 that stayed and 5 that left). Over the 10 ' +
        'decisions before which both were heard, neither proved the better guide.',
    );
    const more = of(HIERARCHICAL, [...TOLD, ...TOLD]);
    expect(foresightInWords(more)).toMatch(
      /Over the 20 decisions before which both were heard, management was the better guide, by \.46 \(\.\d\d to \.\d\d\)\.$/,
    );
    expect(foresightInWords(of(FLAT, TOLD))).toBe('At flat accounts nobody was heard before a decision.');
    expect(foresightInWords(of(FLAT, [heard(true, 50, null, FLAT)]))).toBe(
      'At flat accounts it takes at least 5 that stayed and 5 that left to tell; heard were operations before 1 that stayed and 0 that ' +
        'left, management before 0 that stayed and 0 that left.',
    );
  });
});

describe('what asking does to answers', () => {
  const sample = (n: number, mean: number, variance: number) => ({ n, mean, variance, answers: 2 * n });

  it('is the difference of the means with its interval, from five people on either side on', () => {
    const effect = askingEffect('CSAT', sample(20, 80, 100), sample(8, 65, 144));
    expect(effect).toMatchObject({
      solicited: { people: 20, answers: 40, mean: 80 },
      volunteered: { people: 8, answers: 16, mean: 65 },
      difference: 15,
      tooFew: false,
    });
    // Error sqrt(5 + 18), 23^2 / (25/19 + 324/7) = 11.113 degrees of freedom, t = 2.1982.
    expect(effect.low).toBeCloseTo(15 - 2.1982 * Math.sqrt(23), 2);
    expect(askingInWords(effect)).toBe(
      'CSAT: of 20 people who were asked and 8 who volunteered, those asked answered 15 points higher (between 4 and 26).',
    );
  });

  it('is not told from a few, nor from one side', () => {
    const few = askingEffect('NPS', sample(20, 80, 100), sample(4, 65, 144));
    expect(few).toMatchObject({
      difference: null,
      low: null,
      tooFew: true,
      volunteered: { people: 4, mean: 65 },
    });
    expect(askingInWords(few)).toBe(
      'NPS: 20 people who were asked and 4 who volunteered are too few to compare.',
    );
    expect(askingEffect('NPS', null, sample(9, 65, 144))).toMatchObject({
      solicited: { people: 0, answers: 0, mean: null },
      tooFew: true,
    });
  });

  it('may be chance, and says so', () => {
    expect(askingInWords(askingEffect('NPS', sample(6, 70, 400), sample(6, 65, 400)))).toMatch(
      /5 points higher \(between \d+ lower and \d+ higher\), which may be chance\.$/,
    );
  });
});

describe('what the evidence is said to rest on', () => {
  it('always ends with what it does not prove', () => {
    const outcomes = [
      { ...heard(true, 1, 1), accountId: 'a' },
      { ...heard(false, 1, 1), accountId: 'a' },
    ];
    const learnedLater = { lateAnswers: 1, structuresKnownLater: 2 };
    const [counts, repeated, late, structures, cause] = evidenceInWords(outcomes, learnedLater);
    expect(counts).toBe('2 decisions of 1 account: 1 stayed, 1 left.');
    expect(repeated).toContain('decided more than once');
    expect(late).toContain('1 answer held against a decision was entered only when');
    expect(structures).toContain('2 decisions fell before we knew the account');
    expect(cause).toContain('need not cause');
    expect(evidenceInWords([], { lateAnswers: 0, structuresKnownLater: 0 })).toEqual([
      expect.stringContaining('No decision'),
      cause,
    ]);
  });
});
