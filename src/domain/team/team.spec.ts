import type { AccountFacts } from '../facts.js';
import { account, dateAgo, daysAgo, manager, operator, TODAY, withRoles } from '../fixtures/account-facts.js';
import { changes, member, problem, promise } from '../fixtures/ledger-facts.js';
import {
  CommitmentStatus,
  OrganisationLevel,
  OrganisationStructure,
  OurFunction,
  StakeholderRole,
} from '../terms.js';
import { handovers } from './handovers.js';
import { successionOf } from './successor.js';
import { teamGaps } from './team-gaps.js';

const { HIERARCHICAL, UNKNOWN } = OrganisationStructure;
const { SALES, SERVICE, FINANCE } = OurFunction;

function gaps(facts: Partial<AccountFacts>, structure = HIERARCHICAL) {
  return teamGaps(account(structure, facts), TODAY);
}

describe('the gaps of the account team', () => {
  const stakeholders = [operator('o1'), manager('m1'), manager('m2'), manager('m3', { endedOn: dateAgo(1) })];

  it('are people of a deciding level whom nobody looks after', () => {
    const team = [member('kim', ['m1', 'o1']), member('lee', ['m2'], { until: dateAgo(1) })];
    const alone = [{ stakeholderId: 'm2', level: OrganisationLevel.MANAGEMENT }];
    expect(gaps({ stakeholders, team }).withoutCounterpart).toEqual(alone);
    expect(gaps({ stakeholders, team }, UNKNOWN).withoutCounterpart).toEqual(alone);
    const nobody = gaps({ stakeholders, team: [member('kim', ['m1', 'm2'])] }, UNKNOWN).withoutCounterpart;
    expect(nobody.map(({ stakeholderId }) => stakeholderId)).toEqual(['o1']);
  });

  it('are functions that every account needs, or this one had, and nobody covers', () => {
    const finance = member('lee', [], { ourFunction: FINANCE, until: dateAgo(1) });
    expect(gaps({ team: [member('kim'), finance] }).uncoveredFunctions).toEqual([SERVICE, FINANCE]);
    expect(gaps({}).uncoveredFunctions).toEqual([SALES, SERVICE]);
    const full = [member('kim'), member('lee', [], { ourFunction: SERVICE, until: dateAgo(0) })];
    expect(gaps({ team: full }).uncoveredFunctions).toEqual([]);
  });

  it('include a team that nobody leads', () => {
    expect(gaps({ team: [member('kim')] }).hasLeader).toBe(false);
    expect(gaps({ team: [member('kim', [], { isLeader: true })] }).hasLeader).toBe(true);
    expect(gaps({ team: [member('kim', [], { isLeader: true, until: dateAgo(1) })] }).hasLeader).toBe(false);
  });
});

describe('what somebody leaves behind', () => {
  const owed = {
    problems: [
      problem('p', { reportedByIds: ['m1'] }),
      problem('solved', { reportedByIds: ['m1'], ...changes(5) }),
    ],
    commitments: [
      promise('c', { madeToIds: ['m1'], ownerId: 'kim' }),
      promise('late', { madeToIds: ['m1'], ownerId: 'kim', dueOn: dateAgo(3) }),
      promise('kept', { madeToIds: ['m1'], settled: CommitmentStatus.KEPT, settledAt: daysAgo(1) }),
    ],
    team: [member('kim', ['m1', 'm2'])],
  };
  const left = (successorId: string | null) => manager('m1', { endedOn: dateAgo(2), successorId });
  const of = (...stakeholders: AccountFacts['stakeholders']) =>
    account(HIERARCHICAL, { ...owed, stakeholders });
  const everything = {
    stakeholderId: 'm1',
    endedOn: dateAgo(2),
    problemIds: ['p'],
    commitmentIds: ['c', 'late'],
    counterpartIds: ['kim'],
  };

  it('passes to the named successor', () => {
    const facts = of(left('m2'), manager('m2'));
    expect(handovers(facts, TODAY)).toMatchObject([{ ...everything, successorId: 'm2' }]);
    expect(teamGaps(facts, TODAY).vacancies).toEqual([]);
  });

  it('stays visible as a vacancy while nobody is named, or who was named has left as well', () => {
    expect(teamGaps(of(left(null), manager('m2')), TODAY).vacancies).toMatchObject([
      { ...everything, successorId: null },
    ]);
    const leftToo = of(left('m2'), manager('m2', { endedOn: dateAgo(1) }));
    expect(teamGaps(leftToo, TODAY).vacancies).toMatchObject([{ stakeholderId: 'm1', successorId: null }]);
    expect(teamGaps(of(manager('m1', { endedOn: dateAgo(0) })), TODAY).vacancies).toEqual([]);
  });

  it('is a vacancy for a key role even with nothing owed, and none for anybody else', () => {
    const gone = (role: StakeholderRole) =>
      account(HIERARCHICAL, { stakeholders: [{ ...left(null), ...withRoles(role) }] });
    expect(handovers(gone(StakeholderRole.CHAMPION), TODAY)).toMatchObject([
      { keyRoles: [StakeholderRole.CHAMPION] },
    ]);
    expect(handovers(gone(StakeholderRole.USER), TODAY)).toEqual([]);
  });

  it('passes along a chain of successors, and nowhere in a circle', () => {
    const people = [left('m2'), manager('m2', { endedOn: dateAgo(1), successorId: 'm3' }), manager('m3')];
    expect(successionOf(left('m2'), people, TODAY)).toEqual({ successorId: 'm3', lastId: 'm2' });
    const circle = [left('m2'), manager('m2', { endedOn: dateAgo(1), successorId: 'm1' })];
    expect(successionOf(left('m2'), circle, TODAY).successorId).toBeNull();
  });

  it('on our side is what nobody took over', () => {
    const stakeholders = [manager('m1'), manager('m2')];
    const gone = { ...owed, stakeholders, team: [member('kim', ['m1', 'm2'], { until: dateAgo(1) })] };
    const vacancy = { userId: 'kim', until: dateAgo(1), commitmentIds: ['c', 'late'] };
    expect(gaps(gone).teamVacancies).toEqual([{ ...vacancy, stakeholderIds: ['m1', 'm2'] }]);
    const taken = { ...gone, team: [...gone.team, member('lee', ['m1', 'm2'])] };
    expect(gaps(taken).teamVacancies).toEqual([{ ...vacancy, stakeholderIds: [] }]);
    expect(gaps({ ...taken, commitments: [] }).teamVacancies).toEqual([]);
    const back = {
      ...gone,
      team: [...gone.team, member('kim', ['m1', 'm2'], { id: 'again', since: dateAgo(0) })],
    };
    expect(gaps(back).teamVacancies).toEqual([]);
  });
});
