import type { LoyaltyEventKind } from '../../../domain/loyalty/terms.js';
import type { Terminal } from '../../terminal.js';
import { tableLines, type TableCell } from '../text-table.js';
import { codeInWords, moneyInWords, type MoneyAnswer } from '../words.js';

/** Something the account was seen to do, or the record that it did not. */
export interface LoyaltyEventAnswer {
  readonly kind: LoyaltyEventKind;
  readonly occurredOn: string;
  readonly amount: MoneyAnswer | null;
  readonly reason: string | null;
  readonly withdrawn: boolean;
  readonly supersededBy: { readonly id: string } | null;
}

/** The fields of a loyalty event that are printed. */
export const LOYALTY_EVENT_FIELDS =
  'kind occurredOn amount { amount currency } reason withdrawn supersededBy { id }';

const COLUMNS = [
  { title: 'Done' },
  { title: 'On' },
  { title: 'Worth a year', align: 'right' as const },
  { title: 'Why', narrowest: 12 },
];

/** What stands of the events, the latest first; what was corrected or withdrawn is in the answer of `--json`. */
export function loyaltyLines(events: readonly LoyaltyEventAnswer[], terminal: Terminal): string[] {
  const standing = events.filter(({ withdrawn, supersededBy }) => !withdrawn && supersededBy === null);
  if (standing.length === 0) return ['No renewal, loss or other loyalty event is recorded.'];
  const cells = standing.map(({ kind, occurredOn, amount, reason }): TableCell[] => [
    codeInWords(kind),
    occurredOn,
    moneyInWords(amount),
    reason ?? '',
  ]);
  return tableLines(COLUMNS, cells, terminal);
}
