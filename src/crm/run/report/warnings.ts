/** What a person should look at although nothing is wrong enough to reject a row. */
export type WarningCode =
  | 'SKIPPED'
  | 'CELL'
  | 'DOMAIN_DISAGREES'
  | 'REFERENCE_OPEN'
  | 'DIFFERS_FROM_RECORDED'
  | 'REPORTER_UNKNOWN'
  | 'CURRENCIES_MIXED'
  | 'RECORDED_AS'
  | 'DEAL_WITHOUT_ID';

const SENTENCES: Record<WarningCode, string> = {
  SKIPPED: 'Left out',
  CELL: 'Kept, but worth a look',
  DOMAIN_DISAGREES: 'The e-mail address is at another domain than the company; the company id counts.',
  REFERENCE_OPEN: 'The row came in without a reference that leads nowhere; it is in the list of failed rows.',
  DIFFERS_FROM_RECORDED: 'Recorded before in other words. What was recorded is never rewritten.',
  REPORTER_UNKNOWN:
    'Who reported it is not known at the account: the problem came in, and nobody counts as knowing of it.',
  CURRENCIES_MIXED:
    'The won deals of an account are in several currencies, so no yearly value was made of them.',
  RECORDED_AS: 'Recorded as a loyalty event',
  DEAL_WITHOUT_ID:
    'A renewal or the like that has no id: it would be recorded again each time, so no loyalty event was made of it.',
};

/** The sentence of a warning. @param detail what is special about this one, where the code leaves it open. */
export function warningSentence(code: WarningCode, detail: string): string {
  return detail === '' ? SENTENCES[code] : `${SENTENCES[code]}: ${detail}`;
}
