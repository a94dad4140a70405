import { assess } from '../../assessment.js';
import type { AccountFacts, InteractionFact } from '../../facts.js';
import {
  account,
  contact,
  dateAgo,
  daysAgo,
  held,
  manager,
  operator,
  SETTINGS,
  TODAY,
  withRoles,
} from '../../fixtures/account-facts.js';
import { member, problem, promise } from '../../fixtures/ledger-facts.js';
import { RiskReasonCode } from '../../judgement-terms.js';
import { summariseReason } from '../../wording/reason-summary.js';
import { OrganisationLevel, OrganisationStructure, StakeholderRole } from '../../terms.js';
import type { ReasonFigures, ReasonOf } from '../reason.js';

const { HIERARCHICAL, FLAT, UNKNOWN } = OrganisationStructure;
const { OPERATIONS, MANAGEMENT } = OrganisationLevel;
const PEOPLE = [operator('o1'), operator('o2'), manager('m1'), manager('m2')];

function reason<C extends keyof ReasonFigures>(code: C, facts: AccountFacts): ReasonOf<C> | undefined {
  return assess(facts, TODAY, SETTINGS).reasons.find((each) => each.code === code) as ReasonOf<C> | undefined;
}

function met(structure: OrganisationStructure, ...interactions: InteractionFact[]): AccountFacts {
  return account(structure, { stakeholders: PEOPLE, interactions });
}

describe('DECIDING_LEVEL_SILENT', () => {
  const code = RiskReasonCode.DECIDING_LEVEL_SILENT;
  const lastMet = (days: number) => met(HIERARCHICAL, contact('i', ['m1'], { occurredAt: daysAgo(days) }));

  it('holds once more than 90 days have passed without a contact there', () => {
    expect(reason(code, lastMet(90))).toBeUndefined();
    expect(reason(code, lastMet(90 + 1e-6))).toMatchObject({
      weight: 0.2,
      figures: { levels: [{ level: MANAGEMENT, known: 2, lastContactAt: daysAgo(90 + 1e-6) }], days: 90 },
      evidence: [
        { kind: 'stakeholder', id: 'm1' },
        { kind: 'stakeholder', id: 'm2' },
      ],
    });
  });

  it('is not ended by contact with another level, nor by a planned one', () => {
    expect(reason(code, met(HIERARCHICAL, contact('i', ['o1'])))).toBeDefined();
    expect(reason(code, lastMet(-3))).toBeDefined();
    expect(reason(code, met(FLAT, contact('i', ['o1'])))).toBeUndefined();
    expect(
      reason(code, met(UNKNOWN, contact('i', ['o1'])))?.figures.levels.map(({ level }) => level),
    ).toEqual([MANAGEMENT]);
  });
});

describe('SINGLE_THREADED', () => {
  const code = RiskReasonCode.SINGLE_THREADED;

  it('holds while fewer than two people of the deciding level were met in 180 days', () => {
    expect(reason(code, met(HIERARCHICAL, contact('i', ['m1'])))).toMatchObject({
      weight: 0.15,
      figures: { levels: [{ level: MANAGEMENT, known: 2, metIds: ['m1'] }], days: 180 },
      evidence: [{ kind: 'stakeholder', id: 'm1' }],
    });
    const second = (days: number) => contact('j', ['m2'], { occurredAt: daysAgo(days) });
    expect(reason(code, met(HIERARCHICAL, contact('i', ['m1']), second(180)))).toBeUndefined();
    expect(reason(code, met(HIERARCHICAL, contact('i', ['m1']), second(180.001)))).toBeDefined();
  });

  it('counts those who are there now, wherever they sat when we met', () => {
    const promoted = operator('m3', { levels: [held(OPERATIONS), held(MANAGEMENT, daysAgo(1))] });
    const gone = manager('m4', { endedOn: dateAgo(1) });
    const with3 = account(HIERARCHICAL, {
      stakeholders: [manager('m1'), promoted, gone],
      interactions: [contact('i', ['m1', 'm3'])],
    });
    expect(reason(code, with3)).toBeUndefined();
    expect(
      reason(code, { ...with3, interactions: [contact('i', ['m1', 'm4'])] })?.figures.levels[0]?.metIds,
    ).toEqual(['m1']);
  });

  it('names the people there whom nobody on the account team looks after', () => {
    const facts = met(HIERARCHICAL, contact('i', ['m1']));
    expect(reason(code, facts)?.figures.levels[0]?.unattendedIds).toEqual([]);
    const found = reason(code, { ...facts, team: [member('kim', ['m1'])] });
    expect(found?.figures.levels[0]?.unattendedIds).toEqual(['m2']);
    expect(found && summariseReason(found, (id) => id)).toMatch(/; nobody of us looks after m2\.$/);
  });

  it('asks for two on each level while nobody knows who decides', () => {
    const facts = met(UNKNOWN, contact('i', ['m1', 'm2', 'o1']));
    expect(reason(code, facts)?.figures.levels.map(({ level }) => level)).toEqual([OPERATIONS]);
  });
});

describe('ONE_PERSON_RELATIONSHIP', () => {
  const code = RiskReasonCode.ONE_PERSON_RELATIONSHIP;
  const by = (...users: (string | null)[]) =>
    reason(
      code,
      met(FLAT, ...users.map((loggedById, index) => contact(`i${index}`, ['o1'], { loggedById }))),
    );

  it('holds from 80 % of at least five contacts by one of us', () => {
    expect(by('kim', 'kim', 'kim', 'kim', 'lee')).toMatchObject({
      weight: 0.1,
      figures: { userId: 'kim', interactions: 4, ofAll: 5, days: 180 },
      evidence: ['i0', 'i1', 'i2', 'i3'].map((id) => ({ kind: 'interaction', id })),
    });
    expect(by('kim', 'kim', 'kim', 'lee', 'lee')).toBeUndefined();
    expect(by('kim', 'kim', 'kim', 'kim')).toBeUndefined();
  });

  it('takes contacts nobody is recorded for as anybody’s', () => {
    expect(by(null, null, null, null, null)).toBeUndefined();
    expect(by('kim', 'kim', 'kim', null, null)).toBeUndefined();
  });

  it('names who else is on the account team and could take part', () => {
    const contacts = [1, 2, 3, 4, 5].map((n) => contact(`i${n}`, ['o1'], { loggedById: 'kim' }));
    const team = [member('kim'), member('lee'), member('pat', [], { until: dateAgo(1) })];
    const found = reason(code, { ...met(FLAT, ...contacts), team });
    expect(found?.figures.otherTeamIds).toEqual(['lee']);
    expect(found && summariseReason(found, (id) => id)).toMatch(/not to us; lee could take part\.$/);
  });

  it('looks at the last 180 days', () => {
    const old = Array.from({ length: 5 }, (_, index) =>
      contact(`i${index}`, ['o1'], { loggedById: 'kim', occurredAt: daysAgo(181) }),
    );
    expect(reason(code, met(FLAT, ...old))).toBeUndefined();
  });
});

describe('KEY_STAKEHOLDER_LEFT', () => {
  const left = (facts: object) =>
    reason(
      RiskReasonCode.KEY_STAKEHOLDER_LEFT,
      account(FLAT, {
        stakeholders: [
          manager('m1', {
            ...withRoles(StakeholderRole.USER, StakeholderRole.CHAMPION),
            endedOn: dateAgo(1),
            ...facts,
          }),
        ],
      }),
    );

  it('holds for a decision maker or champion who left without a named successor', () => {
    expect(left({})).toMatchObject({
      weight: 0.3,
      figures: {
        departures: [{ stakeholderId: 'm1', roles: [StakeholderRole.CHAMPION], endedOn: dateAgo(1) }],
      },
      evidence: [{ kind: 'stakeholder', id: 'm1' }],
    });
    expect(left(withRoles(StakeholderRole.DECISION_MAKER))).toBeDefined();
  });

  it('does not hold on the last day, with a successor, or for somebody without such a role', () => {
    expect(left({ endedOn: dateAgo(0) })).toBeUndefined();
    expect(left({ successorId: 'm2' })).toBeUndefined();
    expect(left(withRoles(StakeholderRole.INFLUENCER))).toBeUndefined();
    expect(left({ endedOn: null })).toBeUndefined();
  });

  it('holds when the named successor left as well, once for the seat', () => {
    const role = withRoles(StakeholderRole.DECISION_MAKER);
    const seat = (...people: AccountFacts['stakeholders']) =>
      reason(
        RiskReasonCode.KEY_STAKEHOLDER_LEFT,
        account(FLAT, { stakeholders: people }),
      )?.figures.departures.map(({ stakeholderId }) => stakeholderId);
    const first = manager('m1', { ...role, endedOn: dateAgo(9), successorId: 'm2' });
    expect(seat(first, manager('m2', { endedOn: dateAgo(1) }))).toEqual(['m1']);
    expect(seat(first, manager('m2', { ...role, endedOn: dateAgo(1) }))).toEqual(['m2']);
    expect(seat(first, manager('m2'))).toBeUndefined();
  });

  it('says what was left behind and who of us knew them', () => {
    const facts = account(FLAT, {
      stakeholders: [manager('m1', { ...withRoles(StakeholderRole.CHAMPION), endedOn: dateAgo(1) })],
      problems: [problem('p', { reportedByIds: ['m1'] })],
      commitments: [promise('c', { madeToIds: ['m1'] }), promise('d', { madeToIds: ['m1'] })],
      team: [member('kim', ['m1'])],
    });
    const found = reason(RiskReasonCode.KEY_STAKEHOLDER_LEFT, facts);
    expect(found && summariseReason(found, (id) => id)).toBe(
      'M1 (champion) left on 29 June 2026, and no successor is named; 1 open problem and 2 open promises left behind; ' +
        'kim looked after them.',
    );
  });
});
