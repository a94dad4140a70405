import fc from 'fast-check';
import type { AnswerFact } from '../facts.js';
import {
  account,
  answer,
  choice,
  contact,
  dateAgo,
  daysAgo,
  estimate,
  heardAccount,
  manager,
  operator,
  SETTINGS,
  TODAY,
} from '../fixtures/account-facts.js';
import { changes, problem, told, toldSolved } from '../fixtures/ledger-facts.js';
import { drawnFacts } from '../fixtures/drawn-facts.js';
import { Measure, OrganisationStructure } from '../terms.js';
import { advocateFactsOf, advocateStatus } from './advocate-status.js';
import { accountGuards, AskGuardCode, askableFrom, personGuard } from './ask-guard.js';
import { amplification, ask, equipment, recorded } from './fixtures/advocacy-records.js';
import { AdvocateStatus, AskKind } from './terms.js';
import { guardInWords } from './wording/guard-sentences.js';

const { HIERARCHICAL } = OrganisationStructure;
const { CANDIDATE, EQUIPPED, ACTIVE, RESTING } = AdvocateStatus;

const nps = (id: string, score: number, ago = 10): AnswerFact =>
  answer(id, score, { instrument: 'NPS', measure: Measure.ADVOCACY, answeredAt: daysAgo(ago) });

function statusOf(facts: Parameters<typeof account>[1], advocacy = recorded(), who = operator('ada')) {
  const all = account(HIERARCHICAL, { stakeholders: [who], ...facts });
  return advocateStatus(advocateFactsOf(who, all, advocacy, TODAY), TODAY);
}

describe('an advocate', () => {
  it('is a candidate while the latest stated word is top-box', () => {
    expect(statusOf({ answers: [nps('ada', 90)] })).toBe(CANDIDATE);
    expect(statusOf({ answers: [choice('ada', 'RECOMMEND', 'DEFINITELY_YES')] })).toBe(CANDIDATE);
    expect(statusOf({ answers: [nps('ada', 80)] })).toBeNull();
    expect(statusOf({ answers: [nps('ada', 100, 40), nps('ada', 60, 5)] })).toBeNull();
    expect(statusOf({ answers: [nps('ada', 60, 40), nps('ada', 100, 5)] })).toBe(CANDIDATE);
    expect(statusOf({ answers: [nps('ada', 100, 366)] })).toBeNull();
    expect(statusOf({})).toBeNull();
  });

  it('is none by what they are satisfied with, or by what we believe of them', () => {
    expect(statusOf({ answers: [answer('ada', 100)] })).toBeNull();
    expect(statusOf({ answers: [{ ...estimate('ada', 100), measure: Measure.ADVOCACY }] })).toBeNull();
  });

  it('is no candidate while they know of an open problem', () => {
    const answers = [nps('ada', 100)];
    expect(statusOf({ answers, problems: [problem('p', { reportedByIds: ['ada'] })] })).toBeNull();
    expect(
      statusOf({ answers, problems: [problem('p')], knowledge: [told('ada', 'p', daysAgo(3))] }),
    ).toBeNull();
    expect(statusOf({ answers, problems: [problem('p', { reportedByIds: ['bo'] })] })).toBe(CANDIDATE);
    expect(statusOf({ answers, problems: [problem('p', { reportedByIds: ['ada'], ...changes(5) })] })).toBe(
      CANDIDATE,
    );
  });

  it('is equipped, active and resting in turn', () => {
    const facts = { answers: [nps('ada', 100)] };
    expect(statusOf(facts, recorded({ equipments: [equipment('ada')] }))).toBe(EQUIPPED);
    const spoke = (ago: number) => recorded({ amplifications: [amplification('ada', ['eva'], ago)] });
    expect(statusOf(facts, spoke(180))).toBe(ACTIVE);
    expect(statusOf(facts, spoke(181))).toBe(RESTING);
    expect(statusOf(facts, { ...spoke(181), equipments: [equipment('ada', 20)] })).toBe(EQUIPPED);
    expect(statusOf(facts, { ...spoke(181), equipments: [equipment('ada', 300)] })).toBe(RESTING);
  });

  it('rests once they take their word back, and is none once they leave', () => {
    const advocacy = recorded({ amplifications: [amplification('ada', ['eva'])] });
    expect(statusOf({ answers: [nps('ada', 50)] }, advocacy)).toBe(RESTING);
    expect(statusOf({}, advocacy)).toBe(ACTIVE);
    expect(statusOf({}, advocacy, operator('ada', { endedOn: dateAgo(1) }))).toBeNull();
  });
});

describe('asking is guarded', () => {
  const codes = (facts: Parameters<typeof account>[1]) =>
    accountGuards(
      account(HIERARCHICAL, { stakeholders: [operator('ada'), manager('eva')], ...facts }),
      TODAY,
      SETTINGS,
    ).map(({ code }) => code);

  it('while a problem is open, and no longer', () => {
    expect(codes({ problems: [problem('p')] })).toEqual([AskGuardCode.PROBLEM_OPEN]);
    expect(codes({ problems: [problem('p', changes(5))] })).toEqual([]);
    expect(codes({ problems: [problem('p', { occurredAt: daysAgo(-1) })] })).toEqual([]);
  });

  it('while a level that knew of a problem was not told that it is solved', () => {
    const problems = [problem('p', { reportedByIds: ['eva'], ...changes(5) })];
    expect(codes({ problems })).toEqual([AskGuardCode.RESOLUTION_UNTOLD]);
    expect(codes({ problems, knowledge: [toldSolved('eva', 'p', daysAgo(2))] })).toEqual([]);
  });

  it('while the levels diverge', () => {
    const of = (management: number[]) =>
      accountGuards(
        heardAccount(HIERARCHICAL, { operations: [95, 95, 95, 95, 95], management }),
        TODAY,
        SETTINGS,
      );
    expect(of([15, 15, 15])).toMatchObject([{ code: AskGuardCode.LEVEL_DIVERGING, lower: 'MANAGEMENT' }]);
    expect(of([90, 90, 90])).toEqual([]);
  });

  it('for thirty days after the last ask, counted in whole days', () => {
    const of = (ago: number) => personGuard('ada', recorded({ asks: [ask('ada', ago)] }), TODAY);
    expect(of(29)).toMatchObject({ code: AskGuardCode.ASKED_RECENTLY, until: dateAgo(-1) });
    expect(of(30)).toBeNull();
    expect(personGuard('bo', recorded({ asks: [ask('ada', 1)] }), TODAY)).toBeNull();
    const spoke = recorded({ amplifications: [amplification('ada', ['eva'], 3)] });
    expect(personGuard('ada', spoke, TODAY)).toMatchObject({ until: dateAgo(-27) });
    expect(personGuard('eva', spoke, TODAY)).toBeNull();
  });

  it('says from when on, where anybody can tell', () => {
    const recent = personGuard('ada', recorded({ asks: [ask('ada', 10, AskKind.MEETING)] }), TODAY);
    const open = accountGuards(account(HIERARCHICAL, { problems: [problem('p')] }), TODAY, SETTINGS);
    expect(askableFrom([], dateAgo(0))).toBe(dateAgo(0));
    expect(askableFrom(recent ? [recent] : [], dateAgo(0))).toBe(dateAgo(-20));
    expect(askableFrom([...(recent ? [recent] : []), ...open], dateAgo(0))).toBeNull();
  });

  it('says why in a sentence', () => {
    const facts = account(HIERARCHICAL, {
      stakeholders: [manager('eva', { fullName: 'Eva Lind' })],
      problems: [
        problem('p', { title: 'Late' }),
        problem('q', { title: 'Wrong', reportedByIds: ['eva'], ...changes(5) }),
      ],
    });
    expect(
      accountGuards(facts, TODAY, SETTINGS).map((guard) => guardInWords(guard, () => 'Eva Lind')),
    ).toEqual([
      '"Late" stands open: solve it before asking for anything.',
      'Management (Eva Lind) has not been told that "Wrong" is solved.',
    ]);
    const asked = personGuard('ada', recorded({ asks: [ask('ada', 10)] }), TODAY);
    expect(asked && guardInWords(asked, () => undefined)).toBe(
      'Already asked on 20 June 2026: ask again from 20 July 2026.',
    );
  });
});

describe('laws of asking', () => {
  const days = fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 12 });

  it('whatever order the past is entered in, nobody was asked twice within thirty days without an override', () => {
    fc.assert(
      fc.property(days, (wanted) => {
        const kept: number[] = [];
        for (const ago of wanted) {
          const advocacy = recorded({ asks: kept.map((each) => ask('ada', each)) });
          if (personGuard('ada', advocacy, daysAgo(ago)) === null) kept.push(ago);
        }
        const sorted = [...kept].sort((a, b) => a - b);
        expect(sorted.every((ago, index) => index === 0 || ago - (sorted[index - 1] ?? 0) >= 30)).toBe(true);
      }),
    );
  });

  it('an account with an open problem is guarded, whatever else is recorded', () => {
    fc.assert(
      fc.property(drawnFacts, (facts) => {
        const open = { ...facts, problems: [...facts.problems, problem('open')] };
        expect(accountGuards(open, TODAY, SETTINGS).map(({ code }) => code)).toContain(
          AskGuardCode.PROBLEM_OPEN,
        );
      }),
      { numRuns: 50 },
    );
  });

  it('what lies ahead changes no status', () => {
    fc.assert(
      fc.property(drawnFacts, fc.integer({ min: 1, max: 90 }), (facts, ahead) => {
        const later = recorded({
          equipments: [equipment('a', -ahead)],
          amplifications: [amplification('b', ['a'], -ahead)],
        });
        const future = {
          ...facts,
          answers: [...facts.answers, nps('a', 100, -ahead)],
          interactions: [contact('x', ['a'])],
        };
        for (const person of facts.stakeholders) {
          const now = advocateStatus(advocateFactsOf(person, facts, recorded(), TODAY), TODAY);
          expect(advocateStatus(advocateFactsOf(person, future, later, TODAY), TODAY)).toBe(now);
        }
      }),
    );
  });
});
