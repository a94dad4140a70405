import { dateOf, daysBefore, daysBetween, isWithin, lastDays, previousPeriod } from './instants.js';

const NOON = '2026-03-01T12:00:00.000Z';

describe('instants', () => {
  it('are counted in days with fractions, across month ends', () => {
    expect(daysBetween('2026-02-27T00:00:00.000Z', NOON)).toBe(2.5);
    expect(daysBefore(NOON, 1.5)).toBe('2026-02-28T00:00:00.000Z');
    expect(dateOf(NOON)).toBe('2026-03-01');
  });

  it('belong to the last days up to exactly so many days ago', () => {
    const week = lastDays(NOON, 7);
    expect(isWithin('2026-02-22T12:00:00.000Z', week)).toBe(true);
    expect(isWithin('2026-02-22T11:59:59.999Z', week)).toBe(false);
    expect(isWithin('2026-03-01T12:00:00.001Z', week)).toBe(false);
  });

  it('belong to one period or the previous one, never to both', () => {
    const week = lastDays(NOON, 7);
    const before = previousPeriod(week);
    expect(before).toEqual({ from: '2026-02-15T12:00:00.000Z', to: '2026-02-22T11:59:59.999Z' });
  });
});
