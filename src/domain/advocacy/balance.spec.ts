import fc from 'fast-check';
import {
  account,
  answer,
  contact,
  daysAgo,
  estimate,
  held,
  manager,
  operator,
  TODAY,
} from '../fixtures/account-facts.js';
import { drawnFacts } from '../fixtures/drawn-facts.js';
import { changes, problem, promise, told, toldSolved } from '../fixtures/ledger-facts.js';
import { lastDays } from '../instants.js';
import { Channel, CommitmentStatus, OrganisationLevel, OrganisationStructure } from '../terms.js';
import { balanceOf } from './balance.js';
import { BalanceKind } from './balance-lines.js';
import { followedUp } from './effect.js';
import { amplification, ask, recorded, teaching } from './fixtures/advocacy-records.js';
import { AskKind } from './terms.js';
import { effectInWords } from './wording/effect-sentence.js';

const YEAR = lastDays(TODAY, 365);

describe('the balance with an account', () => {
  const facts = account(OrganisationStructure.HIERARCHICAL, {
    stakeholders: [operator('ada'), manager('eva')],
    answers: [
      answer('ada', 80),
      { ...answer('eva', 60), id: 'unasked', solicited: false },
      estimate('ada', 90),
    ],
    interactions: [
      contact('met', ['ada', 'eva'], { occurredAt: daysAgo(40) }),
      contact('called', ['ada'], { channel: Channel.CALL }),
    ],
    problems: [problem('p', { reportedByIds: ['eva'], ...changes(5) })],
    knowledge: [told('ada', 'p', daysAgo(9)), toldSolved('eva', 'p', daysAgo(4))],
    commitments: [
      promise('kept', { madeToIds: ['eva', 'ada'], settled: CommitmentStatus.KEPT, settledAt: daysAgo(3) }),
      promise('broken', { madeToIds: ['eva'], settled: CommitmentStatus.BROKEN, settledAt: daysAgo(3) }),
    ],
  });
  const advocacy = recorded({
    asks: [ask('ada', 70), ask('eva', 71, AskKind.MEETING)],
    amplifications: [amplification('ada', ['eva'], 2)],
    teachings: [teaching(['eva', 'ada'], 50)],
  });

  it('sets answers, references, meetings and speaking for us against teaching, news and kept promises', () => {
    const balance = balanceOf(facts, advocacy, YEAR);
    expect(balance.levels).toEqual([
      {
        level: 'OPERATIONS',
        asked: 4,
        given: 2,
        kinds: [
          { kind: 'ANSWER', count: 1 },
          { kind: 'REFERENCE', count: 1 },
          { kind: 'MEETING', count: 1 },
          { kind: 'AMPLIFICATION', count: 1 },
          { kind: 'TEACHING', count: 1 },
          { kind: 'PROMISE_KEPT', count: 1 },
        ],
      },
      {
        level: 'MANAGEMENT',
        asked: 1,
        given: 3,
        kinds: [
          { kind: 'MEETING', count: 1 },
          { kind: 'TEACHING', count: 1 },
          { kind: 'RESOLUTION_TOLD', count: 1 },
          { kind: 'PROMISE_KEPT', count: 1 },
        ],
      },
    ]);
    expect(balance).toMatchObject({ asked: 5, given: 5 });
  });

  it('runs on from month to month', () => {
    expect(balanceOf(facts, advocacy, YEAR).months).toEqual([
      { month: '2026-04', asked: 1, given: 0, balance: -1 },
      { month: '2026-05', asked: 2, given: 2, balance: -1 },
      { month: '2026-06', asked: 2, given: 3, balance: 0 },
    ]);
  });

  it('counts people at the level they held at the time', () => {
    const promoted = operator('ada', {
      levels: [held(OrganisationLevel.OPERATIONS), held(OrganisationLevel.MANAGEMENT, daysAgo(60))],
    });
    const { entries } = balanceOf(
      { ...facts, stakeholders: [promoted] },
      recorded({ asks: [ask('ada', 70), ask('ada', 20)] }),
      YEAR,
    );
    expect(entries.filter(({ kind }) => kind === BalanceKind.REFERENCE).map(({ level }) => level)).toEqual([
      'MANAGEMENT',
      'OPERATIONS',
    ]);
  });

  it('adds up, whatever is recorded: levels, months and entries tell the same sum', () => {
    fc.assert(
      fc.property(drawnFacts, (drawn) => {
        const { entries, levels, months, asked, given } = balanceOf(drawn, recorded(), YEAR);
        const sum = (rows: readonly { asked: number; given: number }[]): number[] => [
          rows.reduce((total, row) => total + row.asked, 0),
          rows.reduce((total, row) => total + row.given, 0),
        ];
        expect(sum(levels)).toEqual([asked, given]);
        expect(sum(months)).toEqual([asked, given]);
        expect(entries).toHaveLength(asked + given);
        expect(months.at(-1)?.balance ?? 0).toBe(given - asked);
      }),
    );
  });
});

describe('what followed an amplification', () => {
  const said = (stakeholderId: string, score: number, ago: number, instrument = 'NPS') => ({
    stakeholderId,
    instrument,
    score,
    answeredAt: daysAgo(ago),
  });
  const AT = daysAgo(100);

  it('compares the latest answer after it with the one before, on the same instrument', () => {
    const answers = [
      ...[said('eva', 40, 120), said('eva', 90, 110), said('eva', 60, 20), said('eva', 100, 50)],
      ...[said('max', 40, 120), said('max', 70, 10)],
      ...[said('mia', 50, 120), said('mia', 50, 10)],
      ...[
        said('new', 100, 10),
        said('old', 50, 300),
        said('old', 100, 10),
        said('odd', 10, 120, 'CSAT'),
        said('odd', 90, 10),
      ],
    ];
    const found = followedUp(['eva', 'max', 'mia', 'new', 'old', 'odd', 'eva'], answers, AT);
    expect(found).toMatchObject({ people: 6, heardTwice: 3, higher: 1, same: 1, lower: 1 });
    expect(found.share).toBeCloseTo(1 / 3, 5);
    expect(found.low).toBeCloseTo(0.0615, 3);
    expect(found.high).toBeCloseTo(0.7923, 3);
  });

  it('says nothing where nobody was heard twice', () => {
    expect(followedUp(['eva'], [], AT)).toMatchObject({
      people: 1,
      heardTwice: 0,
      share: null,
      low: null,
      high: null,
    });
  });

  it('says what it does not prove', () => {
    const one = followedUp(['eva'], [said('eva', 40, 120), said('eva', 90, 10)], AT);
    const words = effectInWords(one, followedUp([], [], AT));
    expect(words).toContain(
      'Of 1 who heard the advocate, 1 answered before and after, 1 of them higher than before.',
    );
    expect(words).toContain('This does not prove that the advocate caused it');
  });
});
