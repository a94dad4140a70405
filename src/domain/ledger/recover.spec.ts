import { assess, type AccountAssessment } from '../assessment.js';
import type { AccountFacts, Instant } from '../facts.js';
import { account, answer, daysAgo, manager, operator, SETTINGS, TODAY } from '../fixtures/account-facts.js';
import { changes, problem, told, toldSolved } from '../fixtures/ledger-facts.js';
import {
  DivergenceCause,
  DivergenceDirection,
  EvidenceGrade,
  RiskReasonCode,
  Standing,
} from '../judgement-terms.js';
import { OrganisationLevel, OrganisationStructure, Severity } from '../terms.js';
import { nextActionsInWords } from '../wording/next-action-sentence.js';
import { knowledgeGaps } from './knowledge-gaps.js';

const { HIERARCHICAL, FLAT, UNKNOWN } = OrganisationStructure;
const { OPERATIONS, MANAGEMENT } = OrganisationLevel;
const { RESOLUTION_UNTOLD, PROBLEM_OPEN, LEVELS_DIVERGE } = RiskReasonCode;

const PEOPLE = [
  operator('ida', { fullName: 'Ida Ray' }),
  manager('eva', { fullName: 'Eva Lind' }),
  manager('bo', { fullName: 'Bo Ek' }),
];
const outage = problem('p', { title: 'Server down', reportedByIds: ['ida'], ...changes(5) });

/** The story, without a single answer: reported, management told of it, solved five days ago, management told two days ago. */
function story(structure: OrganisationStructure, managementKnew = true): AccountFacts {
  const news = [
    told('eva', 'p', daysAgo(15)),
    told('bo', 'p', daysAgo(14)),
    toldSolved('eva', 'p', daysAgo(2)),
  ];
  return account(structure, {
    stakeholders: PEOPLE,
    problems: [outage],
    knowledge: managementKnew ? news : [],
  });
}

function on(at: Instant, facts: AccountFacts): AccountAssessment {
  return assess(facts, at, SETTINGS);
}

function codes({ reasons }: AccountAssessment): RiskReasonCode[] {
  return reasons.map(({ code }) => code);
}

function advice({ divergence }: AccountAssessment): string {
  return (
    nextActionsInWords(divergence.nextActions, (id) => PEOPLE.find((each) => each.id === id)?.fullName) ?? ''
  );
}

describe('a problem solved behind management’s back, in a hierarchical account nobody ever asked', () => {
  const facts = story(HIERARCHICAL);

  it('is an open problem while it stands, with its solution as the next action', () => {
    const judged = on(daysAgo(10), facts);
    expect(codes(judged)).toContain(PROBLEM_OPEN);
    expect(codes(judged)).not.toContain(RESOLUTION_UNTOLD);
    expect(judged.divergence.grade).toBe(EvidenceGrade.INSUFFICIENT);
    expect(advice(judged)).toContain('Solve "Server down" and keep Bo Ek, Eva Lind and Ida Ray informed.');
  });

  it('is a divergence of fact once it is solved, with the people to tell today by name', () => {
    const judged = on(daysAgo(4), facts);
    expect(judged.divergence).toMatchObject({
      grade: EvidenceGrade.FACT,
      direction: DivergenceDirection.OPERATIONS_HIGHER,
      cause: DivergenceCause.RESOLUTION_UNTOLD,
      probability: null,
    });
    expect(judged.reasons.find(({ code }) => code === RESOLUTION_UNTOLD)).toMatchObject({
      weight: 0.3,
      figures: {
        untold: [{ problemId: 'p', level: MANAGEMENT, untoldIds: ['bo', 'eva'], since: daysAgo(5) }],
      },
      evidence: [
        { kind: 'problem', id: 'p' },
        { kind: 'knowledge', id: facts.knowledge[1]?.id },
        { kind: 'knowledge', id: facts.knowledge[0]?.id },
      ],
    });
    expect(codes(judged)).not.toContain(LEVELS_DIVERGE);
    expect(advice(judged)).toMatch(
      /^Tell Bo Ek and Eva Lind in management today that "Server down" is solved\./,
    );
  });

  it('is over once one of them was told', () => {
    const judged = on(daysAgo(1), facts);
    expect(codes(judged)).not.toContain(RESOLUTION_UNTOLD);
    expect(judged.divergence).toMatchObject({ grade: EvidenceGrade.INSUFFICIENT, cause: null });
    expect(knowledgeGaps(facts, daysAgo(1)).map(({ level }) => level)).toEqual([OPERATIONS]);
  });

  it('makes the account diverging when nothing worse is known', () => {
    const judged = assess(facts, daysAgo(4), {
      ...SETTINGS,
      method: { ...SETTINGS.method, atRiskFrom: 0.99 },
    });
    expect(judged.standing).toBe(Standing.DIVERGING);
  });
});

describe('the same problem in a flat account', () => {
  it('raises nothing for a management that never knew', () => {
    const facts = story(FLAT, false);
    for (const at of [daysAgo(10), daysAgo(4), TODAY]) {
      expect(knowledgeGaps(facts, at).filter(({ level }) => level === MANAGEMENT)).toEqual([]);
      expect(on(at, facts).divergence).toMatchObject({ lower: null, cause: null });
      expect(advice(on(at, facts))).not.toContain('in management today');
    }
  });

  it('raises nothing at all once operations were told', () => {
    const facts = { ...story(FLAT, false), knowledge: [toldSolved('ida', 'p', daysAgo(4))] };
    expect(knowledgeGaps(facts, TODAY)).toEqual([]);
    expect(codes(on(TODAY, facts))).not.toContain(RESOLUTION_UNTOLD);
  });

  it('owes operations the news, and management too if it knew', () => {
    const judged = on(daysAgo(4), story(FLAT));
    expect(knowledgeGaps(story(FLAT), daysAgo(4)).map(({ level }) => level)).toEqual([
      OPERATIONS,
      MANAGEMENT,
    ]);
    expect(judged.divergence).toMatchObject({ grade: EvidenceGrade.FACT, lower: MANAGEMENT });
    expect(judged.reasons.find(({ code }) => code === RESOLUTION_UNTOLD)?.figures).toMatchObject({
      untold: [{ level: OPERATIONS, untoldIds: ['ida'] }],
    });
  });
});

describe('a divergence of fact', () => {
  it('takes the level that was told for the higher one, in either direction', () => {
    const facts = account(UNKNOWN, {
      stakeholders: PEOPLE,
      problems: [{ ...outage, reportedByIds: ['eva'] }],
      knowledge: [told('ida', 'p', daysAgo(15)), toldSolved('eva', 'p', daysAgo(4))],
    });
    expect(on(TODAY, facts).divergence).toMatchObject({
      grade: EvidenceGrade.FACT,
      direction: DivergenceDirection.MANAGEMENT_HIGHER,
    });
  });

  it('is not read from two levels that are equally in the dark', () => {
    const both = { ...story(HIERARCHICAL), problems: [{ ...outage, reportedByIds: ['ida', 'eva'] }] };
    const judged = on(daysAgo(4), both);
    expect(judged.divergence.grade).toBe(EvidenceGrade.INSUFFICIENT);
    expect(codes(judged)).toContain(RESOLUTION_UNTOLD);
    expect(advice(judged)).toContain('Tell Bo Ek and Eva Lind in management today');
  });

  it('leaves what the answers say as it is, and neither hides nor doubles it', () => {
    const answers = ['ida', 'eva', 'bo'].map((id) => answer(id, id === 'ida' ? 95 : 5));
    const facts = { ...story(HIERARCHICAL), answers: [...answers, answer('ida', 95, { instrument: 'NPS' })] };
    const before = on(TODAY, { ...facts, knowledge: facts.knowledge.slice(0, 2) });
    const after = on(TODAY, facts);
    expect(before.divergence.grade).toBe(EvidenceGrade.FACT);
    expect(before.divergence.measured).toEqual(after.divergence.measured);
    expect(before.reasons.find(({ code }) => code === LEVELS_DIVERGE)).toEqual(
      after.reasons.find(({ code }) => code === LEVELS_DIVERGE),
    );
    expect(after.divergence.grade).toBe(EvidenceGrade.SUPPORTED);
  });

  it('follows the deciding level when two problems point in opposite directions', () => {
    const worse = problem('q', { reportedByIds: ['eva'], severity: Severity.CRITICAL, ...changes(5) });
    const two = account(HIERARCHICAL, {
      stakeholders: PEOPLE,
      problems: [outage, worse],
      knowledge: [told('eva', 'p', daysAgo(15)), told('ida', 'q', daysAgo(15))],
    });
    expect(on(TODAY, two).divergence.lower).toBe(MANAGEMENT);
    expect(on(TODAY, { ...two, structure: FLAT }).divergence.lower).toBe(OPERATIONS);
    expect(on(TODAY, { ...two, structure: UNKNOWN }).divergence.lower).toBe(OPERATIONS);
  });
});

describe('an open problem that the less satisfied level knows of', () => {
  it('is the cause of the divergence, and solving it the next action', () => {
    const answers = ['ida', 'eva', 'bo'].flatMap((id) =>
      ['CSAT', 'NPS'].map((instrument) => answer(id, id === 'ida' ? 100 : 0, { instrument })),
    );
    const facts = account(HIERARCHICAL, {
      stakeholders: PEOPLE,
      answers,
      problems: [problem('p', { title: 'Server down' })],
      knowledge: [told('eva', 'p', daysAgo(15))],
    });
    expect(on(TODAY, facts).divergence.cause).toBe(DivergenceCause.PROBLEM_OPEN);
    expect(advice(on(TODAY, facts))).toMatch(/^Solve "Server down" and keep Eva Lind informed\./);
    const unaware = { ...facts, knowledge: [] };
    expect(on(TODAY, unaware).divergence.cause).toBe(DivergenceCause.NO_RECENT_CONTACT);
  });
});
