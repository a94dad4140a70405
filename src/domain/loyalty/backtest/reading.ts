import type { CountedShare } from '../counted-share.js';
import type { Backtest } from './backtest.js';

/** What a replay by the dates of happening has to take as it stands today, because nothing says since when it holds. */
export const NOT_REPLAYED: readonly string[] = [
  'Roles, titles and reporting lines: those of today count throughout.',
  'A stated structure and stated levels without a date: they count since ever. An inferred structure is inferred anew.',
  'Successors: somebody named who was there already counts as named from the departure on.',
  'Annual values and severities: those of today.',
  'What changed twice within a month: accounts are judged at month ends.',
  'What nobody recorded because the account was lost before the import: records of lost accounts are often thinner.',
];

/** What the figures show, in plain sentences, and what they do not prove. */
export function backtestInWords(
  { unseenLosses, flagged, atRisk, atRiskFollowed, base }: Backtest,
  isReplayed: boolean,
): string {
  return [
    lossesInWords(flagged.losses, atRisk.losses),
    ...(unseenLosses > 0
      ? [`${unseenLosses} more had not been judged before they were lost and are counted apart.`]
      : []),
    followedInWords(atRiskFollowed.accounts.lost, base.lost),
    ...(isReplayed
      ? [
          'This is what the method of today would have said; nobody was warned by it then, so nobody acted on it.',
        ]
      : [
          'Warnings that were acted on may have kept an account: such a success counts as a false alarm here.',
        ]),
    'None of this proves that what a flag names is why an account left. Small counts and wide intervals say little.',
  ].join(' ');
}

function lossesInWords(flagged: CountedShare, atRisk: CountedShare): string {
  if (flagged.of === 0) return 'No loss that could have been seen coming lies in the period.';
  return (
    `Of ${count(flagged.of, 'loss', 'losses')}, ${flagged.hits} had an open flag and ${atRisk.hits} stood at risk ` +
    'some time in the year before.'
  );
}

function followedInWords(followed: CountedShare, base: CountedShare): string {
  if (followed.of === 0)
    return 'Of no account that came to stand at risk in the period is the following year over.';
  const yardstick =
    base.of === 0
      ? ''
      : ` Of all ${count(base.of, 'account', 'accounts')} it was ${base.hits}, whatever was said of them.`;
  return `Of ${count(followed.of, 'account', 'accounts')} that came to stand at risk, ${followed.hits} left within a year.${yardstick}`;
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
