import fc from 'fast-check';
import { assess, type AccountAssessment } from './assessment.js';
import type { AccountFacts, Instant } from './facts.js';
import { account, answer, contact, daysAgo, person, SETTINGS, TODAY } from './fixtures/account-facts.js';
import { drawnFacts, score } from './fixtures/drawn-facts.js';
import { drawnRecoveries } from './fixtures/drawn-recoveries.js';
import { toldSolved } from './fixtures/ledger-facts.js';
import { daysBefore } from './instants.js';
import { EvidenceGrade, RiskReasonCode, Standing } from './judgement-terms.js';
import { knowledgeGaps } from './ledger/knowledge-gaps.js';
import type { Calibration } from './reasons/calibration.js';
import { OrganisationLevel, OrganisationStructure } from './terms.js';

const { OPERATIONS, MANAGEMENT, UNKNOWN } = OrganisationLevel;
const { HIERARCHICAL, FLAT } = OrganisationStructure;

function judge(given: AccountFacts, at = TODAY): AccountAssessment {
  return assess(given, at, SETTINGS);
}

function weightOf(code: RiskReasonCode, given: AccountFacts): number {
  return judge(given).reasons.find((reason) => reason.code === code)?.weight ?? 0;
}

/** Scores of people newly heard, all within the last half-year; everybody was met by two of us. */
const freshScores = fc.array(fc.record({ score, age: fc.integer({ min: 0, max: 179 }) }), {
  minLength: 1,
  maxLength: 5,
});

type Fresh = readonly { readonly score: number; readonly age: number }[];

function freshAccount(given: OrganisationStructure, operations: Fresh, management: Fresh): AccountFacts {
  const heard = [
    ...operations.map((each, index) => ({ ...each, id: `o${index}`, at: OPERATIONS })),
    ...management.map((each, index) => ({ ...each, id: `m${index}`, at: MANAGEMENT })),
  ];
  const people = [
    ...heard.map(({ id, at }) => person(id, at)),
    person('o-met', OPERATIONS),
    person('m-met', MANAGEMENT),
  ];
  return account(given, {
    stakeholders: people,
    answers: heard.map(({ id, score: given, age: days }) => answer(id, given, { answeredAt: daysAgo(days) })),
    interactions: people.map(({ id }) => contact(`with ${id}`, [id])),
  });
}

describe('the laws of the judgement', () => {
  it('is the same whatever the order of the facts', () => {
    fc.assert(
      fc.property(
        fc.oneof(drawnFacts, drawnRecoveries).chain((given) =>
          fc.record({
            given: fc.constant(given),
            stakeholders: fc.shuffledSubarray([...given.stakeholders], {
              minLength: given.stakeholders.length,
            }),
            answers: fc.shuffledSubarray([...given.answers], { minLength: given.answers.length }),
            interactions: fc.shuffledSubarray([...given.interactions], {
              minLength: given.interactions.length,
            }),
            problems: fc.shuffledSubarray([...given.problems], { minLength: given.problems.length }),
            knowledge: fc.shuffledSubarray([...given.knowledge], { minLength: given.knowledge.length }),
            commitments: fc.shuffledSubarray([...given.commitments], {
              minLength: given.commitments.length,
            }),
            team: fc.shuffledSubarray([...given.team], { minLength: given.team.length }),
          }),
        ),
        ({ given, ...shuffled }) => {
          expect(judge({ ...given, ...shuffled })).toEqual(judge(given));
        },
      ),
    );
  });

  it('does not depend on the clock', () => {
    const sample = fc.sample(drawnFacts, { numRuns: 30, seed: 7 });
    const before = sample.map((given) => judge(given));
    jest.useFakeTimers({ now: Date.parse('2031-01-01T00:00:00.000Z') });
    try {
      expect(sample.map((given) => judge(given))).toEqual(before);
    } finally {
      jest.useRealTimers();
    }
  });

  it('ignores facts that lie after its date', () => {
    fc.assert(
      fc.property(drawnFacts, fc.integer({ min: 0, max: 400 }), (given, days) => {
        const at = daysAgo(days);
        const past = {
          ...given,
          answers: given.answers.filter((each) => each.answeredAt <= at),
          interactions: given.interactions.filter((each) => each.occurredAt <= at),
          problems: given.problems
            .filter((each) => each.occurredAt <= at)
            .map((each) => ({ ...each, changes: each.changes.filter((change) => change.at <= at) })),
          knowledge: given.knowledge.filter((each) => each.at <= at),
          commitments: given.commitments
            .filter((each) => each.madeAt <= at)
            .map((each) =>
              (each.settledAt ?? '') <= at ? each : { ...each, settled: null, settledAt: null },
            ),
          team: given.team.filter((each) => each.since <= at.slice(0, 10)),
          stakeholders: given.stakeholders.map((each) => ({
            ...each,
            levels: each.levels.filter(({ from }) => from === null || from <= at),
          })),
        };
        expect(judge(given, at)).toEqual(judge(past, at));
      }),
    );
  });

  it('does not change when facts and date move together through time', () => {
    fc.assert(
      fc.property(drawnFacts, fc.integer({ min: -900, max: 900 }), (given, days) => {
        const then = judge(shifted(given, days), daysBefore(TODAY, -days));
        const now = judge(given);
        expect([then.standing, then.risk, then.divergence]).toEqual([now.standing, now.risk, now.divergence]);
      }),
    );
  });

  it('changes nothing but the names when levels and structure are swapped together', () => {
    fc.assert(
      fc.property(fc.oneof(drawnFacts, drawnRecoveries), (given) => {
        const one = judge(given);
        const other = judge(mirrored(given));
        expect([other.standing, other.risk]).toEqual([one.standing, one.risk]);
        expect(other.reasons.map(({ code, weight }) => [code, weight])).toEqual(
          one.reasons.map(({ code, weight }) => [code, weight]),
        );
        expect(other.divergence.gap).toEqual(
          one.divergence.gap === null ? null : expect.closeTo(-one.divergence.gap, 5),
        );
        expect(other.divergence.grade).toBe(one.divergence.grade);
      }),
    );
  });

  it('breaks a tie between two equally dissatisfied levels by no level’s name', () => {
    const alike = [5, 5, 5, 5].map((each) => ({ score: each, age: 3 }));
    const given = freshAccount(OrganisationStructure.UNKNOWN, alike, alike);
    const leading = (facts: AccountFacts) =>
      judge(facts).reasons.flatMap((reason) =>
        reason.code === RiskReasonCode.DECIDING_LEVEL_DISSATISFIED ? [reason.figures.level] : [],
      );
    expect(new Set([...leading(given), ...leading(mirrored(given))])).toEqual(
      new Set([OPERATIONS, MANAGEMENT]),
    );
  });

  it('never calls an account safe while a deciding level is unheard', () => {
    fc.assert(
      fc.property(drawnFacts, (given) => {
        const judged = judge(given);
        const deciding = judged.levels.filter((each) =>
          judged.decidingLevels.some((name) => name === each.level),
        );
        if (deciding.some(({ heard }) => heard === 0)) expect(judged.standing).not.toBe(Standing.SAFE);
      }),
    );
  });

  it('finds the same answers at least as risky where the unhappy level decides', () => {
    fc.assert(
      fc.property(freshScores, freshScores, (happy, drawn) => {
        const operations = happy.map((each) => ({ ...each, score: 50 + each.score / 2 }));
        const unhappy = drawn.map((each) => ({ ...each, score: each.score / 2 }));
        const risk = (given: OrganisationStructure, o: Fresh, m: Fresh): number =>
          judge(freshAccount(given, o, m)).risk;
        expect(risk(HIERARCHICAL, operations, unhappy)).toBeGreaterThanOrEqual(
          risk(FLAT, operations, unhappy),
        );
        expect(risk(FLAT, unhappy, operations)).toBeGreaterThanOrEqual(
          risk(HIERARCHICAL, unhappy, operations),
        );
      }),
    );
  });

  it('finds the same answers riskier where the unhappy level decides, once a reason rests on them', () => {
    const unhappy = [15, 20, 10].map((each) => ({ score: each, age: 3 }));
    const happy = [95, 90].map((each) => ({ score: each, age: 3 }));
    expect(judge(freshAccount(HIERARCHICAL, happy, unhappy)).risk).toBeGreaterThan(
      judge(freshAccount(FLAT, happy, unhappy)).risk,
    );
    expect(judge(freshAccount(FLAT, unhappy, happy)).risk).toBeGreaterThan(
      judge(freshAccount(HIERARCHICAL, unhappy, happy)).risk,
    );
  });

  it('never finds the deciding level more dissatisfied after one more satisfied answer from there', () => {
    fc.assert(
      fc.property(
        drawnFacts,
        fc.constantFrom(HIERARCHICAL, FLAT),
        fc.integer({ min: 50, max: 100 }),
        (drawn, chosen, satisfied) => {
          const given = { ...drawn, structure: chosen };
          const deciding = chosen === HIERARCHICAL ? MANAGEMENT : OPERATIONS;
          const more: AccountFacts = {
            ...given,
            stakeholders: [...given.stakeholders, person('newly heard', deciding)],
            answers: [...given.answers, answer('newly heard', satisfied, { answeredAt: TODAY })],
          };
          const code = RiskReasonCode.DECIDING_LEVEL_DISSATISFIED;
          expect(weightOf(code, more)).toBeLessThanOrEqual(weightOf(code, given));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never finds more risk after a level was told of a resolution', () => {
    fc.assert(
      fc.property(drawnRecoveries, fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), (given, id) => {
        const news = given.problems.map((each) => toldSolved(id, each.id, TODAY));
        const after = judge({ ...given, knowledge: [...given.knowledge, ...news] });
        expect(after.risk).toBeLessThanOrEqual(judge(given).risk);
      }),
      { numRuns: 300 },
    );
  });

  it('closes every knowledge gap of an account in which everybody was told', () => {
    fc.assert(
      fc.property(drawnRecoveries, (given) => {
        const news = given.problems.flatMap((each) =>
          given.stakeholders.map(({ id }) => toldSolved(id, each.id, TODAY)),
        );
        const after = { ...given, knowledge: [...given.knowledge, ...news] };
        expect(knowledgeGaps(after, TODAY)).toEqual([]);
        expect(judge(after).divergence.grade).not.toBe(EvidenceGrade.FACT);
      }),
    );
  });

  it('dates each knowledge gap to the instant from which it lasted', () => {
    fc.assert(
      fc.property(drawnRecoveries, (given) => {
        const openAt = (at: Instant) =>
          new Set(knowledgeGaps(given, at).map(({ problem, level }) => `${problem.id} ${level}`));
        for (const { problem, level, since } of knowledgeGaps(given, TODAY)) {
          const before = new Date(Date.parse(since) - 1).toISOString();
          expect(openAt(since)).toContain(`${problem.id} ${level}`);
          expect(openAt(before)).not.toContain(`${problem.id} ${level}`);
        }
      }),
    );
  });

  it('raises nothing for a level that knows of no problem', () => {
    fc.assert(
      fc.property(drawnRecoveries, (drawn) => {
        const managers = drawn.stakeholders.filter(({ levels }) =>
          levels.some(({ level }) => level === MANAGEMENT),
        );
        const is = (id: string) => managers.some((each) => each.id === id);
        const given = {
          ...drawn,
          problems: drawn.problems.map((each) => ({
            ...each,
            reportedByIds: each.reportedByIds.filter((id) => !is(id)),
          })),
          knowledge: drawn.knowledge.filter(({ stakeholderId }) => !is(stakeholderId)),
        };
        expect(knowledgeGaps(given, TODAY).filter(({ level }) => level === MANAGEMENT)).toEqual([]);
      }),
    );
  });

  it('keeps risk and every weight between 0 and 1', () => {
    fc.assert(
      fc.property(drawnFacts, (given) => {
        const { risk, reasons } = judge(given);
        for (const share of [risk, ...reasons.map(({ weight }) => weight)]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('the laws of the judgement under any calibrated weights', () => {
  const factor = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 10, noNaN: true }));
  const drawnCalibration = fc
    .record(Object.fromEntries(Object.values(RiskReasonCode).map((code) => [code, factor])))
    .map((factors) => ({ number: 3, factors }));

  function judgeWith(given: AccountFacts, calibration: Calibration): AccountAssessment {
    return assess(given, TODAY, { ...SETTINGS, calibration });
  }

  it('keeps risk and every weight between 0 and 1, and tells the weight as shipped where it differs', () => {
    fc.assert(
      fc.property(drawnFacts, drawnCalibration, (given, calibration) => {
        const { risk, reasons, methodVersion } = judgeWith(given, calibration);
        for (const share of [risk, ...reasons.map(({ weight }) => weight)]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        const shipped = new Map(judge(given).reasons.map(({ code, weight }) => [code, weight]));
        expect(
          reasons.map(({ code, weight, shippedWeight = weight }) => [code, shippedWeight]).sort(),
        ).toEqual([...shipped].sort());
        expect(methodVersion).toMatch(/\+c3$/);
      }),
    );
  });

  it('changes nothing where every factor is 1', () => {
    const factors = Object.fromEntries(Object.values(RiskReasonCode).map((code) => [code, 1]));
    fc.assert(
      fc.property(drawnFacts, (given) => {
        const { methodVersion, ...judged } = judgeWith(given, { number: 1, factors });
        expect({ ...judged, methodVersion: methodVersion.replace('+c1', '') }).toEqual(judge(given));
      }),
    );
  });

  it('finds more risk the larger the factors are', () => {
    fc.assert(
      fc.property(drawnFacts, drawnCalibration, (given, { number, factors }) => {
        const larger = Object.fromEntries(
          Object.entries(factors).map(([code, each]) => [code, each === 1 ? 1 : each + 0.5]),
        );
        expect(judgeWith(given, { number, factors: larger }).risk).toBeGreaterThanOrEqual(
          judgeWith(given, { number, factors }).risk - 1e-6,
        );
      }),
    );
  });

  it('finds the same answers at least as risky where the unhappy level decides', () => {
    fc.assert(
      fc.property(freshScores, freshScores, drawnCalibration, (happy, drawn, calibration) => {
        const operations = happy.map((each) => ({ ...each, score: 50 + each.score / 2 }));
        const unhappy = drawn.map((each) => ({ ...each, score: each.score / 2 }));
        const risk = (given: OrganisationStructure, o: Fresh, m: Fresh): number =>
          judgeWith(freshAccount(given, o, m), calibration).risk;
        expect(risk(HIERARCHICAL, operations, unhappy)).toBeGreaterThanOrEqual(
          risk(FLAT, operations, unhappy) - 1e-6,
        );
        expect(risk(FLAT, unhappy, operations)).toBeGreaterThanOrEqual(
          risk(HIERARCHICAL, unhappy, operations) - 1e-6,
        );
      }),
    );
  });

  it('never finds more risk after a level was told of a resolution', () => {
    fc.assert(
      fc.property(
        drawnRecoveries,
        drawnCalibration,
        fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
        (given, calibration, id) => {
          const news = given.problems.map((each) => toldSolved(id, each.id, TODAY));
          const after = judgeWith({ ...given, knowledge: [...given.knowledge, ...news] }, calibration);
          expect(after.risk).toBeLessThanOrEqual(judgeWith(given, calibration).risk);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never calls an account safe while a deciding level is unheard, and swaps with the levels’ names', () => {
    fc.assert(
      fc.property(fc.oneof(drawnFacts, drawnRecoveries), drawnCalibration, (given, calibration) => {
        const judged = judgeWith(given, calibration);
        const deciding = judged.levels.filter((each) =>
          judged.decidingLevels.some((name) => name === each.level),
        );
        if (deciding.some(({ heard }) => heard === 0)) expect(judged.standing).not.toBe(Standing.SAFE);
        const other = judgeWith(mirrored(given), calibration);
        expect([other.standing, other.risk]).toEqual([judged.standing, judged.risk]);
      }),
    );
  });
});

function shifted(given: AccountFacts, days: number): AccountFacts {
  const move = (instant: string): string => daysBefore(instant, -days);
  const moveDate = (date: string | null): string | null =>
    date === null ? null : move(`${date}T00:00:00.000Z`).slice(0, 10);
  return {
    ...given,
    stakeholders: given.stakeholders.map((each) => ({
      ...each,
      startedOn: moveDate(each.startedOn),
      endedOn: moveDate(each.endedOn),
      levels: each.levels.map((entry) => ({ ...entry, from: entry.from === null ? null : move(entry.from) })),
    })),
    answers: given.answers.map((each) => ({ ...each, answeredAt: move(each.answeredAt) })),
    interactions: given.interactions.map((each) => ({ ...each, occurredAt: move(each.occurredAt) })),
    problems: given.problems.map((each) => ({
      ...each,
      occurredAt: move(each.occurredAt),
      changes: each.changes.map((change) => ({ ...change, at: move(change.at) })),
    })),
    knowledge: given.knowledge.map((each) => ({ ...each, at: move(each.at) })),
    commitments: given.commitments.map((each) => ({
      ...each,
      madeAt: move(each.madeAt),
      dueOn: moveDate(each.dueOn) ?? '',
      settledAt: each.settledAt && move(each.settledAt),
    })),
    team: given.team.map((each) => ({
      ...each,
      since: moveDate(each.since) ?? '',
      until: moveDate(each.until),
    })),
  };
}

function mirrored(given: AccountFacts): AccountFacts {
  const levels = { [OPERATIONS]: MANAGEMENT, [MANAGEMENT]: OPERATIONS, [UNKNOWN]: UNKNOWN };
  const structures = { HIERARCHICAL: FLAT, FLAT: HIERARCHICAL, UNKNOWN: OrganisationStructure.UNKNOWN };
  return {
    ...given,
    structure: structures[given.structure],
    stakeholders: given.stakeholders.map((each) => ({
      ...each,
      levels: each.levels.map((entry) => ({ ...entry, level: levels[entry.level] })),
    })),
  };
}
