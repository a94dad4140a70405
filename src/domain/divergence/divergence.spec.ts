import type { AccountFacts, LevelMeans } from '../facts.js';
import {
  account,
  answer,
  contact,
  dateAgo,
  daysAgo,
  held,
  heardAccount,
  manager,
  operator,
  SETTINGS,
  TODAY,
} from '../fixtures/account-facts.js';
import { DivergenceCause, DivergenceDirection, EvidenceGrade } from '../judgement-terms.js';
import { OrganisationLevel, OrganisationStructure } from '../terms.js';
import { knowledgeGaps } from '../ledger/knowledge-gaps.js';
import { decidingLevelsOf } from '../standing/deciding-levels.js';
import { factsKnownAt } from '../standing/facts-known.js';
import { levelsStanding } from '../standing/levels-standing.js';
import type { Divergence } from './divergence.js';
import { divergenceBetween } from './judge-divergence.js';
import { NextActionCode } from './next-action.js';

const { HIERARCHICAL, UNKNOWN } = OrganisationStructure;
const { OPERATIONS, MANAGEMENT } = OrganisationLevel;

function judge(facts: AccountFacts, means: LevelMeans = SETTINGS.means): Divergence {
  const known = factsKnownAt(facts, TODAY);
  const { method } = SETTINGS;
  return divergenceBetween({
    facts: known,
    at: TODAY,
    method,
    levels: levelsStanding(known, TODAY, method, means),
    decidingLevels: decidingLevelsOf(known.structure),
    gaps: knowledgeGaps(known, TODAY),
  });
}

function between(operations: number[], management: number[]): Divergence {
  return judge(heardAccount(HIERARCHICAL, { operations, management }));
}

/** The same account, with more people known in management than were heard. */
function withSilentManagers(facts: AccountFacts, ...ids: string[]): AccountFacts {
  return { ...facts, stakeholders: [...facts.stakeholders, ...ids.map((id) => manager(id))] };
}

const WIDE = heardAccount(HIERARCHICAL, { operations: [90, 90, 90, 90, 90], management: [10, 15, 20] });

describe('the grade of a divergence', () => {
  it('is STRONG from .80 and SUPPORTED from .50, in both directions', () => {
    expect(between([90, 90, 90], [20, 20])).toMatchObject({ grade: EvidenceGrade.STRONG, lower: MANAGEMENT });
    expect(between([80, 80, 80, 80, 80], [50, 50, 50]).grade).toBe(EvidenceGrade.SUPPORTED);
    expect(between([20, 20], [90, 90, 90])).toMatchObject({
      grade: EvidenceGrade.STRONG,
      direction: DivergenceDirection.MANAGEMENT_HIGHER,
      lower: OPERATIONS,
      rawGap: -70,
    });
  });

  it('carries no divergence below .50', () => {
    expect(between([75, 75, 75, 75], [70, 70, 70])).toMatchObject({
      grade: EvidenceGrade.INSUFFICIENT,
      direction: DivergenceDirection.NONE,
      probability: expect.closeTo(0.18, 3) as number,
      cause: null,
    });
  });

  it('is SINGLE_VOICE, never more, for one of several known who lies 25 points below', () => {
    const one = heardAccount(HIERARCHICAL, { operations: [90, 90, 90, 90, 90], management: [10] });
    expect(judge(withSilentManagers(one, 'm8', 'm9'))).toMatchObject({
      grade: EvidenceGrade.SINGLE_VOICE,
      probability: expect.closeTo(0.754, 3) as number,
      cause: DivergenceCause.SINGLE_VOICE,
    });
    const extreme = heardAccount(HIERARCHICAL, { operations: Array<number>(30).fill(100), management: [0] });
    const certain = judge(withSilentManagers(extreme, 'm9'));
    expect(certain.grade).toBe(EvidenceGrade.SINGLE_VOICE);
    expect(certain.probability).toBeGreaterThan(SETTINGS.method.divergence.strongFrom);
    const close = heardAccount(HIERARCHICAL, { operations: [90], management: [66] });
    expect(judge(withSilentManagers(close, 'm9')).grade).toBe(EvidenceGrade.INSUFFICIENT);
  });

  it('is not lifted above one voice by what the tenant’s levels usually say', () => {
    const means = { operations: 95, management: 40 };
    const near = heardAccount(HIERARCHICAL, { operations: [90, 90, 90], management: [66, 66] });
    expect(judge(near, means).grade).toBe(EvidenceGrade.STRONG);
    const one = heardAccount(HIERARCHICAL, { operations: [90, 90, 90], management: [66] });
    expect(judge(withSilentManagers(one, 'm9'), means)).toMatchObject({
      grade: EvidenceGrade.INSUFFICIENT,
      direction: DivergenceDirection.NONE,
    });
  });

  it('takes the only one there is for a census and lets the probability decide', () => {
    expect(between([90, 90, 90, 90, 90], [10]).grade).toBe(EvidenceGrade.SUPPORTED);
  });

  it('is INSUFFICIENT without any figure while a level is unheard', () => {
    expect(between([90, 90], [])).toMatchObject({
      grade: EvidenceGrade.INSUFFICIENT,
      gap: null,
      probability: null,
    });
  });
});

describe('the cause of a divergence and what follows from it', () => {
  const cause = (changes: Partial<AccountFacts>) => {
    const { cause: code, nextActions } = judge({ ...WIDE, ...changes });
    return { code, action: nextActions[0]?.code, people: nextActions[0]?.stakeholderIds };
  };

  it('is a stakeholder who came lately and has not met us', () => {
    const newcomer = manager('m9', { startedOn: dateAgo(20) });
    const promoted = manager('m9', { levels: [held(OPERATIONS), held(MANAGEMENT, daysAgo(20))] });
    const longThere = { ...promoted, startedOn: dateAgo(900) };
    for (const stranger of [newcomer, promoted, longThere]) {
      const changes = { stakeholders: [...WIDE.stakeholders, stranger] };
      expect(cause(changes)).toEqual({
        code: DivergenceCause.STAKEHOLDER_CHANGED,
        action: NextActionCode.INTRODUCE_YOURSELF,
        people: ['m9'],
      });
      const met = { ...changes, interactions: [...WIDE.interactions, contact('welcome', ['m9'])] };
      expect(cause(met).code).toBe(DivergenceCause.UNEXPLAINED);
    }
  });

  it('is the lack of contact with the lower level', () => {
    const interactions = WIDE.interactions.map((each) => ({ ...each, occurredAt: daysAgo(91) }));
    expect(cause({ interactions })).toEqual({
      code: DivergenceCause.NO_RECENT_CONTACT,
      action: NextActionCode.GO_THERE,
      people: ['m0', 'm1', 'm2'],
    });
  });

  it('is an old answer', () => {
    const answers = WIDE.answers.map((each) => ({ ...each, answeredAt: daysAgo(200) }));
    expect(cause({ answers })).toMatchObject({
      code: DivergenceCause.STALE_ANSWER,
      action: NextActionCode.ASK_AGAIN,
    });
  });

  it('is a level that weighs other points of connection, not one that is less satisfied with all of them', () => {
    const rated = (id: string, score: number, items: Record<string, number>) =>
      answer(id, score, { instrument: 'POINTS_OF_CONNECTION', items });
    const ids = { operators: ['o1', 'o2', 'o3'], managers: ['m1', 'm2', 'm3'] };
    const people = [...ids.operators.map((id) => operator(id)), ...ids.managers.map((id) => manager(id))];
    const where = (reliability: number) =>
      judge(
        account(HIERARCHICAL, {
          stakeholders: people,
          answers: [
            ...ids.operators.map((id) => rated(id, 90, { LISTENING: 5, HONESTY: 5, RELIABILITY: 3 })),
            ...ids.managers.map((id) =>
              rated(id, 10, { LISTENING: 1, HONESTY: 4.5, RELIABILITY: reliability }),
            ),
          ],
          interactions: people.map(({ id }) => contact(id, [id])),
        }),
      );
    expect(where(3).cause).toBe(DivergenceCause.DIFFERENT_CRITERIA);
    expect(where(3).nextActions[0]).toMatchObject({
      code: NextActionCode.COMPARE_CRITERIA,
      criteria: ['LISTENING'],
    });
    expect(where(2).cause).toBe(DivergenceCause.UNEXPLAINED);
  });

  it('names the point of connection that drives the gap before the others that add to it', () => {
    const rated = (id: string, score: number, items: Record<string, number>) =>
      answer(id, score, { instrument: 'POINTS_OF_CONNECTION', items });
    const people = ['o1', 'o2', 'o3'].map((id) => operator(id));
    const managers = ['m1', 'm2', 'm3'].map((id) => manager(id));
    const facts = account(HIERARCHICAL, {
      stakeholders: [...people, ...managers],
      answers: [
        ...people.map(({ id }) => rated(id, 90, { LISTENING: 4, HONESTY: 5, RELIABILITY: 3 })),
        ...managers.map(({ id }) => rated(id, 10, { LISTENING: 3, HONESTY: 1, RELIABILITY: 4 })),
      ],
      interactions: [...people, ...managers].map(({ id }) => contact(id, [id])),
    });
    expect(judge(facts).nextActions[0]?.criteria).toEqual(['HONESTY', 'LISTENING']);
  });

  it('is unexplained when nothing recorded explains it', () => {
    expect(cause({})).toEqual({
      code: DivergenceCause.UNEXPLAINED,
      action: NextActionCode.ASK_WHY,
      people: ['m0', 'm1', 'm2'],
    });
  });
});

describe('the next question', () => {
  it('goes to the level that was not heard, or finds people there', () => {
    const facts = heardAccount(HIERARCHICAL, { operations: [90], management: [] });
    expect(judge(facts).nextActions).toMatchObject([{ code: NextActionCode.FIND_PEOPLE, level: MANAGEMENT }]);
    expect(judge(withSilentManagers(facts, 'm9')).nextActions).toMatchObject([
      { code: NextActionCode.ASK_FIRST, level: MANAGEMENT, stakeholderIds: ['m9'] },
    ]);
  });

  it('goes to the level where one more answer narrows the gap most', () => {
    const facts = heardAccount(HIERARCHICAL, { operations: [80, 80, 80], management: [75] });
    const asked = { ...facts, stakeholders: [...facts.stakeholders, operator('o9'), manager('m9')] };
    expect(judge(asked).nextActions).toMatchObject([
      { code: NextActionCode.ASK_ANOTHER, level: MANAGEMENT, stakeholderIds: ['m9'] },
    ]);
  });

  it('ends with who decides, while that is unknown', () => {
    const facts = heardAccount(UNKNOWN, { operations: [80, 80], management: [75, 75] });
    expect(judge(facts).nextActions).toMatchObject([
      { code: NextActionCode.FIND_OUT_WHO_DECIDES, level: null },
    ]);
  });
});
