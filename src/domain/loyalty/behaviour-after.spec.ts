import fc from 'fast-check';
import { behaviourAfter, behaviourInWords } from './behaviour-after.js';
import type { LoyaltyEventFact } from './outcome.js';
import { LoyaltyEventKind } from './terms.js';

const { RENEWED, EXPANDED, LOST, WON_BACK, REFERRED } = LoyaltyEventKind;
const AT = '2025-06-10T09:00:00.000Z';

let made = 0;
const event = (accountId: string, kind: LoyaltyEventKind, occurredOn: string): LoyaltyEventFact => ({
  id: `event-${++made}`,
  accountId,
  kind,
  occurredOn,
  amount: null,
  currency: null,
});

describe('how accounts decided after an instant', () => {
  it('counts those that stayed and left, with the interval of Wilson', () => {
    const events = [
      event('a', RENEWED, '2025-12-31'),
      event('b', EXPANDED, '2025-09-01'),
      event('c', LOST, '2026-01-31'),
    ];
    // Three of four decided, two of three stayed: Wilson, 95 %: 0.2077 to 0.9385.
    const after = behaviourAfter(['a', 'b', 'c', 'd'], events, AT, 365);
    expect(after).toMatchObject({ accounts: 4, decided: 3, stayed: 2, left: 1, share: 0.666667 });
    expect(after.low).toBeCloseTo(0.2077, 4);
    expect(after.high).toBeCloseTo(0.9385, 4);
  });

  it('looks from the day after to the last day, and no further', () => {
    const decidedOn = (day: string) => behaviourAfter(['a'], [event('a', RENEWED, day)], AT, 365).decided;
    expect(['2025-06-10', '2025-06-11', '2026-06-10', '2026-06-11'].map(decidedOn)).toEqual([0, 1, 1, 0]);
  });

  it('lets the first decision of an account count, and neither a referral nor a win-back', () => {
    const events = [
      event('a', REFERRED, '2025-07-01'),
      event('a', RENEWED, '2025-08-01'),
      event('a', LOST, '2026-01-01'),
      event('b', LOST, '2025-08-01'),
      event('b', WON_BACK, '2025-09-01'),
    ];
    expect(behaviourAfter(['a', 'b'], events, AT, 365)).toMatchObject({ decided: 2, stayed: 1, left: 1 });
  });

  it('leaves out an account that had left before', () => {
    const events = [event('a', LOST, '2025-01-31'), event('a', RENEWED, '2026-01-31')];
    expect(behaviourAfter(['a'], events, AT, 365)).toMatchObject({ accounts: 0, decided: 0, share: null });
  });

  it('has no share and no interval while nobody decided', () => {
    expect(behaviourAfter(['a'], [], AT, 365)).toMatchObject({
      accounts: 1,
      share: null,
      low: null,
      high: null,
    });
  });

  it('adds up, whatever the events and in whichever order they come', () => {
    const drawn = fc.array(
      fc.record({
        accountId: fc.constantFrom('a', 'b', 'c'),
        kind: fc.constantFrom(...Object.values(LoyaltyEventKind)),
        month: fc.integer({ min: 1, max: 12 }),
      }),
      { maxLength: 15 },
    );
    fc.assert(
      fc.property(drawn, (list) => {
        const events = list.map(({ accountId, kind, month }, index) => ({
          ...event(accountId, kind, `2025-${String(month).padStart(2, '0')}-${10 + index}`),
        }));
        const after = behaviourAfter(['a', 'b', 'c'], events, AT, 365);
        expect(after.stayed + after.left).toBe(after.decided);
        expect(after.decided).toBeLessThanOrEqual(after.accounts);
        expect(behaviourAfter(['c', 'b', 'a'], [...events].reverse(), AT, 365)).toEqual(after);
      }),
    );
  });

  it('is told with its counts, and with what it does not prove', () => {
    const none = behaviourAfter(['a'], [], AT, 365);
    const stayed = behaviourAfter(['a'], [event('a', RENEWED, '2025-12-31')], AT, 365);
    const left = behaviourAfter(['a'], [event('a', LOST, '2025-12-31')], AT, 365);
    const nobody = behaviourAfter([], [], AT, 365);
    expect(behaviourInWords(stayed, left, 365)).toMatch(
      /^The account where the advocate spoke stayed within 365 days\. Of 1 comparable account, 1 decided in that time, and 0/,
    );
    expect(behaviourInWords(left, nobody, 365)).toMatch(
      /spoke left within 365 days\. There is no comparable/,
    );
    expect(behaviourInWords(none, none, 365)).toMatch(
      /has not decided about us in the 365 days after\. Of 1 comparable account, 0 decided/,
    );
    expect(behaviourInWords(nobody, none, 365)).toMatch(/had left before/);
    expect(behaviourInWords(stayed, left, 365)).toMatch(/does not prove that the advocate kept anybody/);
  });
});
