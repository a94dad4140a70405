import fc from 'fast-check';
import { lostOn } from './lost-on.js';
import { LoyaltyEventKind } from './terms.js';

const { RENEWED, EXPANDED, LOST, WON_BACK, REFERRED } = LoyaltyEventKind;
const event = (kind: LoyaltyEventKind, occurredOn: string) => ({ kind, occurredOn });

const drawn = fc.array(
  fc.record({
    kind: fc.constantFrom(...Object.values(LoyaltyEventKind)),
    // Few days, so that events of one day meet.
    occurredOn: fc.integer({ min: 1, max: 6 }).map((day) => `2026-03-0${day}`),
  }),
  { maxLength: 12 },
);

describe('since when an account is no longer with us', () => {
  it('is the day of its loss', () => {
    expect(lostOn([event(RENEWED, '2025-01-31'), event(LOST, '2026-01-31')])).toBe('2026-01-31');
  });

  it('is no day for an account of which nothing is recorded, or only that it stayed', () => {
    expect(lostOn([])).toBeNull();
    expect(lostOn([event(RENEWED, '2026-01-31')])).toBeNull();
  });

  it('ends with a win-back, and with whatever only a customer does', () => {
    for (const kind of [WON_BACK, RENEWED, EXPANDED]) {
      expect(lostOn([event(LOST, '2025-01-31'), event(kind, '2025-09-01')])).toBeNull();
    }
  });

  it('does not end with a referral: those who left may still speak well of us', () => {
    expect(lostOn([event(LOST, '2025-01-31'), event(REFERRED, '2025-09-01')])).toBe('2025-01-31');
  });

  it('begins anew with a second loss', () => {
    const events = [event(LOST, '2024-01-31'), event(WON_BACK, '2024-06-01'), event(LOST, '2026-01-31')];
    expect(lostOn(events)).toBe('2026-01-31');
  });

  it('is not begun by a loss on the day of a return', () => {
    expect(lostOn([event(WON_BACK, '2026-01-31'), event(LOST, '2026-01-31')])).toBeNull();
  });

  it('does not hang on the order of recording', () => {
    const shuffled = drawn.chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
      ),
    );
    fc.assert(fc.property(shuffled, ([events, others]) => lostOn(events) === lostOn(others)));
  });

  it('is the day of one of its losses, with no sign of it being with us on that day or later', () => {
    fc.assert(
      fc.property(drawn, (events) => {
        const day = lostOn(events);
        if (day === null) return;
        expect(events.some(({ kind, occurredOn }) => kind === LOST && occurredOn === day)).toBe(true);
        const since = events.filter(({ occurredOn }) => occurredOn >= day);
        expect(since.every(({ kind }) => kind === LOST || kind === REFERRED)).toBe(true);
      }),
    );
  });
});
