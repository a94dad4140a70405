import fc from 'fast-check';
import { detectDateOrder } from './date-order.js';
import { readDate, readInstant, type DateOptions } from './dates.js';
import { isTimeZone } from './time-zone.js';

const date = (text: string, options?: DateOptions): string | null => {
  const reading = readDate(text, options);
  return reading.ok ? reading.value : null;
};
const instant = (text: string, options?: DateOptions): string | null => {
  const reading = readInstant(text, options);
  return reading.ok ? reading.value : null;
};

describe('dates are read as written, or refused', () => {
  it.each([
    ['2024-02-29', '2024-02-29'],
    ['2002/1/16', '2002-01-16'],
    ['2002.01.16', '2002-01-16'],
    ['20240131', '2024-01-31'],
    ['16-10-2024', '2024-10-16'],
    ['07/15/2009', '2009-07-15'],
    ['31.12.99', '1999-12-31'],
    ['12/31/68', '2068-12-31'],
    ['05.05.2024', '2024-05-05'],
    ['12 Mar 2026', '2026-03-12'],
    ['12-Mar-26', '2026-03-12'],
    ['Mar 12, 2026', '2026-03-12'],
    ['September 1st, 2025', '2025-09-01'],
    ['2010-10-14T00:00:00.000Z', '2010-10-14'],
    ['2010-10-14T23:30:00-0800', '2010-10-14'],
  ])('%s is %s', (text, expected) => {
    expect(date(text)).toBe(expected);
  });

  it('reads an ambiguous date only as the column says', () => {
    expect(date('03/04/2024')).toBeNull();
    expect(date('03/04/2024', { order: 'DMY' })).toBe('2024-04-03');
    expect(date('03/04/2024', { order: 'MDY' })).toBe('2024-03-04');
    expect(date('03/04/24', { order: 'YMD' })).toBe('2003-04-24');
    expect(date('2024-03-04', { order: 'DMY' })).toBe('2024-03-04');
  });

  it.each([
    '31.02.2024',
    '2023-02-29',
    '2009\\7\\14 22:14:45+0800',
    '2009-07/14 02:14:45-0800',
    '00/13/2024',
    '45123',
    'tomorrow',
    '',
    '1066-10-14',
    '2024-01-01 25:00',
    '2024-13-01',
  ])('refuses %j', (text) => {
    expect(readDate(text, { order: 'DMY' })).toMatchObject({ ok: false });
  });

  it('refuses a date of the other order in a column whose order is known', () => {
    expect(date('07/15/2009', { order: 'DMY' })).toBeNull();
  });
});

describe('instants are read in UTC', () => {
  it.each([
    ['2010-10-14T12:00:00.000Z', '2010-10-14T12:00:00.000Z'],
    ['07/15/2009 02:14:45+0800', '2009-07-14T18:14:45.000Z'],
    ['07/13/2009T22:14:45-0800', '2009-07-14T06:14:45.000Z'],
    ['2009-07-14T14:14:45+02:00', '2009-07-14T12:14:45.000Z'],
    ['02/23/26 08:55 PM', '2026-02-23T20:55:00.000Z'],
    ['02/23/26 12:05 am', '2026-02-23T00:05:00.000Z'],
    ['27-10-2024 03:00', '2024-10-27T03:00:00.000Z'],
    ['2024-10-27', '2024-10-27T00:00:00.000Z'],
    ['Mar 12, 2026, 9:30', '2026-03-12T09:30:00.000Z'],
  ])('%s is %s', (text, expected) => {
    expect(instant(text)).toBe(expected);
  });

  it.each([
    '2010-10-14T12:00:00.000Z-0300',
    '02/23/26 13:55 PM',
    '2024-01-01T10:60',
    '2024-01-01T10:00+15:00',
  ])('refuses %s', (text) => {
    expect(readInstant(text)).toMatchObject({ ok: false });
  });

  it('says of two offsets that they are two', () => {
    expect(readInstant('2010-10-14T12:00:00.000Z-0300')).toEqual({
      ok: false,
      reason: 'The time names two offsets from UTC.',
    });
  });

  it('takes the first of an hour that clocks repeat and refuses one they leave out', () => {
    const timeZone = 'Europe/Berlin';
    expect(instant('2024-10-27 02:30', { timeZone })).toBe('2024-10-27T00:30:00.000Z');
    expect(instant('2024-10-27 03:00', { timeZone })).toBe('2024-10-27T02:00:00.000Z');
    expect(instant('2024-03-31 02:30', { timeZone })).toBeNull();
    expect(instant('2024-07-01', { timeZone })).toBe('2024-06-30T22:00:00.000Z');
    expect(instant('2018-11-04', { timeZone: 'America/Sao_Paulo' })).toBe('2018-11-04T03:00:00.000Z');
  });

  it('knows which zones there are', () => {
    expect(isTimeZone('America/New_York')).toBe(true);
    expect(isTimeZone('Middle/Earth')).toBe(false);
  });

  it('reads back the local time of every instant', () => {
    const zones = [
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    ];
    const seconds = fc.integer({ min: Date.UTC(1990, 0) / 1000, max: Date.UTC(2037, 0) / 1000 });
    fc.assert(
      fc.property(seconds, fc.constantFrom(...zones), (second, timeZone) => {
        const wall = new Date(second * 1000).toLocaleString('sv-SE', { timeZone });
        const back = instant(wall, { timeZone });
        expect(back).not.toBeNull();
        expect(new Date(back ?? 0).toLocaleString('sv-SE', { timeZone })).toBe(wall);
        expect(Date.parse(back ?? '')).toBeLessThanOrEqual(second * 1000);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a column proves the order of its dates', () => {
  it.each([
    [['03/04/2024', '16/04/2024'], 'DMY'],
    [['03/04/2024', '04/16/24 08:55 PM'], 'MDY'],
    [['03/04/2024', '05/05/2024'], 'AMBIGUOUS'],
    [['05/05/2024'], 'AMBIGUOUS'],
    [['16/04/2024', '04/16/2024'], 'CONTRADICTORY'],
    [['2024-04-03', '3 Apr 2024', 'x', ''], 'YMD'],
    [['2024-04-03', '04/16/2024'], 'MDY'],
  ])('%j: %s', (values, order) => {
    expect(detectDateOrder(values).order).toBe(order);
  });

  it('never proves the wrong order of dates written in one', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1 }),
        fc.constantFrom('DMY' as const, 'MDY' as const),
        (days, order) => {
          const texts = days.map((value) => {
            const [year, month, dayOfMonth] = value.toISOString().slice(0, 10).split('-');
            return order === 'DMY' ? `${dayOfMonth}/${month}/${year}` : `${month}/${dayOfMonth}/${year}`;
          });
          expect([order, 'AMBIGUOUS']).toContain(detectDateOrder(texts).order);
          expect(texts.map((text) => date(text, { order }))).toEqual(
            days.map((value) => value.toISOString().slice(0, 10)),
          );
        },
      ),
    );
  });
});
