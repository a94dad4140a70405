import fc from 'fast-check';
import type { AccountFacts, StakeholderFact } from '../../facts.js';
import {
  account,
  answer,
  contact,
  dateAgo,
  daysAgo,
  manager,
  operator,
  TODAY,
  withRoles,
} from '../../fixtures/account-facts.js';
import { Measure, OrganisationLevel, OrganisationStructure, StakeholderRole } from '../../terms.js';
import { amplification, ask, recorded } from '../fixtures/advocacy-records.js';
import { connectionsOf, LinkKind, shortestPathsTo } from './connections.js';
import { reachOf } from './reach.js';

const { HIERARCHICAL, FLAT } = OrganisationStructure;
const { REPORTING_LINE, SHARED_CONTACT } = LinkKind;
const recommends = (id: string) => answer(id, 100, { instrument: 'NPS', measure: Measure.ADVOCACY });
const DECIDES = withRoles(StakeholderRole.DECISION_MAKER);

/** Ada and Ben in operations report to Cyd, who reports to Eva; Fay is a manager nobody is connected with. */
const PEOPLE = [
  operator('ada', { reportsToId: 'cyd' }),
  operator('ben', { reportsToId: 'cyd' }),
  manager('cyd', { reportsToId: 'eva' }),
  manager('eva', DECIDES),
  manager('fay'),
];

function facts(more: Partial<AccountFacts> = {}, structure = HIERARCHICAL): AccountFacts {
  return account(structure, { stakeholders: PEOPLE, answers: [recommends('ada')], ...more });
}

describe('reach', () => {
  it('is none while nobody spoke, and names the nearest advocate with the way', () => {
    const [management] = reachOf(facts(), recorded(), TODAY).levels;
    expect(management).toMatchObject({ level: 'MANAGEMENT', reached: [], advocateIds: [] });
    expect(management?.unreached.map(({ stakeholderId }) => stakeholderId)).toEqual(['eva', 'cyd', 'fay']);
    expect(management?.unreached[0]).toEqual({
      stakeholderId: 'eva',
      isDecisionMaker: true,
      nearest: [
        {
          fromId: 'ada',
          links: [
            { toId: 'cyd', kind: REPORTING_LINE },
            { toId: 'eva', kind: REPORTING_LINE },
          ],
        },
      ],
    });
    expect(management?.unreached[2]?.nearest).toEqual([]);
  });

  it('grows by whom an advocate spoke to, within a year', () => {
    const spoke = (ago: number) =>
      reachOf(facts(), recorded({ amplifications: [amplification('ada', ['eva'], ago)] }), TODAY);
    const [management] = spoke(10).levels;
    expect(management?.reached).toMatchObject([
      { stakeholderId: 'eva', by: [{ advocateId: 'ada', outcome: 'IN_FAVOUR', at: daysAgo(10) }] },
    ]);
    expect(management?.unreached.map(({ stakeholderId }) => stakeholderId)).toEqual(['cyd', 'fay']);
    expect(spoke(366).levels[0]?.reached).toEqual([]);
  });

  it('prefers a contact they shared to a longer reporting line', () => {
    const interactions = [contact('lunch', ['ada', 'eva'])];
    const [eva] = reachOf(facts({ interactions }), recorded(), TODAY).levels[0]?.unreached ?? [];
    expect(eva?.nearest).toEqual([{ fromId: 'ada', links: [{ toId: 'eva', kind: SHARED_CONTACT }] }]);
    const old = [contact('lunch', ['ada', 'eva'], { occurredAt: daysAgo(366) })];
    expect(
      reachOf(facts({ interactions: old }), recorded(), TODAY).levels[0]?.unreached[0]?.nearest[0]?.links,
    ).toHaveLength(2);
  });

  it('names nobody who was asked lately, nor leads through somebody who left', () => {
    const asked = reachOf(facts(), recorded({ asks: [ask('ada', 5)] }), TODAY);
    expect(asked.levels[0]?.unreached[0]?.nearest).toEqual([]);
    const left = PEOPLE.map((each) => (each.id === 'cyd' ? { ...each, endedOn: dateAgo(1) } : each));
    expect(
      reachOf(facts({ stakeholders: left }), recorded(), TODAY).levels[0]?.unreached[0]?.nearest,
    ).toEqual([]);
  });

  it('looks at the level that decides, where an advocate needs no other', () => {
    const { levels } = reachOf(facts({}, FLAT), recorded(), TODAY);
    expect(levels.map(({ level }) => level)).toEqual(['OPERATIONS']);
    expect(levels[0]).toMatchObject({ advocateIds: ['ada'], unreached: [{ stakeholderId: 'ben' }] });
  });

  it('counts several advocates at several levels, and says when one person does it all', () => {
    const alone = [amplification('ada', ['eva'], 90), amplification('ada', ['cyd'], 10)];
    expect(reachOf(facts(), recorded({ amplifications: alone }), TODAY)).toMatchObject({
      restsOnOnePerson: true,
      speakerIds: ['ada'],
      speakerLevels: ['OPERATIONS'],
    });
    const together = [...alone, amplification('cyd', ['eva'], 5)];
    expect(reachOf(facts(), recorded({ amplifications: together }), TODAY)).toMatchObject({
      restsOnOnePerson: false,
      speakerIds: ['ada', 'cyd'],
      speakerLevels: ['OPERATIONS', 'MANAGEMENT'],
    });
    expect(reachOf(facts(), recorded(), TODAY).restsOnOnePerson).toBe(false);
  });
});

describe('laws of the way to somebody', () => {
  const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const drawn = fc.record({
    bosses: fc.array(fc.option(fc.constantFrom(...IDS)), { minLength: IDS.length, maxLength: IDS.length }),
    contacts: fc.array(fc.subarray(IDS, { minLength: 1, maxLength: 3 }), { maxLength: 4 }),
  });
  const asFacts = ({
    bosses,
    contacts,
  }: {
    bosses: (string | null)[];
    contacts: string[][];
  }): AccountFacts => {
    const stakeholders = IDS.map((id, index): StakeholderFact =>
      operator(id, { reportsToId: bosses[index] ?? null }),
    );
    return account(FLAT, {
      stakeholders,
      interactions: contacts.map((ids, index) => contact(`c${index}`, ids)),
    });
  };

  it('every step of a path is a connection, and no other path is shorter', () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom(...IDS), (given, target) => {
        const connections = connectionsOf(asFacts(given), TODAY, 365);
        const paths = shortestPathsTo(target, connections);
        const lengths = lengthsByRelaxing(
          target,
          IDS,
          (a, b) => connections.get(a)?.some(({ toId }) => toId === b) ?? false,
        );
        for (const id of IDS) {
          const path = paths.get(id);
          expect(path?.links.length ?? Infinity).toBe(lengths.get(id));
          let place = id;
          for (const { toId, kind } of path?.links ?? []) {
            expect(connections.get(place)).toContainEqual({ toId, kind });
            place = toId;
          }
          if (path) expect(place).toBe(target);
        }
      }),
    );
  });

  it('one more shared contact never makes a way longer', () => {
    fc.assert(
      fc.property(
        drawn,
        fc.subarray(IDS, { minLength: 2 }),
        fc.constantFrom(...IDS),
        (given, met, target) => {
          const before = shortestPathsTo(target, connectionsOf(asFacts(given), TODAY, 365));
          const more = { ...given, contacts: [...given.contacts, met] };
          const after = shortestPathsTo(target, connectionsOf(asFacts(more), TODAY, 365));
          for (const [id, { links }] of before)
            expect(after.get(id)?.links.length).toBeLessThanOrEqual(links.length);
        },
      ),
    );
  });

  it('whoever was spoken to is reached, and nobody is both reached and unreached', () => {
    const speeches = fc.array(fc.record({ by: fc.constantFrom(...IDS), to: fc.subarray(IDS) }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(drawn, speeches, (given, drawnSpeeches) => {
        const amplifications = drawnSpeeches.map(({ by, to }, index) =>
          amplification(
            by,
            to.filter((id) => id !== by),
            index,
          ),
        );
        const [operations] = reachOf(asFacts(given), recorded({ amplifications }), TODAY).levels;
        const reached = operations?.reached.map(({ stakeholderId }) => stakeholderId) ?? [];
        const missing = operations?.unreached.map(({ stakeholderId }) => stakeholderId) ?? [];
        const heard = new Set(
          amplifications.flatMap(({ audience }) => audience.map(({ stakeholderId }) => stakeholderId)),
        );
        expect(operations?.level).toBe(OrganisationLevel.OPERATIONS);
        expect([...reached].sort()).toEqual([...heard].sort());
        expect(missing.filter((id) => heard.has(id))).toEqual([]);
      }),
    );
  });
});

/** Shortest distances the slow and plain way, to check the quick one by. */
function lengthsByRelaxing(
  target: string,
  ids: readonly string[],
  isLinked: (a: string, b: string) => boolean,
): Map<string, number> {
  const lengths = new Map(ids.map((id) => [id, id === target ? 0 : Infinity]));
  ids.forEach(() => {
    for (const a of ids)
      for (const b of ids)
        if (isLinked(a, b))
          lengths.set(a, Math.min(lengths.get(a) ?? Infinity, (lengths.get(b) ?? Infinity) + 1));
  });
  return lengths;
}
