import type { CalendarDate } from '../facts.js';
import type { LoyaltyEventKind } from './terms.js';

/** What somebody told us of one loyalty event. */
export interface Telling {
  readonly accountId: string;
  readonly kind: LoyaltyEventKind;
  readonly occurredOn: CalendarDate;
  /** An exact decimal; null where nobody recorded it. */
  readonly amount: string | null;
  readonly currency: string | null;
  readonly reason: string | null;
}

/** One telling among those of the same event, each of which but the first supersedes the one before it. */
export interface ToldEvent extends Telling {
  readonly id: string;
  readonly supersedesId: string | null;
  /** The id under which another system told it; null where a person did. */
  readonly externalId: string | null;
}

/** Whether two tellings say the same; 100 and 100.00 are the same amount. */
export function tellsTheSame(a: Telling, b: Telling): boolean {
  return (
    a.accountId === b.accountId &&
    a.kind === b.kind &&
    a.occurredOn === b.occurredOn &&
    exact(a.amount) === exact(b.amount) &&
    a.currency === b.currency &&
    a.reason === b.reason
  );
}

/**
 * The telling that nothing supersedes, and the last one that another system gave: against that one a record is held
 * that comes in again, so that a person's correction outlasts every import that brings nothing new.
 */
export function lastTellings<Told extends ToldEvent>(
  chain: readonly Told[],
): { standing: Told; imported: Told } | null {
  const superseded = new Set(chain.map(({ supersedesId }) => supersedesId));
  const standing = chain.find(({ id }) => !superseded.has(id));
  const byId = new Map(chain.map((told) => [told.id, told]));
  let imported = standing;
  while (imported && imported.externalId === null) imported = byId.get(imported.supersedesId ?? '');
  return standing && imported ? { standing, imported } : null;
}

function exact(amount: string | null): string | null {
  const digits = amount?.replace(/^0+(?=\d)/, '') ?? null;
  return digits?.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}
