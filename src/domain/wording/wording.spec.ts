import { assess } from '../assessment.js';
import { type NextAction, NextActionCode } from '../divergence/next-action.js';
import type { AccountFacts } from '../facts.js';
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
  withRoles,
} from '../fixtures/account-facts.js';
import { RiskReasonCode } from '../judgement-terms.js';
import { OrganisationLevel, OrganisationStructure, StakeholderRole } from '../terms.js';
import { nextActionInWords, nextActionsInWords } from './next-action-sentence.js';
import { dayInWords, listNames, percent } from './phrases.js';
import { summariseReason } from './reason-summary.js';

const { HIERARCHICAL, FLAT } = OrganisationStructure;
const NAMES: Readonly<Record<string, string>> = {
  m1: 'Eva Lind',
  m2: 'Bo Ek',
  o1: 'Ida Ray',
  kim: 'Kim Park',
};
const nameOf = (id: string): string | undefined => NAMES[id];

/** The sentence an account yields for a reason. */
function said(code: RiskReasonCode, facts: AccountFacts): string | undefined {
  const found = assess(facts, TODAY, SETTINGS).reasons.find((reason) => reason.code === code);
  return found && summariseReason(found, nameOf);
}

describe('a reason in one sentence', () => {
  const three = [manager('m1'), manager('m2'), manager('m3')];

  it('says who announced leaving, and when', () => {
    const decider = manager('m1', withRoles(StakeholderRole.DECISION_MAKER));
    const facts = (asked: 'REPURCHASE' | 'RECOMMEND', word: string) =>
      account(HIERARCHICAL, { stakeholders: [decider], answers: [choice('m1', asked, word)] });
    expect(said(RiskReasonCode.STATED_DEFECTION, facts('REPURCHASE', 'NO'))).toBe(
      'Eva Lind, who decides, said on 20 June 2026 they would not buy from us again.',
    );
    expect(said(RiskReasonCode.STATED_DEFECTION, facts('RECOMMEND', 'DEFINITELY_NO'))).toBe(
      'Eva Lind, who decides, said on 20 June 2026 they would definitely not recommend us.',
    );
  });

  it('says how the levels lie apart, and how many were heard', () => {
    const facts = heardAccount(HIERARCHICAL, { operations: [90, 90, 90, 82], management: [30, 20] });
    const more = { ...facts, stakeholders: [...facts.stakeholders, manager('m9')] };
    expect(said(RiskReasonCode.LEVELS_DIVERGE, more)).toBe(
      'Management (2 of 3 heard) scores 25 of 100, well below operations at 88 (4 of 4 heard).',
    );
    expect(said(RiskReasonCode.LEVELS_DIVERGE, { ...more, structure: FLAT })).toBe(
      'Management (2 of 3 heard) scores 25 of 100, well below operations at 88 (4 of 4 heard), although management does not decide here.',
    );
  });

  it('words a single voice as one voice', () => {
    const facts = heardAccount(HIERARCHICAL, { operations: [90, 90], management: [10] });
    const more = { ...facts, stakeholders: [...facts.stakeholders, manager('m8'), manager('m9')] };
    expect(said(RiskReasonCode.LEVELS_DIVERGE, more)).toBe(
      'One voice in management (of 3 known) scores 10 of 100, well below operations at 90 (2 of 2 heard).',
    );
  });

  it('says how probable dissatisfaction is', () => {
    const facts = heardAccount(HIERARCHICAL, { operations: [95, 95, 95, 95, 95], management: [15, 15, 15] });
    expect(said(RiskReasonCode.DECIDING_LEVEL_DISSATISFIED, facts)).toBe(
      'Management (3 of 3 heard) scores 15 of 100; dissatisfied with a probability of 66 %.',
    );
  });

  it('says since when nobody was heard, and how many there are to ask', () => {
    const unheard = (facts: Partial<AccountFacts>) =>
      said(RiskReasonCode.DECIDING_LEVEL_UNHEARD, account(HIERARCHICAL, facts));
    const old = answer('m1', 80, { answeredAt: daysAgo(475) });
    expect(unheard({ stakeholders: three, answers: [old] })).toBe(
      'Nobody in management has been heard since 12 March 2025; 3 are known.',
    );
    expect(unheard({ stakeholders: [manager('m1')] })).toBe(
      'Nobody in management has ever been heard; 1 person is known.',
    );
    expect(unheard({})).toBe('Nobody is known in management, so nobody was heard.');
  });

  it('says since when there was no contact', () => {
    const silent = (facts: Partial<AccountFacts>) =>
      said(RiskReasonCode.DECIDING_LEVEL_SILENT, account(HIERARCHICAL, facts));
    const interactions = [contact('i', ['m1'], { occurredAt: daysAgo(110) })];
    expect(silent({ stakeholders: three, interactions })).toBe(
      'No contact with management since 12 March 2026, more than 90 days ago.',
    );
    expect(silent({})).toBe('No contact with management is on record.');
  });

  it('says whom alone we meet', () => {
    const threads = (interactions: AccountFacts['interactions']) =>
      said(RiskReasonCode.SINGLE_THREADED, account(HIERARCHICAL, { stakeholders: three, interactions }));
    expect(threads([contact('i', ['m1'])])).toBe(
      'In the last 180 days we were in contact with only Eva Lind in management (1 of 3 known).',
    );
    expect(threads([])).toBe(
      'In the last 180 days we were in contact with nobody in management (0 of 3 known).',
    );
  });

  it('says what fell, who left, who carries it all, and what we got wrong', () => {
    const stakeholders = [manager('m1'), operator('o1')];
    const before = answer('m1', 80, { answeredAt: daysAgo(200) });
    const answers = [before, answer('m1', 55), estimate('m1', 90)];
    const interactions = Array.from({ length: 5 }, (_, index) =>
      contact(`i${index}`, ['m1'], { loggedById: 'kim' }),
    );
    const facts = account(HIERARCHICAL, { stakeholders, answers, interactions });
    expect(said(RiskReasonCode.DECLINING, facts)).toBe(
      'Management fell from 80 (1 heard) to 55 (1 heard) against the previous half-year.',
    );
    expect(said(RiskReasonCode.OVERESTIMATED, facts)).toBe(
      'We put management at 90 of 100, but what it says comes to 55 (1 of 1 heard).',
    );
    expect(said(RiskReasonCode.ONE_PERSON_RELATIONSHIP, facts)).toBe(
      'Kim Park had 5 of the 5 contacts of the last 180 days: the loyalty may be to one person, not to us.',
    );
    const left = manager('m2', { ...withRoles(StakeholderRole.DECISION_MAKER), endedOn: dateAgo(10) });
    expect(said(RiskReasonCode.KEY_STAKEHOLDER_LEFT, account(FLAT, { stakeholders: [left] }))).toBe(
      'Bo Ek (decision maker) left on 20 June 2026, and no successor is named.',
    );
  });

  it('calls no average of ratings NPS', () => {
    const facts = heardAccount(OrganisationStructure.UNKNOWN, {
      operations: [95, 95, 95],
      management: [5, 5, 5],
    });
    const { reasons } = assess(facts, TODAY, SETTINGS);
    expect(reasons.length).toBeGreaterThan(1);
    for (const reason of reasons) expect(summariseReason(reason, nameOf)).not.toMatch(/NPS|promoter/i);
  });
});

const ABOUT_PROBLEMS = [NextActionCode.TELL_RESOLUTION, NextActionCode.FIX_PROBLEM];

describe('a next action in one sentence', () => {
  const action = (
    code: NextActionCode,
    stakeholderIds: string[] = ['m1', 'm2'],
    criteria: string[] = [],
  ): NextAction => ({
    code,
    level: code === NextActionCode.FIND_OUT_WHO_DECIDES ? null : OrganisationLevel.MANAGEMENT,
    stakeholderIds,
    criteria,
    problem: ABOUT_PROBLEMS.includes(code) ? { id: 'p', title: 'Server down' } : null,
  });

  it.each([
    [
      NextActionCode.TELL_RESOLUTION,
      'Tell Eva Lind and Bo Ek in management today that "Server down" is solved.',
    ],
    [NextActionCode.FIX_PROBLEM, 'Solve "Server down" and keep Eva Lind and Bo Ek informed.'],
    [NextActionCode.INTRODUCE_YOURSELF, 'Introduce yourself to Eva Lind and Bo Ek, new in management.'],
    [NextActionCode.GO_THERE, 'Go and see management: Eva Lind and Bo Ek.'],
    [NextActionCode.ASK_AGAIN, 'Ask Eva Lind and Bo Ek in management again: what was said there is old.'],
    [NextActionCode.ASK_ANOTHER, 'Ask somebody else in management: Eva Lind or Bo Ek.'],
    [NextActionCode.ASK_WHY, 'Ask Eva Lind and Bo Ek in management why they are less satisfied.'],
    [NextActionCode.ASK_FIRST, 'Ask Eva Lind or Bo Ek: nobody in management has been heard.'],
    [NextActionCode.FIND_PEOPLE, 'Find out who works in management: nobody is known there.'],
    [NextActionCode.FIND_OUT_WHO_DECIDES, 'Find out who decides about us.'],
  ])('names the people concerned (%s)', (code, words) => {
    expect(nextActionInWords(action(code), nameOf)).toBe(words);
  });

  it('asks to solve a problem nobody knows of, too', () => {
    expect(nextActionInWords(action(NextActionCode.FIX_PROBLEM, []), nameOf)).toBe('Solve "Server down".');
  });

  it('names the criteria to talk about', () => {
    expect(nextActionInWords(action(NextActionCode.COMPARE_CRITERIA, ['m1'], ['HONESTY']), nameOf)).toBe(
      'Talk with Eva Lind about what management weighs differently: "We are honest about proposals".',
    );
  });

  it('follows the order given, and is null for nothing to do', () => {
    const actions = [action(NextActionCode.GO_THERE, []), action(NextActionCode.FIND_OUT_WHO_DECIDES)];
    expect(nextActionsInWords(actions, nameOf)).toBe('Go and see management. Find out who decides about us.');
    expect(nextActionsInWords([], nameOf)).toBeNull();
  });
});

describe('the phrases', () => {
  it('count the names beyond three', () => {
    expect(listNames(['m1', 'm2', 'o1', 'x'], nameOf)).toBe('Eva Lind, Bo Ek, Ida Ray and 1 other');
    expect(listNames(['m1', 'x'], nameOf)).toBe('Eva Lind and somebody');
  });

  it('print dates in full and never claim certainty', () => {
    expect(dayInWords('2026-03-02')).toBe('2 March 2026');
    expect([percent(0.9999), percent(0.5), percent(0)]).toEqual(['99 %', '50 %', '1 %']);
  });
});
