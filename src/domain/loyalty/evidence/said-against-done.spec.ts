import fc from 'fast-check';
import type { AccountFacts, AnswerFact } from '../../facts.js';
import { account, answer, choice, held, manager, operator, person } from '../../fixtures/account-facts.js';
import { drawnFacts } from '../../fixtures/drawn-facts.js';
import { METHOD_DEFAULTS } from '../../method.js';
import { Measure, OrganisationLevel, OrganisationStructure, Provenance } from '../../terms.js';
import type { Outcome } from '../outcome.js';
import { type OutcomeEvidence, outcomeEvidence } from './outcome-evidence.js';
import { LoyaltyGroup, saidAgainstDone, tableFor } from './said-against-done.js';
import { inAgreement, majority, Said } from './said.js';
import { saidInWords } from './wording/said-sentences.js';

const { OPERATIONS, MANAGEMENT } = OrganisationLevel;
const { INTENTION, ADVOCACY } = Measure;
const { WOULD, WOULD_NOT, DIVIDED, NEITHER, DECLINED, UNHEARD } = Said;
const DECIDED_ON = '2026-06-15';

const outcome = (stayed: boolean, accountId = 'a'): Outcome => ({
  accountId,
  stayed,
  decidedOn: DECIDED_ON,
  events: [],
});
const hold = (facts: Partial<AccountFacts>, stayed = true, accountId = 'a'): OutcomeEvidence =>
  outcomeEvidence(
    outcome(stayed, accountId),
    account(OrganisationStructure.HIERARCHICAL, facts),
    METHOD_DEFAULTS.standing,
  );
const intends = (id: string, code: string, day: string): AnswerFact =>
  choice(id, 'REPURCHASE', code, `${day}T12:00:00.000Z`);
const PEOPLE = [manager('m1'), manager('m2'), manager('m3'), operator('o1')];
const managementSays = (...answers: AnswerFact[]) =>
  hold({ stakeholders: PEOPLE, answers }).said[INTENTION].MANAGEMENT;

describe('what a level had said before a decision', () => {
  it('is the word of the majority of those who took a side', () => {
    const [yes, no] = [intends('m1', 'YES', '2026-05-01'), intends('m2', 'NO', '2026-05-02')];
    expect(managementSays(yes)).toBe(WOULD);
    expect(managementSays(yes, no)).toBe(DIVIDED);
    expect(managementSays(yes, no, intends('m3', 'NO', '2026-04-01'))).toBe(WOULD_NOT);
    expect(managementSays(yes, intends('m2', '', '2026-05-02'))).toBe(WOULD);
    expect(managementSays(intends('m2', '', '2026-05-02'))).toBe(DECLINED);
    expect(managementSays(intends('o1', 'YES', '2026-05-02'))).toBe(UNHEARD);
  });

  it('is everybody’s latest word, a blank among them', () => {
    const first = intends('m1', 'YES', '2026-04-01');
    expect(managementSays(first, intends('m1', 'NO', '2026-05-01'))).toBe(WOULD_NOT);
    expect(managementSays(first, intends('m1', '', '2026-05-01'))).toBe(DECLINED);
  });

  it('is no older than 365 days, and not of the day of the decision', () => {
    expect(managementSays(intends('m1', 'YES', '2025-06-15'))).toBe(WOULD);
    expect(managementSays(intends('m1', 'YES', '2025-06-14'))).toBe(UNHEARD);
    expect(managementSays(intends('m1', 'YES', '2026-06-14'))).toBe(WOULD);
    expect(managementSays(intends('m1', 'YES', '2026-06-15'))).toBe(UNHEARD);
  });

  it('counts at the level held when it was said, by who was still there, and as the customer stated it', () => {
    const moved = person('p', OPERATIONS, {
      levels: [held(OPERATIONS), held(MANAGEMENT, '2026-05-10T00:00:00.000Z')],
    });
    const { said } = hold({ stakeholders: [moved], answers: [intends('p', 'NO', '2026-05-01')] });
    expect(said[INTENTION]).toEqual({ OPERATIONS: WOULD_NOT, MANAGEMENT: UNHEARD });
    const left = manager('m1', { endedOn: '2026-06-13' });
    const stayedOn = manager('m1', { endedOn: '2026-06-14' });
    const answers = [intends('m1', 'NO', '2026-05-01')];
    expect(hold({ stakeholders: [left], answers }).said[INTENTION].MANAGEMENT).toBe(UNHEARD);
    expect(hold({ stakeholders: [stayedOn], answers }).said[INTENTION].MANAGEMENT).toBe(WOULD_NOT);
    const ours = { ...intends('m1', 'NO', '2026-05-01'), provenance: Provenance.OUR_ESTIMATE };
    expect(managementSays(ours)).toBe(UNHEARD);
  });

  it('takes 9 and 10 for advocates, 0 to 6 for critics, and lets the later of two questions count', () => {
    const nps = (score: number, day = '2026-05-01') =>
      answer('m1', score, { instrument: 'NPS', measure: ADVOCACY, answeredAt: `${day}T12:00:00.000Z` });
    const says = (...answers: AnswerFact[]) =>
      hold({ stakeholders: PEOPLE, answers }).said[ADVOCACY].MANAGEMENT;
    expect([100, 90, 80, 70, 60, 0].map((score) => says(nps(score)))).toEqual([
      WOULD,
      WOULD,
      NEITHER,
      NEITHER,
      WOULD_NOT,
      WOULD_NOT,
    ]);
    const recommends = choice('m1', 'RECOMMEND', 'PROBABLY_YES', '2026-05-20T12:00:00.000Z');
    expect(says(nps(0), recommends)).toBe(WOULD);
    expect(says(recommends, nps(0, '2026-06-01'))).toBe(WOULD_NOT);
  });
});

describe('taking words together', () => {
  it('knows no order, and no person by name', () => {
    const sides = fc.array(fc.constantFrom(WOULD, WOULD_NOT, NEITHER, DECLINED), { maxLength: 9 });
    fc.assert(
      fc.property(sides, (drawn) => {
        expect(majority([...drawn].reverse())).toBe(majority(drawn));
        const mirrored = drawn.map((side) =>
          side === WOULD ? WOULD_NOT : side === WOULD_NOT ? WOULD : side,
        );
        const turned = majority(mirrored);
        expect(turned === WOULD ? WOULD_NOT : turned === WOULD_NOT ? WOULD : turned).toBe(majority(drawn));
      }),
    );
  });

  it('has both levels say only what each of them says', () => {
    expect(inAgreement(WOULD, WOULD)).toBe(WOULD);
    expect(inAgreement(WOULD, WOULD_NOT)).toBe(DIVIDED);
    expect(inAgreement(WOULD, UNHEARD)).toBe(UNHEARD);
    expect(inAgreement(DECLINED, WOULD_NOT)).toBe(DECLINED);
    for (const one of Object.values(Said))
      for (const other of Object.values(Said)) expect(inAgreement(one, other)).toBe(inAgreement(other, one));
  });
});

describe('the tables of said against done', () => {
  const says = (code: string) => ({
    stakeholders: PEOPLE,
    answers: [intends('m1', code, '2026-05-01')],
  });
  const cases = [
    hold(says('YES'), true, 'a'),
    hold(says('YES'), true, 'a'),
    hold(says('YES'), false, 'b'),
    hold(says('NO'), true, 'c'),
    hold(says('NO'), false, 'd'),
    hold(says(''), false, 'e'),
    hold({}, true, 'f'),
  ];

  it('name the four groups with the accounts behind them', () => {
    const table = tableFor(saidAgainstDone(cases), INTENTION, MANAGEMENT);
    expect(table?.cells).toEqual([
      { group: LoyaltyGroup.LOYAL, said: WOULD, stayed: true, outcomes: 2, accountIds: ['a'] },
      { group: LoyaltyGroup.SURPRISE_DEFECTOR, said: WOULD, stayed: false, outcomes: 1, accountIds: ['b'] },
      { group: LoyaltyGroup.TRAPPED, said: WOULD_NOT, stayed: true, outcomes: 1, accountIds: ['c'] },
      {
        group: LoyaltyGroup.DECLARED_DEFECTOR,
        said: WOULD_NOT,
        stayed: false,
        outcomes: 1,
        accountIds: ['d'],
      },
    ]);
    expect(table?.apart).toEqual([
      { said: DIVIDED, stayed: 0, left: 0 },
      { said: NEITHER, stayed: 0, left: 0 },
      { said: DECLINED, stayed: 0, left: 1 },
      { said: UNHEARD, stayed: 1, left: 0 },
    ]);
    expect(table?.ofWould).toEqual({ of: 3, hits: 2, share: null, low: null, high: null, tooFew: true });
  });

  it('read as sentences that never make a share of a few', () => {
    const tables = saidAgainstDone(cases);
    const words = saidInWords(tableFor(tables, INTENTION, MANAGEMENT) as never);
    expect(words).toBe(
      'Of the decisions where management had said they would buy again, 2 of 3 (too few for a share) stayed; where management ' +
        'had said they would not, 1 of 2 (too few for a share) stayed all the same. Before 2 more they took no side or were not heard.',
    );
    expect(saidInWords(tableFor(tables, ADVOCACY, null) as never)).toBe(
      'Before no decision had both levels said whether they would recommend us.',
    );
  });
});

describe('the laws of said against done', () => {
  const swap: Record<OrganisationLevel, OrganisationLevel> = {
    [OPERATIONS]: MANAGEMENT,
    [MANAGEMENT]: OPERATIONS,
    [OrganisationLevel.UNKNOWN]: OrganisationLevel.UNKNOWN,
  };
  const of = (facts: AccountFacts) => outcomeEvidence(outcome(true), facts, METHOD_DEFAULTS.standing);

  it('the order of the facts changes nothing', () => {
    fc.assert(
      fc.property(drawnFacts, (facts) => {
        const turned = {
          ...facts,
          stakeholders: [...facts.stakeholders].reverse(),
          answers: [...facts.answers].reverse(),
          problems: [...facts.problems].reverse(),
          knowledge: [...facts.knowledge].reverse(),
        };
        expect(of(turned)).toEqual(of(facts));
      }),
    );
  });

  it('what was said on the day of the decision or later changes nothing', () => {
    const later = fc.integer({ min: 0, max: 60 }).map((days) => Date.parse(DECIDED_ON) + days * 86_400_000);
    const instrument = fc.constantFrom('REPURCHASE', 'NPS', 'CSAT');
    let earlierMattered = 0;
    fc.assert(
      fc.property(drawnFacts, later, instrument, (facts, at, kind) => {
        const by = facts.stakeholders[0]?.id ?? 'nobody';
        const plant = (instant: number): AccountFacts => {
          const answeredAt = new Date(instant).toISOString();
          const planted =
            kind === 'REPURCHASE'
              ? choice(by, 'REPURCHASE', 'NO', answeredAt)
              : answer(by, 0, { instrument: kind, answeredAt });
          return { ...facts, answers: [...facts.answers, planted] };
        };
        expect(of(plant(at))).toEqual(of(facts));
        // The same word a moment before the day does count, or the law above would prove nothing.
        const evening = of(plant(Date.parse(DECIDED_ON) - 1));
        earlierMattered += Number(JSON.stringify(evening) !== JSON.stringify(of(facts)));
      }),
    );
    expect(earlierMattered).toBeGreaterThan(0);
  });

  it('levels that change places change the tables’ places and nothing else', () => {
    fc.assert(
      fc.property(fc.array(drawnFacts, { maxLength: 4 }), (drawn) => {
        const tables = (facts: AccountFacts[]) =>
          saidAgainstDone(
            facts.map((each, index) => ({ ...of(each), accountId: `${index}`, stayed: index % 2 === 0 })),
          );
        const swapped = drawn.map((facts) => ({
          ...facts,
          stakeholders: facts.stakeholders.map((each) => ({
            ...each,
            levels: each.levels.map((entry) => ({ ...entry, level: swap[entry.level] })),
          })),
        }));
        const renamed = tables(swapped).map((table) => ({
          ...table,
          level: table.level === null ? null : swap[table.level],
        }));
        for (const about of [INTENTION, ADVOCACY] as const)
          for (const level of [OPERATIONS, MANAGEMENT, null] as const)
            expect(renamed.find((each) => each.about === about && each.level === level)).toEqual(
              tableFor(tables(drawn), about, level),
            );
      }),
    );
  });
});
