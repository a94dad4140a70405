import fc from 'fast-check';
import { annualValueOf } from './deal-values.js';

const deal = (closedOn: string, amount: string, currency = 'EUR') => ({ closedOn, amount, currency });

describe('what won deals say an account is worth in a year', () => {
  it('adds up the twelve months that end with the latest deal', () => {
    const deals = [deal('2026-03-01', '1000.50'), deal('2025-03-02', '2000'), deal('2025-03-01', '9999')];
    expect(annualValueOf(deals)).toEqual({ amount: '3000.50', currency: 'EUR' });
  });

  it('adds nothing up in different currencies, but an old deal in another one does not matter', () => {
    expect(annualValueOf([deal('2026-03-01', '1'), deal('2026-02-01', '1', 'USD')])).toBeUndefined();
    expect(annualValueOf([deal('2026-03-01', '1'), deal('2020-02-01', '1', 'USD')])).toEqual({
      amount: '1',
      currency: 'EUR',
    });
  });

  it('is not known without deals', () => {
    expect(annualValueOf([])).toBeUndefined();
  });

  it('adds exactly, where binary fractions would not', () => {
    const cents = fc.array(fc.integer({ min: 0, max: 100_000_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(cents, (amounts) => {
        const deals = amounts.map((amount) =>
          deal('2026-01-01', `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`),
        );
        const sum = amounts.reduce((total, amount) => total + amount, 0);
        expect(annualValueOf(deals)?.amount).toBe(
          `${Math.floor(sum / 100)}.${String(sum % 100).padStart(2, '0')}`,
        );
      }),
    );
  });
});
