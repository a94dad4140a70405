import { externalKey, type ExternalIdInput } from '../../common/reference.types.js';
import type { DealRow } from './deal-row.js';

/** What an account was worth in a year, by what it bought. */
export interface DealValue {
  readonly account: ExternalIdInput;
  readonly annualValue: { readonly amount: string; readonly currency: string };
}

interface Won {
  readonly account: ExternalIdInput;
  readonly deals: NonNullable<DealRow['won']>[];
}

/**
 * Collects won deals and sums them up per account: the amounts closed within the twelve months that end with the
 * account's latest won deal. Amounts of several currencies are not added up.
 */
export class DealValues {
  private readonly won = new Map<string, Won>();
  private readonly refused = new Set<string>();
  private readonly mixed = new Set<string>();

  /** Takes the next deal. */
  add({ account, won }: DealRow): void {
    if (!won) return;
    const key = externalKey(account);
    const known = this.won.get(key) ?? { account, deals: [] };
    known.deals.push(won);
    this.won.set(key, known);
  }

  /** What the deals of an account sum up to; undefined without won deals or in several currencies. */
  find(account: ExternalIdInput): DealValue['annualValue'] | undefined {
    const known = this.won.get(externalKey(account));
    return known && this.valueOf(known);
  }

  /** The value has been written with the account itself. */
  settle(account: ExternalIdInput): void {
    this.won.delete(externalKey(account));
  }

  /** The values not yet written. */
  unsettled(): DealValue[] {
    return [...this.won.values()].flatMap((known) => {
      const annualValue = this.valueOf(known);
      return annualValue ? [{ account: known.account, annualValue }] : [];
    });
  }

  /** There is no such account to write the value to. */
  refuse(account: ExternalIdInput): void {
    this.refused.add(externalKey(account));
  }

  /** Whether the deals of an account could not be added up because of their currencies. */
  isMixed(account: ExternalIdInput): boolean {
    return this.mixed.has(externalKey(account));
  }

  /** Whether the account of a deal is not there. */
  isRefused(account: ExternalIdInput): boolean {
    return this.refused.has(externalKey(account));
  }

  private valueOf({ account, deals }: Won): DealValue['annualValue'] | undefined {
    const value = annualValueOf(deals);
    if (!value) this.mixed.add(externalKey(account));
    return value;
  }
}

/** The sum of the amounts closed in the year up to the latest one; undefined for none, and for several currencies. */
export function annualValueOf(deals: Won['deals']): DealValue['annualValue'] | undefined {
  const latest = deals
    .map(({ closedOn }) => closedOn)
    .sort()
    .at(-1);
  if (latest === undefined) return undefined;
  const yearBefore = `${Number(latest.slice(0, 4)) - 1}${latest.slice(4)}`;
  const recent = deals.filter(({ closedOn }) => closedOn > yearBefore);
  const [currency, ...others] = [...new Set(recent.map((deal) => deal.currency))];
  if (currency === undefined || others.length > 0) return undefined;
  return { amount: sumOf(recent.map(({ amount }) => amount)), currency };
}

/** Adds decimal texts exactly. */
function sumOf(amounts: readonly string[]): string {
  const digits = Math.max(...amounts.map((amount) => amount.split('.')[1]?.length ?? 0));
  const scaled = amounts.map((amount) => {
    const [whole = '0', fraction = ''] = amount.split('.');
    return BigInt(whole + fraction.padEnd(digits, '0'));
  });
  const sum = scaled
    .reduce((total, part) => total + part, 0n)
    .toString()
    .padStart(digits + 1, '0');
  return digits === 0 ? sum : `${sum.slice(0, -digits)}.${sum.slice(-digits)}`;
}
