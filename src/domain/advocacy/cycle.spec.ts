import type { AccountFacts } from '../facts.js';
import {
  account,
  answer,
  daysAgo,
  manager,
  operator,
  SETTINGS,
  TODAY,
  withRoles,
} from '../fixtures/account-facts.js';
import { problem } from '../fixtures/ledger-facts.js';
import { Measure, OrganisationStructure, OurFunction, StakeholderRole } from '../terms.js';
import type { AdvocacyFacts } from './advocacy-facts.js';
import { accountGuards } from './ask-guard.js';
import { coverageOf } from './coverage.js';
import { cycleOf } from './cycle.js';
import { amplification, equipment, insight, recorded, teaching } from './fixtures/advocacy-records.js';
import { coverageInWords } from './wording/coverage-sentences.js';
import { nextStepInWords, stageInWords } from './wording/cycle-sentences.js';

const { SALES, SERVICE, FIELD, LOGISTICS } = OurFunction;
const NAMES: Record<string, string> = { ada: 'Ada Ops', eva: 'Eva Lind', max: 'Max Ray' };
const FACTS = account(OrganisationStructure.HIERARCHICAL, {
  stakeholders: [
    operator('ada', { reportsToId: 'eva' }),
    manager('eva', withRoles(StakeholderRole.DECISION_MAKER)),
  ],
  answers: [answer('ada', 100, { instrument: 'NPS', measure: Measure.ADVOCACY })],
});

const learned = [insight(SALES, ['eva']), insight(SERVICE, ['ada'], 5)];
const taught = { insights: learned, teachings: [teaching(['eva'])] };
const equipped = { ...taught, equipments: [equipment('ada')] };
const spoken = { ...equipped, amplifications: [amplification('ada', ['eva'], 40)] };

function cycle(advocacy: Partial<AdvocacyFacts>, facts: AccountFacts = FACTS) {
  const guards = accountGuards(facts, TODAY, SETTINGS);
  const found = cycleOf(facts, recorded(advocacy), guards, TODAY);
  return {
    stage: found.stage,
    next: nextStepInWords(found.nextStep, (id) => NAMES[id]),
    code: found.nextStep.code,
  };
}

describe('the cycle of an account', () => {
  it('begins with learning, goes on to teaching and ends with amplifying', () => {
    expect(cycle({})).toMatchObject({ stage: 'LEARN', code: 'LEARN_FIRST' });
    expect(cycle({ insights: [insight(SALES, ['ada'])] })).toEqual({
      stage: 'LEARN',
      code: 'HEAR_LEVEL',
      next: 'Ask Eva Lind in management what matters to them: nobody there was heard this quarter.',
    });
    expect(cycle({ insights: [insight(SALES, ['eva'])] })).toMatchObject({
      code: 'ASK_OUR_FUNCTIONS',
      next: expect.stringContaining('service, field, engineering and finance') as string,
    });
    expect(cycle({ insights: learned })).toMatchObject({ stage: 'LEARN', code: 'TEACH_LEVEL' });
    expect(cycle(taught)).toEqual({
      stage: 'TEACH',
      code: 'EQUIP',
      next: 'Hand Ada Ops a kit: they would recommend you and have nothing to show.',
    });
    expect(cycle(equipped)).toEqual({
      stage: 'TEACH',
      code: 'ASK_ADVOCATE',
      next: 'Ask Ada Ops to speak to Eva Lind, along the reporting line.',
    });
    expect(cycle(spoken)).toMatchObject({
      stage: 'AMPLIFY',
      next: 'Win a second advocate: all that is said for you is said by Ada Ops.',
    });
  });

  it('asks for nothing while asking is guarded', () => {
    const open = { ...FACTS, problems: [problem('p', { title: 'Late' })] };
    expect(cycle(equipped, open)).toEqual({
      stage: 'TEACH',
      code: 'LIFT_GUARD',
      next: 'Nobody is to be asked for anything yet. "Late" stands open: solve it before asking for anything.',
    });
  });

  it('says so when nobody speaks for us, or nobody is near', () => {
    expect(cycle(taught, { ...FACTS, answers: [] })).toMatchObject({ code: 'WIN_ADVOCATE' });
    const apart = {
      ...FACTS,
      stakeholders: FACTS.stakeholders.map((each) => ({ ...each, reportsToId: null })),
    };
    expect(cycle(equipped, apart)).toMatchObject({
      code: 'FIND_A_WAY',
      next: 'Find out who is close to Eva Lind: no advocate is connected with them.',
    });
  });

  it('goes on when several advocates have reached everybody, and falls back after a year', () => {
    const stakeholders = [...FACTS.stakeholders, operator('max')];
    const two = { ...spoken, amplifications: [...spoken.amplifications, amplification('max', ['eva'], 35)] };
    expect(cycle(two, { ...FACTS, stakeholders })).toMatchObject({ code: 'KEEP_GOING' });
    expect(cycle({ ...equipped, amplifications: [amplification('ada', ['eva'], 366)] })).toMatchObject({
      stage: 'TEACH',
    });
  });

  it('says why in a sentence', () => {
    expect(stageInWords(cycleOf(FACTS, recorded(spoken), [], TODAY))).toBe(
      'Amplifying: 2 insights, 1 teaching and 1 time an advocate spoke within a year.',
    );
    expect(stageInWords(cycleOf(FACTS, recorded(), [], TODAY))).toBe(
      'Still learning: no insights, no teachings and no times an advocate spoke within a year.',
    );
  });
});

describe('coverage', () => {
  it('lists what each function learned, from which levels, and who never recorded anything', () => {
    const insights = [...learned, insight(LOGISTICS, [], 100)];
    const coverage = coverageOf(FACTS, recorded({ insights }), TODAY);
    expect(coverage.functions.map(({ ourFunction, insights: count }) => [ourFunction, count])).toEqual([
      [SALES, 1],
      [SERVICE, 1],
      [FIELD, 0],
      ['ENGINEERING', 0],
      ['FINANCE', 0],
      [LOGISTICS, 1],
    ]);
    expect(coverage.functions[0]).toMatchObject({ lastLearnedAt: daysAgo(10), levels: ['MANAGEMENT'] });
    expect(coverage.levels[0]).toMatchObject({ level: 'OPERATIONS', insights: 1, ourFunctions: [SERVICE] });
  });

  it('says in words what is missing', () => {
    const coverage = coverageOf(FACTS, recorded({ insights: [insight(SALES, ['eva'], 91)] }), TODAY);
    expect(coverageInWords(coverage)).toEqual([
      'Service, field, engineering and finance have never recorded anything.',
      'Nobody in operations was heard this quarter, nor ever before.',
      'Nobody in management was heard this quarter, the last time was on 31 March 2026.',
    ]);
    const all = [SALES, SERVICE, FIELD, OurFunction.ENGINEERING, OurFunction.FINANCE];
    const full = all.map((each, index) => insight(each, ['ada', 'eva'], index));
    expect(coverageInWords(coverageOf(FACTS, recorded({ insights: full }), TODAY))).toEqual([]);
  });
});
