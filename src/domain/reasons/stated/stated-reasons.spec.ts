import { assess } from '../../assessment.js';
import type { AccountFacts } from '../../facts.js';
import {
  account,
  answer,
  choice,
  contact,
  dateAgo,
  daysAgo,
  estimate,
  heardAccount,
  manager,
  operator,
  person,
  SETTINGS,
  TODAY,
  withRoles,
} from '../../fixtures/account-facts.js';
import { RiskReasonCode } from '../../judgement-terms.js';
import { OrganisationLevel, OrganisationStructure, Provenance, StakeholderRole } from '../../terms.js';
import type { ReasonFigures, ReasonOf } from '../reason.js';

const { HIERARCHICAL, FLAT, UNKNOWN } = OrganisationStructure;
const { OPERATIONS, MANAGEMENT } = OrganisationLevel;

function reason<C extends keyof ReasonFigures>(code: C, facts: AccountFacts): ReasonOf<C> | undefined {
  return assess(facts, TODAY, SETTINGS).reasons.find((each) => each.code === code) as ReasonOf<C> | undefined;
}

function evidenceIds(found: { readonly evidence: readonly { readonly id: string }[] } | undefined): string[] {
  return found?.evidence.map(({ id }) => id) ?? [];
}

describe('STATED_DEFECTION', () => {
  const decider = person('d', OrganisationLevel.UNKNOWN, withRoles(StakeholderRole.DECISION_MAKER));
  const said = (...answers: AccountFacts['answers']) =>
    reason(RiskReasonCode.STATED_DEFECTION, account(HIERARCHICAL, { stakeholders: [decider], answers }));

  it.each(['REPURCHASE', 'RECOMMEND'] as const)(
    'holds for a decision maker of whatever level who says no to %s',
    (asked) => {
      const no = choice('d', asked, asked === 'REPURCHASE' ? 'NO' : 'DEFINITELY_NO');
      expect(said(no)).toMatchObject({
        weight: 0.5,
        figures: { statements: [{ stakeholderId: 'd', instrument: asked, choice: no.choice }] },
        evidence: [{ kind: 'answer', id: no.id }],
      });
    },
  );

  it('ends with a later word to the contrary, a refusal to say included', () => {
    const no = choice('d', 'REPURCHASE', 'NO', daysAgo(50));
    expect(said(no, choice('d', 'REPURCHASE', 'YES'))).toBeUndefined();
    expect(said(no, choice('d', 'REPURCHASE', ''))).toBeUndefined();
    expect(said(no, choice('d', 'RECOMMEND', 'DEFINITELY_YES'))).toBeDefined();
  });

  it('needs the customer’s own, recent word of somebody who decides and is still there', () => {
    const no = choice('d', 'REPURCHASE', 'NO');
    expect(said({ ...no, provenance: Provenance.OUR_ESTIMATE })).toBeUndefined();
    expect(said({ ...no, answeredAt: daysAgo(366) })).toBeUndefined();
    expect(said(choice('d', 'RECOMMEND', 'PROBABLY_NO'))).toBeUndefined();
    const by = (changed: object) =>
      reason(
        RiskReasonCode.STATED_DEFECTION,
        account(HIERARCHICAL, { stakeholders: [{ ...decider, ...changed }], answers: [no] }),
      );
    expect(by({ roles: [StakeholderRole.USER] })).toBeUndefined();
    expect(by({ endedOn: dateAgo(1) })).toBeUndefined();
  });
});

describe('DECIDING_LEVEL_DISSATISFIED', () => {
  const code = RiskReasonCode.DECIDING_LEVEL_DISSATISFIED;
  const unhappyManagers = heardAccount(HIERARCHICAL, { operations: [90, 90], management: [10, 10, 10, 10] });

  it('grows with the probability that the deciding level lies below 50', () => {
    const some = reason(code, unhappyManagers);
    const more = reason(
      code,
      heardAccount(HIERARCHICAL, { operations: [90, 90], management: Array<number>(9).fill(10) }),
    );
    expect(some?.figures).toMatchObject({ level: MANAGEMENT, score: 10, heard: 4, known: 4 });
    expect(some?.weight).toBeCloseTo(0.2 + (0.4 * ((some?.figures.probability ?? 0) - 0.5)) / 0.5, 5);
    expect(more?.weight).toBeGreaterThan(some?.weight ?? 1);
    expect(evidenceIds(some)).toHaveLength(4);
  });

  it('looks at the level that decides only', () => {
    expect(reason(code, { ...unhappyManagers, structure: FLAT })).toBeUndefined();
    expect(reason(code, { ...unhappyManagers, structure: UNKNOWN })?.figures.level).toBe(MANAGEMENT);
  });

  it('calls no level dissatisfied on another level’s word', () => {
    const unhappyOperations = Array<number>(10).fill(0);
    expect(
      reason(code, heardAccount(HIERARCHICAL, { operations: unhappyOperations, management: [] })),
    ).toBeUndefined();
    expect(
      reason(code, heardAccount(HIERARCHICAL, { operations: unhappyOperations, management: [55] })),
    ).toBeUndefined();
  });
});

describe('LEVELS_DIVERGE', () => {
  const weight = (
    structure: OrganisationStructure,
    operations: number[],
    management: number[],
    silent = 0,
  ) => {
    const facts = heardAccount(structure, { operations, management });
    const more = Array.from({ length: silent }, (_, index) => manager(`silent ${index}`));
    return reason(RiskReasonCode.LEVELS_DIVERGE, { ...facts, stakeholders: [...facts.stakeholders, ...more] })
      ?.weight;
  };

  it('weighs by grade, and half when the deciding level is the more satisfied one', () => {
    expect(weight(HIERARCHICAL, [90, 90, 90], [20, 20])).toBe(0.35);
    expect(weight(HIERARCHICAL, [80, 80, 80, 80, 80], [50, 50, 50])).toBe(0.25);
    expect(weight(HIERARCHICAL, [90, 90, 90], [20], 2)).toBe(0.1);
    expect(weight(FLAT, [90, 90, 90], [20, 20])).toBe(0.175);
    expect(weight(FLAT, [80, 80, 80, 80, 80], [50, 50, 50])).toBe(0.125);
    expect(weight(FLAT, [90, 90, 90], [20], 2)).toBe(0.05);
    expect(weight(UNKNOWN, [20, 20], [90, 90, 90])).toBe(0.35);
    expect(weight(HIERARCHICAL, [75, 75], [70, 70])).toBeUndefined();
  });

  it('carries both levels’ figures and answers', () => {
    const found = reason(
      RiskReasonCode.LEVELS_DIVERGE,
      heardAccount(FLAT, { operations: [95, 95], management: [5, 5] }),
    );
    expect(found?.figures).toMatchObject({
      lower: { level: MANAGEMENT, score: 5, heard: 2, known: 2 },
      higher: { level: OPERATIONS, score: 95 },
      lowerDecides: false,
    });
    expect(evidenceIds(found)).toHaveLength(4);
  });
});

describe('DECIDING_LEVEL_UNHEARD', () => {
  const code = RiskReasonCode.DECIDING_LEVEL_UNHEARD;

  it('names the deciding levels without a fresh answer and the people to ask', () => {
    const facts = account(HIERARCHICAL, {
      stakeholders: [manager('m1'), operator('o1')],
      answers: [answer('m1', 80, { answeredAt: daysAgo(400) }), answer('o1', 80), estimate('m1', 90)],
    });
    expect(reason(code, facts)).toMatchObject({
      weight: 0.2,
      figures: { levels: [{ level: MANAGEMENT, known: 1, lastHeardAt: daysAgo(400) }] },
      evidence: [{ kind: 'stakeholder', id: 'm1' }],
    });
    expect(reason(code, { ...facts, structure: FLAT })).toBeUndefined();
    expect(reason(code, { ...facts, structure: UNKNOWN })?.figures.levels).toHaveLength(1);
  });

  it('is not ended by people of unknown level', () => {
    const stranger = person('x', OrganisationLevel.UNKNOWN, withRoles(StakeholderRole.DECISION_MAKER));
    expect(
      reason(code, account(HIERARCHICAL, { stakeholders: [stranger], answers: [answer('x', 90)] })),
    ).toBeDefined();
  });
});

describe('DECLINING', () => {
  const code = RiskReasonCode.DECLINING;
  const fell = (before: number, now: number, structure = HIERARCHICAL, daysBefore = 200) =>
    reason(
      code,
      account(structure, {
        stakeholders: [manager('m1')],
        answers: [
          answer('m1', before, { answeredAt: daysAgo(daysBefore) }),
          answer('m1', now, { answeredAt: daysAgo(180) }),
        ],
      }),
    );

  it('holds from a fall of 15 points against the previous half-year', () => {
    expect(fell(80, 65)).toMatchObject({
      weight: 0.2,
      figures: { level: MANAGEMENT, before: 80, now: 65, heardBefore: 1, heardNow: 1 },
    });
    expect(evidenceIds(fell(80, 65))).toHaveLength(2);
    expect(fell(80, 65.001)).toBeUndefined();
    expect(fell(65, 80)).toBeUndefined();
  });

  it('needs both half-years heard, at a deciding level', () => {
    expect(fell(80, 20, HIERARCHICAL, 361)).toBeUndefined();
    expect(fell(80, 20, FLAT)).toBeUndefined();
    expect(fell(80, 20, UNKNOWN)).toBeDefined();
  });
});

describe('OVERESTIMATED', () => {
  const believed = (belief: number) =>
    reason(
      RiskReasonCode.OVERESTIMATED,
      account(HIERARCHICAL, {
        stakeholders: [manager('m1'), operator('o1')],
        answers: [answer('m1', 60), estimate('m1', belief), answer('o1', 60), estimate('o1', 70)],
      }),
    );

  it('holds when we believe 25 points more than the level states', () => {
    expect(believed(85)).toMatchObject({
      weight: 0.1,
      figures: { level: MANAGEMENT, ourEstimate: 85, score: 60 },
    });
    expect(evidenceIds(believed(85))).toHaveLength(2);
    expect(believed(84.9)).toBeUndefined();
  });

  it('needs something stated to compare with', () => {
    const facts = account(HIERARCHICAL, { stakeholders: [manager('m1')], answers: [estimate('m1', 100)] });
    expect(
      reason(RiskReasonCode.OVERESTIMATED, { ...facts, interactions: [contact('i', ['m1'])] }),
    ).toBeUndefined();
  });
});
