import { RiskReasonCode } from '../../judgement-terms.js';
import type { LoyaltyEventFact } from '../outcome.js';
import { LoyaltyEventKind } from '../terms.js';
import { backtest } from './backtest.js';
import type { BacktestFrame } from './followed.js';
import type { AccountTrack, FlagSpell } from './track.js';

const { LOST, RENEWED, WON_BACK } = LoyaltyEventKind;
const { PROBLEM_OPEN, DECLINING, STATED_DEFECTION } = RiskReasonCode;

const FRAME: BacktestFrame = { from: '2024-01-01', to: '2024-12-31', today: '2026-06-30', currency: 'EUR' };

function event(accountId: string, kind: LoyaltyEventKind, occurredOn: string, amount: string | null = null) {
  const currency = amount === null ? null : 'EUR';
  return { id: `${accountId} ${occurredOn}`, accountId, kind, occurredOn, amount, currency };
}

function flag(code: RiskReasonCode, from: string, to: string | null = null): FlagSpell {
  return { code, from: `${from}T08:00:00.000Z`, to: to === null ? null : `${to}T08:00:00.000Z` };
}

function track(accountId: string, more: Partial<AccountTrack> = {}): AccountTrack {
  const values = [{ from: null, amount: '100.00', currency: 'EUR' }];
  const judgedFrom = '2023-01-01T08:00:00.000Z';
  return { accountId, judgedFrom, flags: [], atRisk: [], values, events: [], ...more };
}

/** One account that is lost on a day, with these flags. */
function lost(lostOn: string, flags: FlagSpell[], more: Partial<AccountTrack> = {}): AccountTrack {
  return track('a', { flags, events: [event('a', LOST, lostOn)], ...more });
}

describe('of the losses, which were announced', () => {
  const warningsOf = (...flags: FlagSpell[]) =>
    backtest([lost('2024-07-01', flags)], FRAME).losses[0]?.warnings;

  it('counts the days from the first day of the year before on which a flag was open', () => {
    expect(warningsOf(flag(PROBLEM_OPEN, '2024-05-02'))).toEqual([{ code: PROBLEM_OPEN, daysAhead: 60 }]);
    expect(warningsOf(flag(PROBLEM_OPEN, '2022-01-01'))).toEqual([{ code: PROBLEM_OPEN, daysAhead: 365 }]);
    expect(warningsOf(flag(PROBLEM_OPEN, '2024-06-30'))).toEqual([{ code: PROBLEM_OPEN, daysAhead: 1 }]);
  });

  it('takes nothing that was opened on the day of the loss or later for a warning', () => {
    expect(warningsOf(flag(PROBLEM_OPEN, '2024-07-01'))).toEqual([]);
    expect(warningsOf(flag(PROBLEM_OPEN, '2024-07-02'))).toEqual([]);
  });

  it('takes nothing that was over before that year for a warning', () => {
    expect(warningsOf(flag(PROBLEM_OPEN, '2023-01-01', '2023-07-01'))).toEqual([]);
    expect(warningsOf(flag(PROBLEM_OPEN, '2023-01-01', '2023-07-02'))).toEqual([
      { code: PROBLEM_OPEN, daysAhead: 365 },
    ]);
  });

  it('names every reason once, the one seen longest before first', () => {
    expect(
      warningsOf(
        flag(DECLINING, '2024-06-01'),
        flag(PROBLEM_OPEN, '2024-02-01', '2024-02-10'),
        flag(PROBLEM_OPEN, '2024-06-20'),
      ),
    ).toEqual([
      { code: PROBLEM_OPEN, daysAhead: 151 },
      { code: DECLINING, daysAhead: 30 },
    ]);
  });

  it('counts losses of accounts never judged before apart', () => {
    const unseen = lost('2024-07-01', [], { judgedFrom: '2024-07-01T06:00:00.000Z' });
    const result = backtest([unseen, { ...unseen, judgedFrom: null }], FRAME);
    expect(result.unseenLosses).toBe(2);
    expect(result.flagged.losses).toMatchObject({ of: 0, share: null });
  });

  it('counts a loss of somebody who had left before and not come back as no second loss', () => {
    const events = [event('a', LOST, '2024-02-01'), event('a', LOST, '2024-09-01')];
    expect(backtest([track('a', { events })], FRAME).losses).toHaveLength(1);
    const back = [...events, event('a', WON_BACK, '2024-05-01')];
    expect(backtest([track('a', { events: back })], FRAME).losses).toHaveLength(2);
  });

  it('weighs the losses by what the loss says was lost, else by the value known the day before', () => {
    const values = [
      { from: null, amount: '100.10', currency: 'EUR' },
      { from: '2024-07-01T08:00:00.000Z', amount: '0', currency: 'EUR' },
    ];
    const warned = [flag(PROBLEM_OPEN, '2024-05-02')];
    const told = lost('2024-07-01', [], { events: [event('a', LOST, '2024-07-01', '300.20')] });
    const tracks = [
      lost('2024-07-01', warned, { values }),
      told,
      lost('2024-07-01', warned, { values: [{ from: null, amount: '9', currency: 'USD' }] }),
    ];
    expect(backtest(tracks, FRAME).flagged.value).toEqual({
      hits: '100.10',
      of: '400.30',
      share: 0.250062,
      unvalued: 1,
    });
  });

  it('gives median and quartiles of the days ahead', () => {
    const ahead = ['2024-06-21', '2024-06-11', '2024-06-01', '2024-05-22', '2024-05-12'];
    const tracks = ahead.map((day) => lost('2024-07-01', [flag(DECLINING, day)]));
    expect(backtest(tracks, FRAME).flagged.daysAhead).toEqual({
      lowerQuartile: 20,
      median: 30,
      upperQuartile: 40,
    });
    expect(backtest([lost('2024-07-01', [])], FRAME).flagged.daysAhead).toBeNull();
  });
});

describe('of the warnings, which were followed by a loss', () => {
  const followed = (events: LoyaltyEventFact[], today = FRAME.today, opened = '2024-03-01') =>
    backtest([track('a', { flags: [flag(DECLINING, opened)], events })], { ...FRAME, today }).flagsFollowed
      .openings;

  it('watches exactly 365 days from the day after', () => {
    expect(followed([event('a', LOST, '2024-03-02')]).lost).toMatchObject({ hits: 1, of: 1 });
    expect(followed([event('a', LOST, '2025-03-01')]).lost).toMatchObject({ hits: 1, of: 1 });
    expect(followed([event('a', LOST, '2025-03-02')]).lost).toMatchObject({ hits: 0, of: 1 });
  });

  it('counts apart what was opened less than a year ago, even where the loss has come already', () => {
    const early = followed([event('a', LOST, '2024-05-01')], '2025-03-01');
    expect(early).toMatchObject({ notYetKnown: 1, lostAlready: 1, lost: { of: 0 } });
    expect(followed([], '2025-03-01')).toMatchObject({ notYetKnown: 1, lostAlready: 0 });
    expect(followed([], '2025-03-02')).toMatchObject({ notYetKnown: 0, lost: { hits: 0, of: 1 } });
  });

  it('leaves out what was opened when the account had left already', () => {
    const gone = [event('a', LOST, '2024-03-01')];
    expect(followed(gone)).toMatchObject({ afterLoss: 1, notYetKnown: 0, lost: { of: 0 } });
    expect(followed([...gone, event('a', RENEWED, '2024-03-01')]).afterLoss).toBe(0);
  });

  it('takes openings within the period only', () => {
    expect(followed([], FRAME.today, '2023-12-31').lost.of).toBe(0);
    expect(followed([], FRAME.today, '2024-01-01').lost.of).toBe(1);
    expect(followed([], FRAME.today, '2024-12-31').lost.of).toBe(1);
    expect(followed([], FRAME.today, '2025-01-01').lost.of).toBe(0);
  });
});

describe('a year of ten accounts, counted by hand', () => {
  const flagged = (id: string, code: RiskReasonCode, more: Partial<AccountTrack> = {}) =>
    track(id, { flags: [flag(code, '2024-03-01')], ...more });
  const leaves = (id: string) => ({ events: [event(id, LOST, '2024-09-01')] });
  const atRisk = [{ from: '2024-04-01T08:00:00.000Z', to: null }];
  const result = backtest(
    [
      flagged('a', PROBLEM_OPEN, { ...leaves('a'), atRisk }),
      flagged('b', PROBLEM_OPEN, leaves('b')),
      flagged('c', PROBLEM_OPEN),
      flagged('d', PROBLEM_OPEN, { atRisk }),
      flagged('e', PROBLEM_OPEN),
      flagged('f', STATED_DEFECTION, { ...leaves('f'), atRisk }),
      track('g', leaves('g')),
      track('h'),
      track('i'),
      track('j', {
        flags: [flag(PROBLEM_OPEN, '2024-03-01', '2024-04-01'), flag(PROBLEM_OPEN, '2024-08-01')],
      }),
    ],
    FRAME,
  );

  it('says how many losses were announced, by the flags and by the standing', () => {
    expect(result.flagged.losses).toMatchObject({ hits: 3, of: 4, tooFew: true });
    expect(result.atRisk.losses).toMatchObject({ hits: 2, of: 4, tooFew: true });
  });

  it('says how many warnings came true, beside how many accounts are lost anyhow', () => {
    expect(result.flagsFollowed.openings.lost).toMatchObject({ hits: 3, of: 8 });
    expect(result.flagsFollowed.accounts.lost).toMatchObject({ hits: 3, of: 7 });
    expect(result.atRiskFollowed.accounts.lost).toMatchObject({ hits: 2, of: 3 });
    expect(result.atRiskFollowed.accounts.value).toMatchObject({ hits: '200.00', of: '300.00' });
    expect(result.base.lost).toMatchObject({ hits: 4, of: 10, share: 0.4 });
    // Wilson (1927) for 4 of 10, worked out apart.
    expect(result.base.lost.low).toBeCloseTo(0.16818, 5);
    expect(result.base.lost.high).toBeCloseTo(0.687326, 5);
  });

  it('weighs each reason, and says how much likelier a loss is only from five cases', () => {
    const [problem, defection, ...others] = result.reasons;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: PROBLEM_OPEN,
      foreseen: { hits: 2, of: 4 },
      followed: {
        openings: { lost: { hits: 2, of: 7 } },
        accounts: { lost: { hits: 2, of: 6 } },
        lift: 0.83,
      },
    });
    expect(defection).toMatchObject({
      code: STATED_DEFECTION,
      foreseen: { hits: 1, of: 4 },
      followed: { accounts: { lost: { hits: 1, of: 1 } }, lift: null },
    });
  });

  it('says nothing of what it cannot say for an empty base', () => {
    const empty = backtest([], FRAME);
    expect(empty).toMatchObject({ accounts: 0, unseenLosses: 0, reasons: [], losses: [] });
    expect(empty.base.lost).toEqual({ of: 0, hits: 0, share: null, low: null, high: null, tooFew: true });
    expect(empty.flagsFollowed.lift).toBeNull();
  });
});
