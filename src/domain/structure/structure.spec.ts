import fc from 'fast-check';
import type { AccountFacts } from '../facts.js';
import {
  account,
  dateAgo,
  daysAgo,
  held,
  manager,
  operator,
  TODAY,
  withRoles,
} from '../fixtures/account-facts.js';
import { decision, member } from '../fixtures/ledger-facts.js';
import { METHOD_DEFAULTS } from '../method.js';
import { Basis, OrganisationLevel, OrganisationStructure, StakeholderRole, StatedBy } from '../terms.js';
import { inferStructure, structureAfter } from './infer-structure.js';
import { StructureSignalKind } from './signal.js';

const { HIERARCHICAL, FLAT, UNKNOWN } = OrganisationStructure;
const { OPERATIONS, MANAGEMENT } = OrganisationLevel;

function infer(facts: Partial<AccountFacts>) {
  return inferStructure(account(UNKNOWN, facts), TODAY, METHOD_DEFAULTS.structure);
}

const decidedAt = (...levels: OrganisationLevel[]) =>
  levels.map((level, index) => decision(`d${index}`, level));

describe('the structure inferred', () => {
  it('is the one in which the observed decisions were taken', () => {
    expect(infer({ decisions: decidedAt(MANAGEMENT, MANAGEMENT, MANAGEMENT) })).toMatchObject({
      structure: HIERARCHICAL,
      share: 1,
    });
    expect(infer({ decisions: decidedAt(OPERATIONS, OPERATIONS, OPERATIONS) }).structure).toBe(FLAT);
  });

  it('stays unknown with fewer than three pieces of evidence, however clear', () => {
    const two = infer({ decisions: decidedAt(MANAGEMENT, MANAGEMENT) });
    expect(two).toMatchObject({ structure: UNKNOWN, share: 1 });
    expect(two.signals).toHaveLength(2);
    expect(infer({})).toEqual({ structure: UNKNOWN, signals: [], share: null });
  });

  it('stays unknown while the evidence contradicts itself', () => {
    expect(infer({ decisions: decidedAt(MANAGEMENT, MANAGEMENT, OPERATIONS) }).structure).toBe(UNKNOWN);
    expect(infer({ decisions: decidedAt(MANAGEMENT, MANAGEMENT, MANAGEMENT, OPERATIONS) }).structure).toBe(
      HIERARCHICAL,
    );
  });

  it('reads a decision at the bottom that many had to approve as a hint of a hierarchy', () => {
    const minor = (approvals: number) => [1, 2, 3].map((n) => decision(`d${n}`, OPERATIONS, { approvals }));
    expect(infer({ decisions: minor(2) })).toMatchObject({
      structure: HIERARCHICAL,
      signals: [{ weight: 0.5 }, { weight: 0.5 }, { weight: 0.5 }],
    });
    expect(infer({ decisions: minor(1) }).structure).toBe(FLAT);
  });

  it('takes the level of who decided, as held that day, when the level was not recorded', () => {
    const promoted = operator('x', { levels: [held(OPERATIONS), held(MANAGEMENT, daysAgo(50))] });
    const by = (days: number) =>
      decision(`d${days}`, OrganisationLevel.UNKNOWN, { decidedById: 'x', decidedOn: dateAgo(days) });
    const read = infer({
      stakeholders: [promoted],
      decisions: [by(100), by(10), decision('e', OrganisationLevel.UNKNOWN)],
    });
    expect(read.signals.map(({ ids, leaning }) => [ids[0], leaning])).toEqual([
      ['d10', HIERARCHICAL],
      ['d100', FLAT],
    ]);
  });

  it('forgets decisions of an organisation that may be gone', () => {
    const old = decidedAt(MANAGEMENT, MANAGEMENT, MANAGEMENT).map((each) => ({
      ...each,
      decidedOn: dateAgo(731),
    }));
    expect(infer({ decisions: old }).signals).toEqual([]);
  });

  it('reads deep reporting lines as a hierarchy, shallow ones as flat, and none as nothing', () => {
    const line = [operator('a', { reportsToId: 'b' }), manager('b', { reportsToId: 'c' }), manager('c')];
    const star = ['a', 'b', 'd'].map((id) => operator(id, { reportsToId: 'c' }));
    const signal = (stakeholders: AccountFacts['stakeholders']) => infer({ stakeholders }).signals;
    expect(signal(line)).toMatchObject([
      { kind: StructureSignalKind.REPORTING_LINES, leaning: HIERARCHICAL, ids: ['a', 'b', 'c'] },
    ]);
    expect(signal([...star, manager('c')])).toMatchObject([{ leaning: FLAT }]);
    expect(signal([...star.slice(1), manager('c')])).toEqual([]);
    expect(signal(['a', 'b', 'c', 'd', 'e'].map((id) => operator(id)))).toEqual([]);
    const circle = [operator('a', { reportsToId: 'b' }), operator('b', { reportsToId: 'a' })];
    expect(signal(circle)).toEqual([]);
  });

  it('looks at where those sit who decide', () => {
    const decider = withRoles(StakeholderRole.DECISION_MAKER);
    const signal = (stakeholders: AccountFacts['stakeholders']) => infer({ stakeholders }).signals;
    expect(signal([manager('a', decider), operator('b')])).toMatchObject([
      { kind: StructureSignalKind.DECISION_MAKERS, leaning: HIERARCHICAL, ids: ['a'] },
    ]);
    expect(
      signal([operator('a', decider), operator('b', withRoles(StakeholderRole.APPROVER))]),
    ).toMatchObject([{ leaning: FLAT }]);
    expect(signal([manager('a', decider), operator('b', decider)])).toEqual([]);
    expect(signal([manager('a', { ...decider, endedOn: dateAgo(1) })])).toEqual([]);
  });

  it('takes a working-level team opposite ours for a sign of a flat account', () => {
    const stakeholders = [operator('a'), operator('b'), manager('c')];
    const signal = (...team: AccountFacts['team']) => infer({ stakeholders, team }).signals;
    expect(signal(member('kim', ['a']), member('lee', ['b']))).toMatchObject([
      { kind: StructureSignalKind.OPPOSITE_TEAM, leaning: FLAT, ids: ['a', 'b'] },
    ]);
    expect(signal(member('kim', ['a', 'b']))).toEqual([]);
    expect(signal(member('kim', ['a']), member('lee', ['c']))).toEqual([]);
    expect(signal(member('kim', ['a']), member('lee', ['b'], { until: dateAgo(1) }))).toEqual([]);
  });

  it('does not depend on the order of the facts', () => {
    const levels = fc.array(fc.constantFrom(OPERATIONS, MANAGEMENT), { maxLength: 8 });
    fc.assert(
      fc.property(levels, (drawn) => {
        const decisions = decidedAt(...drawn);
        expect(infer({ decisions: [...decisions].reverse() })).toEqual(infer({ decisions }));
      }),
    );
  });
});

describe('the structure kept', () => {
  const stated = { structure: FLAT, structureBasis: Basis.STATED, structureStatedBy: StatedBy.FIELD };
  const unknown = { structure: UNKNOWN, structureBasis: null, structureStatedBy: null };
  const inferred = { structure: HIERARCHICAL, structureBasis: Basis.INFERRED, structureStatedBy: null };

  it('is never inferred over a stated one', () => {
    for (const structure of Object.values(OrganisationStructure)) {
      expect(structureAfter(stated, { structure })).toEqual(stated);
    }
  });

  it('follows the signals, into the unknown too', () => {
    expect(structureAfter(unknown, { structure: HIERARCHICAL })).toEqual(inferred);
    expect(structureAfter(inferred, { structure: FLAT })).toEqual({ ...inferred, structure: FLAT });
    expect(structureAfter(inferred, { structure: UNKNOWN })).toEqual(unknown);
  });
});
