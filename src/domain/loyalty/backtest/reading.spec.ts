import { LoyaltyEventKind } from '../terms.js';
import { backtest } from './backtest.js';
import { backtestInWords } from './reading.js';
import type { AccountTrack } from './track.js';

const FRAME = { from: '2024-01-01', to: '2024-12-31', today: '2026-06-30', currency: 'EUR' };

function track(accountId: string, lostOn: string | null, atRiskFrom: string | null): AccountTrack {
  const event = { id: accountId, accountId, kind: LoyaltyEventKind.LOST, amount: null, currency: null };
  return {
    accountId,
    judgedFrom: '2023-06-01T00:00:00.000Z',
    flags: [],
    atRisk: atRiskFrom === null ? [] : [{ from: `${atRiskFrom}T00:00:00.000Z`, to: null }],
    values: [],
    events: lostOn === null ? [] : [{ ...event, occurredOn: lostOn }],
  };
}

describe('a backtest in words', () => {
  const some = backtest(
    [track('a', '2024-06-01', '2024-02-01'), track('b', '2024-07-01', null), track('c', null, '2024-03-01')],
    FRAME,
  );

  it('gives counts before anything else, with the yardstick beside them', () => {
    const words = backtestInWords(some, false);
    expect(words).toContain(
      'Of 2 losses, 0 had an open flag and 1 stood at risk some time in the year before.',
    );
    expect(words).toContain('Of 2 accounts that came to stand at risk, 1 left within a year.');
    expect(words).toContain('Of all 3 accounts it was 2, whatever was said of them.');
  });

  it('says what it does not prove, and that a warning heeded looks like a false alarm', () => {
    expect(backtestInWords(some, false)).toContain('such a success counts as a false alarm here');
    expect(backtestInWords(some, true)).toContain('nobody was warned by it then');
    expect(backtestInWords(some, true)).toContain('None of this proves');
  });

  it('says plainly where there is nothing to say', () => {
    const words = backtestInWords(backtest([], FRAME), false);
    expect(words).toContain('No loss that could have been seen coming lies in the period.');
    expect(words).toContain('Of no account that came to stand at risk');
  });

  it('mentions the losses nobody could have seen coming', () => {
    const unseen = { ...track('d', '2024-05-01', null), judgedFrom: null };
    expect(backtestInWords(backtest([unseen], FRAME), false)).toContain('1 more had not been judged before');
    expect(backtestInWords(some, false)).not.toContain('had not been judged');
  });
});
