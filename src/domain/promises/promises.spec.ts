import fc from 'fast-check';
import { dateAgo, daysAgo, TODAY } from '../fixtures/account-facts.js';
import { promise } from '../fixtures/ledger-facts.js';
import type { CommitmentFact, Settlement } from '../facts.js';
import { CommitmentStatus } from '../terms.js';
import { brokenAt, checkSettlement, commitmentStatusAt, isKeptLate } from './commitment-status.js';
import { promiseKeeping, promiseKeepingByOwner } from './promise-keeping.js';

const { OPEN, KEPT, BROKEN, RENEGOTIATED } = CommitmentStatus;

/** Made thirty days ago, due ten days ago, settled so many days ago. */
function settled(how: Settlement | null, days = 0, id = 'c'): CommitmentFact {
  return promise(id, { dueOn: dateAgo(10), settled: how, settledAt: how === null ? null : daysAgo(days) });
}

describe('a promise', () => {
  it('is open through the day it is due and broken the day after', () => {
    expect(commitmentStatusAt(settled(null), daysAgo(10))).toBe(OPEN);
    expect(commitmentStatusAt(settled(null), daysAgo(9))).toBe(BROKEN);
    expect(brokenAt(settled(null), daysAgo(9))).toBe(`${dateAgo(9)}T00:00:00.000Z`);
    expect(brokenAt(settled(null), daysAgo(10))).toBeNull();
  });

  it('is renegotiated up to the day it is due, not afterwards', () => {
    expect(commitmentStatusAt(settled(RENEGOTIATED, 10), TODAY)).toBe(RENEGOTIATED);
    expect(commitmentStatusAt(settled(RENEGOTIATED, 9), TODAY)).toBe(BROKEN);
  });

  it('is mended by being kept late, which is not the same as kept in time', () => {
    expect(commitmentStatusAt(settled(KEPT, 5), daysAgo(6))).toBe(BROKEN);
    expect(commitmentStatusAt(settled(KEPT, 5), TODAY)).toBe(KEPT);
    expect([isKeptLate(settled(KEPT, 5), TODAY), isKeptLate(settled(KEPT, 10), TODAY)]).toEqual([
      true,
      false,
    ]);
  });

  it('is broken from when we said so, if that was earlier', () => {
    expect(brokenAt(settled(BROKEN, 15), TODAY)).toBe(daysAgo(15));
    expect(brokenAt(settled(BROKEN, 5), TODAY)).toBe(`${dateAgo(9)}T00:00:00.000Z`);
  });

  it('is settled once, after it was made, and not in the future', () => {
    const check = (how: CommitmentStatus, days: number, what = settled(null)) =>
      checkSettlement(what, how, daysAgo(days), TODAY);
    expect(check(OPEN, 5)).toBe('NOT_A_SETTLEMENT');
    expect(check(KEPT, 5, settled(BROKEN, 6))).toBe('ALREADY_SETTLED');
    expect(check(KEPT, -1)).toBe('IN_FUTURE');
    expect(check(KEPT, 31)).toBe('BEFORE_PROMISE');
    expect(check(RENEGOTIATED, 9)).toBe('OVERDUE');
    expect([check(RENEGOTIATED, 10), check(KEPT, 5), check(BROKEN, 20)]).toEqual([null, null, null]);
  });
});

describe('how promises were kept', () => {
  const made = [
    settled(KEPT, 12, 'a'),
    settled(KEPT, 5, 'b'),
    settled(null, 0, 'c'),
    settled(RENEGOTIATED, 12, 'd'),
    promise('e'),
    promise('f', { madeAt: daysAgo(-1) }),
  ];

  it('is the share kept in time, with counts and an interval that says how little that proves', () => {
    expect(promiseKeeping(made, TODAY)).toEqual({
      open: 1,
      kept: 1,
      keptLate: 1,
      broken: 1,
      renegotiated: 1,
      rate: 0.333333,
      low: expect.closeTo(0.0615, 3) as number,
      high: expect.closeTo(0.7923, 3) as number,
    });
    expect(promiseKeeping([promise('e')], TODAY)).toMatchObject({
      open: 1,
      rate: null,
      low: null,
      high: null,
    });
  });

  it('is told apart for each of our people', () => {
    const owned = made.map((each, index) => ({ ...each, ownerId: ['lee', 'kim', null][index % 3] ?? null }));
    expect(promiseKeepingByOwner(owned, TODAY).map(({ ownerId, rate }) => [ownerId, rate])).toEqual([
      ['kim', 0],
      ['lee', 1],
      [null, 0],
    ]);
  });

  it('never falls when one more promise is kept in time, and counts each promise once', () => {
    const any = fc.record({
      how: fc.constantFrom<Settlement | null>(KEPT, BROKEN, RENEGOTIATED, null),
      days: fc.integer({ min: 0, max: 29 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (drawn) => {
        const some = drawn.map(({ how, days }, index) => settled(how, days, `${index}`));
        const before = promiseKeeping(some, TODAY);
        const after = promiseKeeping([...some, settled(KEPT, 20, 'more')], TODAY);
        expect(after.rate).toBeGreaterThanOrEqual(before.rate ?? 0);
        expect(before.open + before.kept + before.keptLate + before.broken + before.renegotiated).toBe(
          some.length,
        );
        if (before.rate !== null) {
          expect(before.low).toBeLessThanOrEqual(before.rate);
          expect(before.high).toBeGreaterThanOrEqual(before.rate);
        }
      }),
    );
  });
});
