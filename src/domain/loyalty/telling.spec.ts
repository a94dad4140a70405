import { lastTellings, tellsTheSame, type Telling, type ToldEvent } from './telling.js';
import { LoyaltyEventKind } from './terms.js';

const TOLD: Telling = {
  accountId: 'a',
  kind: LoyaltyEventKind.RENEWED,
  occurredOn: '2026-01-31',
  amount: '100',
  currency: 'EUR',
  reason: null,
};

const told = (id: string, supersedesId: string | null, externalId: string | null): ToldEvent => ({
  ...TOLD,
  id,
  supersedesId,
  externalId,
});

describe('an event told again', () => {
  it('is the same with zeros behind its amount, and another with any other value', () => {
    expect(tellsTheSame(TOLD, { ...TOLD, amount: '100.00' })).toBe(true);
    expect(tellsTheSame({ ...TOLD, amount: '0.50' }, { ...TOLD, amount: '0.5' })).toBe(true);
    expect(tellsTheSame(TOLD, { ...TOLD, amount: '0100' })).toBe(true);
    const others: Partial<Telling>[] = [
      { accountId: 'b' },
      { kind: LoyaltyEventKind.LOST },
      { occurredOn: '2026-02-01' },
      { amount: '1000' },
      { amount: '10' },
      { amount: null, currency: null },
      { currency: 'USD' },
      { reason: 'Price' },
    ];
    for (const other of others) expect(tellsTheSame(TOLD, { ...TOLD, ...other })).toBe(false);
  });

  it('is held against what the other system said last, whatever a person made of it since', () => {
    const chain = [
      told('person', 'second', null),
      told('first', null, 'opp-1'),
      told('second', 'first', 'opp-1'),
    ];
    const last = lastTellings(chain);
    expect(last?.standing.id).toBe('person');
    expect(last?.imported.id).toBe('second');
  });

  it('has no last telling where none was given', () => {
    expect(lastTellings([])).toBeNull();
  });
});
