import type { AccountFacts } from '../facts.js';
import {
  account,
  answer,
  choice,
  contact,
  dateAgo,
  daysAgo,
  estimate,
  held,
  heardAccount,
  manager,
  operator,
  person,
  SETTINGS,
  TODAY,
} from '../fixtures/account-facts.js';
import { METHOD_DEFAULTS } from '../method.js';
import { OrganisationLevel, OrganisationStructure } from '../terms.js';
import { factsKnownAt } from './facts-known.js';
import type { LevelStanding } from './level-standing.js';
import { levelsStanding } from './levels-standing.js';
import { ownMean } from './own-mean.js';

const { OPERATIONS, MANAGEMENT } = OrganisationLevel;

function standings(facts: Partial<AccountFacts>): { operations: LevelStanding; management: LevelStanding } {
  const known = factsKnownAt(account(OrganisationStructure.HIERARCHICAL, facts), TODAY);
  const { named } = levelsStanding(known, TODAY, SETTINGS.method, SETTINGS.means);
  return { operations: named.OPERATIONS, management: named.MANAGEMENT };
}

describe('the standing of a level', () => {
  it('halves the weight of an answer with every 180 days', () => {
    const { management } = standings({
      stakeholders: [manager('m1'), manager('m2')],
      answers: [answer('m1', 90, { answeredAt: TODAY }), answer('m2', 30, { answeredAt: daysAgo(180) })],
    });
    expect(management.score).toBeCloseTo((90 + 0.5 * 30) / 1.5, 6);
    expect(management.effectiveN).toBeCloseTo(1.5 ** 2 / 1.25, 6);
    expect(management).toMatchObject({ heard: 2, known: 2 });
  });

  it('counts an answer of exactly 365 days ago and none that is a moment older', () => {
    const stakeholders = [manager('m1')];
    const at = (days: number) =>
      standings({ stakeholders, answers: [answer('m1', 90, { answeredAt: daysAgo(days) })] });
    expect(at(365).management.heard).toBe(1);
    expect(at(365 + 1e-6).management).toMatchObject({
      heard: 0,
      score: null,
      lastHeardAt: daysAgo(365 + 1e-6),
    });
  });

  it('takes somebody who answered three instruments for one voice, as fresh as the latest of them', () => {
    const { management } = standings({
      stakeholders: [manager('m1'), manager('m2')],
      answers: [
        answer('m1', 100, { instrument: 'NPS', answeredAt: TODAY }),
        answer('m1', 50, { instrument: 'CSAT', answeredAt: daysAgo(180) }),
        answer('m2', 0, { answeredAt: TODAY }),
      ],
    });
    const firstVoice = (100 + 0.5 * 50) / 1.5;
    expect(management.heard).toBe(2);
    expect(management.score).toBeCloseTo(firstVoice / 2, 6);
  });

  it('counts only the latest answer on each instrument', () => {
    const { management } = standings({
      stakeholders: [manager('m1')],
      answers: [answer('m1', 20, { answeredAt: daysAgo(200) }), answer('m1', 80, { answeredAt: daysAgo(3) })],
    });
    expect(management.score).toBe(80);
    expect(management.answerIds).toHaveLength(1);
  });

  it('counts an answer under the level held when it was given', () => {
    const promoted = person('p', OPERATIONS, { levels: [held(OPERATIONS), held(MANAGEMENT, daysAgo(30))] });
    const { operations, management } = standings({
      stakeholders: [promoted],
      answers: [answer('p', 90, { answeredAt: daysAgo(60) })],
    });
    expect(operations).toMatchObject({ heard: 1, known: 0, score: 90 });
    expect(management).toMatchObject({ heard: 0, known: 1 });
  });

  it('lets nobody speak for the level who has left, but remembers when the level was last heard', () => {
    const { management } = standings({
      stakeholders: [manager('m1', { endedOn: dateAgo(1) }), manager('m2', { endedOn: dateAgo(0) })],
      answers: [answer('m1', 0, { answeredAt: daysAgo(2) }), answer('m2', 70, { answeredAt: daysAgo(9) })],
    });
    expect(management).toMatchObject({ known: 1, heard: 1, score: 70, lastHeardAt: daysAgo(2) });
  });

  it('never mixes our estimate with what was stated', () => {
    const { management } = standings({
      stakeholders: [manager('m1'), manager('m2')],
      answers: [answer('m1', 40), estimate('m2', 90)],
    });
    expect(management).toMatchObject({ score: 40, ourEstimate: 90, heardIds: ['m1'] });
  });

  it('does not take an intention for having been heard', () => {
    const { management } = standings({
      stakeholders: [manager('m1')],
      answers: [choice('m1', 'REPURCHASE', 'YES'), choice('m1', 'REPURCHASE', '')],
    });
    expect(management).toMatchObject({ heard: 0, lastHeardAt: null });
  });

  it('reports the interval of the model, cut at the ends of the scale', () => {
    const facts = heardAccount(OrganisationStructure.FLAT, {
      operations: [95, 95, 95, 95, 95],
      management: [15, 15, 15],
    });
    const { operations, management } = standings(facts);
    expect(management.estimate).toBeCloseTo(46.02459, 4);
    expect(management.low).toBeCloseTo(46.02459 - 1.959964 * Math.sqrt(88.52459), 4);
    expect(operations.high).toBeCloseTo(81.598361 + 1.959964 * Math.sqrt(66.393443), 4);
    expect(
      standings(heardAccount(OrganisationStructure.FLAT, { operations: [100], management: [100] })).operations
        .high,
    ).toBe(100);
  });

  it('reports disagreement within the level, from two voices on', () => {
    const scores = (management: number[]) =>
      standings(heardAccount(OrganisationStructure.FLAT, { operations: [], management })).management
        .disagreement;
    expect(scores([20, 80])).toBeCloseTo(30, 6);
    expect(scores([20])).toBeNull();
  });

  it('knows the last contact with anybody who held the level at the time', () => {
    const { operations, management } = standings({
      stakeholders: [manager('m1'), operator('o1')],
      interactions: [
        contact('i1', ['m1'], { occurredAt: daysAgo(100) }),
        contact('i2', ['m1', 'o1'], { occurredAt: daysAgo(40) }),
        contact('i3', ['o1'], { occurredAt: daysAgo(-1) }),
      ],
    });
    expect([operations.lastContactAt, management.lastContactAt]).toEqual([daysAgo(40), daysAgo(40)]);
  });
});

describe('the tenant’s own mean of a level', () => {
  const { model } = METHOD_DEFAULTS;

  it('weighs accounts by how many were heard and needs thirty', () => {
    expect(
      ownMean(
        [
          { score: 80, heard: 20 },
          { score: 50, heard: 10 },
          { score: null, heard: 0 },
        ],
        model,
      ),
    ).toBeCloseTo(70, 10);
    expect(ownMean([{ score: 80, heard: 29 }], model)).toBeNull();
  });
});
