import { assess, type AccountAssessment } from './assessment.js';
import type { AccountFacts } from './facts.js';
import {
  account,
  answer,
  heardAccount,
  manager,
  operator,
  person,
  SETTINGS,
  TODAY,
} from './fixtures/account-facts.js';
import { DivergenceDirection, EvidenceGrade, Standing } from './judgement-terms.js';
import { METHOD_VERSION } from './method.js';
import { OrganisationLevel, OrganisationStructure } from './terms.js';

const { HIERARCHICAL, FLAT, UNKNOWN } = OrganisationStructure;
const HAPPY_BELOW_UNHAPPY_ABOVE = { operations: [95, 95, 95, 95, 95], management: [15, 15, 15] };

function judge(facts: AccountFacts): AccountAssessment {
  return assess(facts, TODAY, SETTINGS);
}

function codes({ reasons }: AccountAssessment): string[] {
  return reasons.map(({ code }) => code);
}

describe('the judgement of an account', () => {
  it('puts a hierarchical account with happy operations and unhappy management at risk on what they said alone', () => {
    const judged = judge(heardAccount(HIERARCHICAL, HAPPY_BELOW_UNHAPPY_ABOVE));
    expect(judged.standing).toBe(Standing.AT_RISK);
    expect(codes(judged)).toEqual(['LEVELS_DIVERGE', 'DECIDING_LEVEL_DISSATISFIED']);
    expect(judged.reasons[0]?.weight).toBe(0.35);
    expect(judged.reasons[1]?.weight).toBeCloseTo(0.2 + (0.4 * (0.663678 - 0.5)) / 0.5, 5);
    expect(judged.risk).toBeCloseTo(1 - 0.65 * (1 - 0.330943), 5);
    expect(judged.divergence).toMatchObject({
      direction: DivergenceDirection.OPERATIONS_HIGHER,
      grade: EvidenceGrade.STRONG,
      probability: expect.closeTo(0.982, 3) as number,
      rawGap: 80,
    });
  });

  it('does not put its flat twin at risk: there operations decide, and the gap is only shown', () => {
    const judged = judge(heardAccount(FLAT, HAPPY_BELOW_UNHAPPY_ABOVE));
    expect(judged.standing).toBe(Standing.DIVERGING);
    expect(codes(judged)).toEqual(['LEVELS_DIVERGE']);
    expect(judged.risk).toBe(0.175);
  });

  it('lets the worse level lead while nobody knows who decides', () => {
    const judged = judge(heardAccount(UNKNOWN, HAPPY_BELOW_UNHAPPY_ABOVE));
    expect(judged.decidingLevels).toEqual([OrganisationLevel.OPERATIONS, OrganisationLevel.MANAGEMENT]);
    expect(judged.standing).toBe(Standing.AT_RISK);
    expect(judged.risk).toBe(judge(heardAccount(HIERARCHICAL, HAPPY_BELOW_UNHAPPY_ABOVE)).risk);
  });

  it('calls an account safe when the deciding level is heard, satisfied and met', () => {
    const judged = judge(heardAccount(HIERARCHICAL, { operations: [80, 85], management: [90, 80] }));
    expect(judged).toMatchObject({
      standing: Standing.SAFE,
      risk: 0,
      reasons: [],
      methodVersion: METHOD_VERSION,
    });
  });

  it('calls an account unknown, not safe, when the deciding level was not heard', () => {
    const judged = judge(heardAccount(HIERARCHICAL, { operations: [95, 95], management: [] }));
    expect(judged.standing).toBe(Standing.UNKNOWN);
    expect(judged.levels[1]).toMatchObject({ heard: 0, score: null, low: null, high: null });
  });

  it('leaves a fresh import without a single contact unknown: .20, .20 and .15 are not yet a half', () => {
    const people = [operator('o1'), operator('o2'), manager('m1')];
    const judged = judge(account(UNKNOWN, { stakeholders: people }));
    expect(codes(judged)).toEqual(['DECIDING_LEVEL_SILENT', 'DECIDING_LEVEL_UNHEARD', 'SINGLE_THREADED']);
    expect(judged.risk).toBeCloseTo(0.456, 10);
    expect(judged.standing).toBe(Standing.UNKNOWN);
  });

  it('judges an account without any facts', () => {
    const judged = judge(account(HIERARCHICAL));
    expect(judged.standing).toBe(Standing.UNKNOWN);
    expect(judged.levels.map(({ level, known }) => [level, known])).toEqual([
      [OrganisationLevel.OPERATIONS, 0],
      [OrganisationLevel.MANAGEMENT, 0],
    ]);
  });

  it('shows people of unknown level apart and lets them speak for no level', () => {
    const stakeholders = [person('x', OrganisationLevel.UNKNOWN), manager('m1')];
    const judged = judge(account(HIERARCHICAL, { stakeholders, answers: [answer('x', 100)] }));
    expect(judged.levels.map(({ level, heard }) => [level, heard])).toEqual([
      [OrganisationLevel.OPERATIONS, 0],
      [OrganisationLevel.MANAGEMENT, 0],
      [OrganisationLevel.UNKNOWN, 1],
    ]);
    expect(judged.standing).toBe(Standing.UNKNOWN);
  });

  it('draws few answers towards the tenant’s own mean once it has one', () => {
    const facts = heardAccount(HIERARCHICAL, { operations: [80, 80], management: [40, 40] });
    const strict = assess(facts, TODAY, { ...SETTINGS, means: { operations: 80, management: 40 } });
    expect(judge(facts).levels[1]?.estimate).toBeGreaterThan(50);
    expect(strict.levels[1]?.estimate).toBe(40);
    expect(strict.risk).toBeGreaterThan(judge(facts).risk);
  });
});
