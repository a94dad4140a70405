import fc from 'fast-check';
import { assess } from '../../assessment.js';
import type { AccountFacts, AnswerFact, Instant } from '../../facts.js';
import {
  answer,
  contact,
  dateAgo,
  daysAgo,
  held,
  person,
  SETTINGS,
  TODAY,
} from '../../fixtures/account-facts.js';
import { drawnFacts } from '../../fixtures/drawn-facts.js';
import { drawnRecoveries } from '../../fixtures/drawn-recoveries.js';
import { decision, member, problem, promise, toldSolved } from '../../fixtures/ledger-facts.js';
import { RiskReasonCode } from '../../judgement-terms.js';
import { factsKnownAt } from '../../standing/facts-known.js';
import {
  CommitmentStatus,
  OrganisationLevel,
  OrganisationStructure,
  ProblemStatus,
  StakeholderRole,
} from '../../terms.js';
import { type AccountHistory, factsAsOf, firstHappenedAt } from './facts-as-of.js';
import { monthEnds, replayedTrack } from './replayed-track.js';

const { MANAGEMENT, OPERATIONS } = OrganisationLevel;
const STRUCTURE = SETTINGS.method.structure;

/** A way to cut a history at an instant: the honest one, or one that lets something through. */
type Cut = (history: AccountHistory, at: Instant) => AccountFacts;
const honest: Cut = (history, at) => factsAsOf(history, at, STRUCTURE);

/** Something that happens after the cut at the end of `AT`'s day, planted into a history. */
type Plant = (history: AccountHistory) => AccountHistory;
const AT = `${dateAgo(100)}T23:59:59.999Z`;

function withFacts(history: AccountHistory, more: Partial<AccountFacts>): AccountHistory {
  return { ...history, facts: { ...history.facts, ...more } };
}

function ofFirst<T extends object>(list: readonly T[], more: Partial<T>): T[] {
  return list.map((each, index) => (index === 0 ? { ...each, ...more } : each));
}

const PLANTS: Record<string, Plant> = {
  'an answer': (h) =>
    withFacts(h, { answers: [...h.facts.answers, answer('p1', 0, { answeredAt: daysAgo(99) })] }),
  'a contact': (h) =>
    withFacts(h, {
      interactions: [...h.facts.interactions, contact('late', ['p1'], { occurredAt: daysAgo(99) })],
    }),
  'a problem': (h) =>
    withFacts(h, { problems: [...h.facts.problems, problem('late', { occurredAt: daysAgo(99) })] }),
  'a resolution': (h) =>
    withFacts(h, {
      problems: ofFirst(h.facts.problems, { changes: [{ status: ProblemStatus.RESOLVED, at: daysAgo(99) }] }),
    }),
  'a telling': (h) =>
    withFacts(h, { knowledge: [...h.facts.knowledge, toldSolved('p2', 'old', daysAgo(99))] }),
  'a promise': (h) =>
    withFacts(h, { commitments: [...h.facts.commitments, promise('late', { madeAt: daysAgo(99) })] }),
  'a departure': (h) =>
    withFacts(h, { stakeholders: ofFirst(h.facts.stakeholders, { endedOn: dateAgo(99) }) }),
  'a newcomer': (h) =>
    withFacts(h, {
      stakeholders: [...h.facts.stakeholders, person('late', MANAGEMENT, { startedOn: dateAgo(99) })],
    }),
  'a successor who came later': (h) =>
    withFacts(h, {
      stakeholders: [
        ...ofFirst(h.facts.stakeholders, { successorId: 'late' }),
        person('late', MANAGEMENT, { startedOn: dateAgo(99) }),
      ],
    }),
  'a change of level': (h) =>
    withFacts(h, {
      stakeholders: ofFirst(h.facts.stakeholders, {
        levels: [held(MANAGEMENT), held(OPERATIONS, daysAgo(99))],
      }),
    }),
  'a correction': (h) => ({
    ...withFacts(h, {
      answers: [...h.facts.answers, { ...answer('p1', 100, { answeredAt: daysAgo(99) }), id: 'corrected' }],
    }),
    correctedAt: new Map([['first', daysAgo(99)]]),
  }),
  'a member of our team who left': (h) =>
    withFacts(h, { team: ofFirst(h.facts.team, { until: dateAgo(99) }) }),
  'a member of our team who came': (h) =>
    withFacts(h, { team: [...h.facts.team, member('late', [], { since: dateAgo(99) })] }),
  decisions: (h) => ({
    ...withFacts(h, {
      structure: OrganisationStructure.HIERARCHICAL,
      decisions: ['1', '2', '3'].map((id) => decision(id, MANAGEMENT, { decidedOn: dateAgo(99) })),
    }),
  }),
};

/** A history with something of every kind before the cut. */
const HISTORY: AccountHistory = {
  accountId: 'a',
  facts: {
    structure: OrganisationStructure.UNKNOWN,
    stakeholders: [
      person('p1', MANAGEMENT, { roles: [StakeholderRole.DECISION_MAKER] }),
      person('p2', OPERATIONS),
    ],
    answers: [{ ...answer('p1', 10, { answeredAt: daysAgo(150) }), id: 'first' }],
    interactions: [contact('old', ['p1'], { occurredAt: daysAgo(150) })],
    problems: [problem('old', { occurredAt: daysAgo(150), reportedByIds: ['p1'] })],
    knowledge: [],
    commitments: [promise('old', { madeAt: daysAgo(150), dueOn: dateAgo(120) })],
    team: [member('u1', ['p1'])],
    decisions: [],
  },
  correctedAt: new Map(),
  isStructureStated: false,
};

/** The check: which plants change what a cut lets through. None may. */
function leaks(cut: Cut): string[] {
  const clean = JSON.stringify(cut(HISTORY, AT));
  return Object.entries(PLANTS)
    .filter(([, plant]) => JSON.stringify(cut(plant(HISTORY), AT)) !== clean)
    .map(([name]) => name);
}

describe('a history cut at a date', () => {
  it('lets nothing through that happened later', () => {
    expect(leaks(honest)).toEqual([]);
  });

  it('keeps everything that had happened', () => {
    const all = honest(HISTORY, AT);
    expect({ ...all, structure: HISTORY.facts.structure }).toEqual(HISTORY.facts);
  });

  it('lets each of those through as soon as it has happened', () => {
    const later = daysAgo(98);
    const clean = JSON.stringify(honest(HISTORY, later));
    for (const [name, plant] of Object.entries(PLANTS)) {
      expect([name, JSON.stringify(honest(plant(HISTORY), later)) === clean]).toEqual([name, false]);
    }
  });

  it('counts a corrected answer until its correction is given, and the correction from then on', () => {
    const corrected = PLANTS['a correction']?.(HISTORY) ?? HISTORY;
    const ids = (at: Instant) => honest(corrected, at).answers.map(({ id }) => id);
    expect(ids(AT)).toEqual(['first']);
    expect(ids(daysAgo(98))).toEqual(['corrected']);
  });

  it('leaves a stated structure as it is', () => {
    const stated = { ...HISTORY, isStructureStated: true };
    expect(honest(stated, AT).structure).toBe(OrganisationStructure.UNKNOWN);
    const flat = withFacts(stated, { structure: OrganisationStructure.FLAT });
    expect(honest(flat, AT).structure).toBe(OrganisationStructure.FLAT);
  });
});

describe('the check for leaks', () => {
  const LEAKY: Record<string, Cut> = {
    'an answer': (h, at) => ({ ...honest(h, at), answers: h.facts.answers }),
    'a contact': (h, at) => ({ ...honest(h, at), interactions: h.facts.interactions }),
    'a problem': (h, at) => ({ ...honest(h, at), problems: h.facts.problems }),
    'a resolution': (h, at) => ({ ...honest(h, at), problems: h.facts.problems }),
    'a telling': (h, at) => ({ ...honest(h, at), knowledge: h.facts.knowledge }),
    'a promise': (h, at) => ({ ...honest(h, at), commitments: h.facts.commitments }),
    'a departure': (h, at) => ({ ...honest(h, at), stakeholders: h.facts.stakeholders }),
    'a newcomer': (h, at) => ({ ...honest(h, at), stakeholders: h.facts.stakeholders }),
    'a successor who came later': (h, at) => ({
      ...honest(h, at),
      stakeholders: honest(h, at).stakeholders.map((each) => ({
        ...each,
        successorId: h.facts.stakeholders.find(({ id }) => id === each.id)?.successorId ?? null,
      })),
    }),
    'a change of level': (h, at) => ({ ...honest(h, at), stakeholders: h.facts.stakeholders }),
    'a correction': (h, at) => ({
      ...honest(h, at),
      answers: factsKnownAt(h.facts, at).answers.filter(({ id }) => !h.correctedAt.has(id)),
    }),
    'a member of our team who left': (h, at) => ({ ...honest(h, at), team: h.facts.team }),
    'a member of our team who came': (h, at) => ({ ...honest(h, at), team: h.facts.team }),
    decisions: (h, at) => ({ ...honest(h, at), structure: h.facts.structure }),
  };

  it('knows a leak of every kind of fact', () => {
    expect(Object.keys(LEAKY).sort()).toEqual(Object.keys(PLANTS).sort());
  });

  it.each(Object.entries(LEAKY))('catches a cut that lets %s through', (name, cut) => {
    expect(leaks(cut)).toContain(name);
  });

  it('catches a replay that judges by the history as a whole', () => {
    const judged = (cut: Cut, history: AccountHistory) => assess(cut(history, AT), AT, SETTINGS).reasons;
    const left = PLANTS['a departure']?.(HISTORY) ?? HISTORY;
    const gone = withFacts(left, { structure: OrganisationStructure.HIERARCHICAL });
    const whole: Cut = (history) => history.facts;
    expect(judged(honest, gone)).toEqual(judged(honest, HISTORY));
    expect(judged(whole, gone)).not.toEqual(judged(whole, HISTORY));
  });
});

describe('a replay of drawn histories', () => {
  const drawn = fc.oneof(drawnFacts, drawnRecoveries);
  const correctedAt = (facts: AccountFacts, ago: number): ReadonlyMap<string, Instant> =>
    new Map(facts.answers.slice(0, 2).map((each: AnswerFact) => [each.id, daysAgo(ago)]));

  it('judges the past the same, whatever is added after it', () => {
    fc.assert(
      fc.property(
        drawn,
        drawn,
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: -30, max: 400 }),
        (facts, more, days, correctedAgo) => {
          const at = `${dateAgo(days)}T23:59:59.999Z`;
          const history = { accountId: 'a', facts, correctedAt: new Map(), isStructureStated: false };
          const later = grown(history, more, at, correctedAt(facts, correctedAgo));
          const judge = (each: AccountHistory) => assess(honest(each, at), at, SETTINGS);
          expect(judge(later)).toEqual(judge(history));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('says the same of every month, whatever is added after the last', () => {
    const instants = monthEnds(dateAgo(400), dateAgo(60));
    const end = instants.at(-1) ?? TODAY;
    fc.assert(
      fc.property(drawn, drawn, (facts, more) => {
        const history = { accountId: 'a', facts, correctedAt: new Map(), isStructureStated: false };
        const replay = (each: AccountHistory) => replayedTrack(each, instants, SETTINGS);
        expect(replay(grown(history, more, end, new Map()))).toEqual(replay(history));
      }),
      { numRuns: 60 },
    );
  });
});

/** The history with everything of other facts that lies after an instant, under ids of its own. */
function grown(
  history: AccountHistory,
  more: AccountFacts,
  at: Instant,
  correctedAt: ReadonlyMap<string, Instant>,
): AccountHistory {
  const { facts } = history;
  const day = at.slice(0, 10);
  const later = <T extends { id: string }>(list: readonly T[], dateOf: (each: T) => string): T[] =>
    list.filter((each) => dateOf(each) > at).map((each) => ({ ...each, id: `later ${each.id}` }));
  return {
    ...history,
    correctedAt: new Map([...correctedAt].filter(([, when]) => when > at)),
    facts: {
      ...facts,
      stakeholders: facts.stakeholders.map((each) => ({
        ...each,
        endedOn: each.endedOn ?? (day < dateAgo(-40) ? dateAgo(-40) : null),
        levels: [...each.levels, held(MANAGEMENT, daysAgo(-40))],
      })),
      answers: [...facts.answers, ...later(more.answers, (each) => each.answeredAt)],
      interactions: [...facts.interactions, ...later(more.interactions, (each) => each.occurredAt)],
      problems: [
        ...facts.problems.map((each) => ({
          ...each,
          changes: [...each.changes, { status: ProblemStatus.RESOLVED, at: daysAgo(-40) }],
        })),
        ...later(more.problems, (each) => each.occurredAt),
      ],
      knowledge: [...facts.knowledge, ...later(more.knowledge, (each) => each.at)],
      commitments: facts.commitments.map((each) =>
        each.settledAt === null
          ? { ...each, settled: CommitmentStatus.KEPT as const, settledAt: daysAgo(-40) }
          : each,
      ),
      team: [...facts.team, ...later(more.team, (each) => `${each.since}T23:59:59.999Z`)],
    },
  };
}

describe('the months of a period', () => {
  it('are judged at their last instants, the last one only if it is over', () => {
    expect(monthEnds('2023-11-15', '2024-02-29')).toEqual([
      '2023-11-30T23:59:59.999Z',
      '2023-12-31T23:59:59.999Z',
      '2024-01-31T23:59:59.999Z',
      '2024-02-29T23:59:59.999Z',
    ]);
    expect(monthEnds('2024-02-01', '2024-02-28')).toEqual([]);
  });

  it('begin with the first thing that happened', () => {
    const nothing = withFacts(HISTORY, {
      answers: [],
      interactions: [],
      problems: [],
      commitments: [],
      team: [],
    });
    expect(firstHappenedAt(nothing)).toBeNull();
    expect(firstHappenedAt(HISTORY)).toBe(dateAgo(365));
    expect(replayedTrack(nothing, [AT], SETTINGS)).toEqual({ judgedFrom: null, flags: [], atRisk: [] });
    const [before = '', after = ''] = [daysAgo(366), daysAgo(364)];
    expect(replayedTrack(HISTORY, [before, after], SETTINGS).judgedFrom).toBe(after);
  });

  it('open a flag where its reason first holds and close it where it no longer does', () => {
    const solved = withFacts(HISTORY, {
      problems: [
        problem('old', {
          occurredAt: '2026-01-10T00:00:00.000Z',
          changes: [{ status: ProblemStatus.RESOLVED, at: '2026-03-10T00:00:00.000Z' }],
        }),
      ],
    });
    const instants = monthEnds('2025-12-01', '2026-04-30');
    const { flags } = replayedTrack(solved, instants, SETTINGS);
    expect(flags.filter(({ code }) => code === RiskReasonCode.PROBLEM_OPEN)).toEqual([
      { code: RiskReasonCode.PROBLEM_OPEN, from: '2026-01-31T23:59:59.999Z', to: '2026-03-31T23:59:59.999Z' },
    ]);
  });
});
