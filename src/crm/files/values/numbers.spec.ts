import fc from 'fast-check';
import { readMoney } from './money.js';
import { detectNumberStyle, type NumberStyle } from './number-style.js';
import { readNumber } from './numbers.js';

const number = (text: string, style?: NumberStyle): string | null => {
  const reading = readNumber(text, style);
  return reading.ok ? reading.value : null;
};

describe('numbers are read exactly, or refused', () => {
  it.each([
    ['3.5E8', '350000000'],
    ['5.0E7', '50000000'],
    ['1.25e-3', '0.00125'],
    ['6.0', '6.0'],
    ['007', '7'],
    ['.5', '0.5'],
    ['0,125', '0.125'],
    ['1,234.56', '1234.56'],
    ['1.234,56', '1234.56'],
    ['1 234,56', '1234.56'],
    ['1\u00a0234,56', '1234.56'],
    ['1\u202f234\u202f567', '1234567'],
    ["1'234.50", '1234.50'],
    ['1,234,567', '1234567'],
    ['12,34,567.5', '1234567.5'],
    ['(1,200.5)', '-1200.5'],
    ['-5', '-5'],
    ['\u22125', '-5'],
    ['5-', '-5'],
    ['+7.25', '7.25'],
    ['-0.0', '0'],
    ['12345678901234567890.123456789', '12345678901234567890.123456789'],
  ])('%s is %s', (text, value) => {
    expect(number(text)).toBe(value);
  });

  it('reads a lone group of three only as the column says', () => {
    expect(number('1,234')).toBeNull();
    expect(number('1,234', 'POINT')).toBe('1234');
    expect(number('1,234', 'COMMA')).toBe('1.234');
    expect(number('1.234')).toBeNull();
  });

  it.each([
    '',
    'n/a',
    '12%',
    '1,23,4',
    '1.2.3',
    '12,3456.7',
    '1,234 567',
    '--5',
    '1e99',
    "'5",
    '0x10',
    'NaN',
    '1/2',
    'E5',
  ])('refuses %j', (text) => {
    expect(readNumber(text, 'POINT')).toMatchObject({ ok: false });
  });

  it('refuses what contradicts the style of its column', () => {
    expect(number('1.234,56', 'POINT')).toBeNull();
    expect(number('1,5', 'POINT')).toBeNull();
  });

  it('reads back every number written in either style', () => {
    const cents = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n });
    fc.assert(
      fc.property(
        cents,
        fc.constantFrom<NumberStyle>('POINT', 'COMMA'),
        fc.boolean(),
        (value, style, grouped) => {
          const digits = (value < 0n ? -value : value).toString().padStart(3, '0');
          const [whole, fraction] = [digits.slice(0, -2), digits.slice(-2)];
          const group = style === 'POINT' ? ',' : '.';
          const shown = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
          const text = `${value < 0n ? '-' : ''}${shown}${style === 'POINT' ? '.' : ','}${fraction}`;
          const expected = `${value < 0n ? '-' : ''}${whole}.${fraction}`;
          expect(number(text)).toBe(value === 0n ? '0' : expected);
          expect(number(text, style)).toBe(number(text));
        },
      ),
    );
  });
});

describe('a column proves its style', () => {
  it.each([
    [['1,234', '1,5'], 'COMMA'],
    [['1,234', '12,345,678'], 'POINT'],
    [['1,234', '1,234.5'], 'POINT'],
    [['1.234', '99'], 'AMBIGUOUS'],
    [['1.5', '1,5'], 'CONTRADICTORY'],
    [['5', 'n/a', ''], 'PLAIN'],
    [['$1,200', '$ 1,200.00'], 'POINT'],
    [['3.500E8'], 'POINT'],
  ])('%j: %s', (values, style) => {
    expect(detectNumberStyle(values).style).toBe(style);
  });

  it('counts its evidence', () => {
    expect(detectNumberStyle(['1,234', '1,5', '2,25'])).toEqual({
      style: 'COMMA',
      point: 0,
      comma: 2,
      undecided: 1,
    });
  });
});

describe('money is read with the currency it names', () => {
  it.each([
    ['$1,200.00', '1200.00', null, '$'],
    ['€ 1.200,00', '1200.00', 'EUR', null],
    ['1.200,00 €', '1200.00', 'EUR', null],
    ['USD 5,000.5', '5000.5', 'USD', null],
    ['5000 chf', '5000', 'CHF', null],
    ["CHF 1'234.50", '1234.50', 'CHF', null],
    ['US$ 12', '12', 'USD', null],
    ['-$5.5', '-5.5', null, '$'],
    ['$-5.5', '-5.5', null, '$'],
    ['($1,200.50)', '-1200.50', null, '$'],
    ['$(1,200.50)', '-1200.50', null, '$'],
    ['1 234,50 zł', '1234.50', 'PLN', null],
    ['100 kr', '100', null, 'kr'],
    ['3.5E8', '350000000', null, null],
    ['139000000', '139000000', null, null],
  ])('%s', (text, amount, currency, symbol) => {
    expect(readMoney(text)).toEqual({ ok: true, value: { amount, currency, symbol } });
  });

  it('takes a lone group of three as thousands only when the column says so', () => {
    expect(readMoney('$1,200')).toMatchObject({ ok: false });
    expect(readMoney('$1,200', 'POINT')).toMatchObject({ ok: true, value: { amount: '1200' } });
  });

  it.each(['', '$', 'USD', 'about 5', '$5 EUR', '5 apples', 'Ask sales', '-(-5)'])('refuses %j', (text) => {
    expect(readMoney(text, 'POINT')).toMatchObject({ ok: false });
  });
});
