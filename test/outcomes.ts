/** What became of one item of a batch, with the record where it was written. */
export interface Outcome<Row = Record<string, unknown>> {
  index: number;
  status: 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'REJECTED';
  error: { code: string; message: string; path: string[] } | null;
  row: (Row & { id: string }) | null;
}

/** The outcomes, none of them a refusal. */
export function accepted<Row>(outcomes: Outcome<Row>[]): Outcome<Row>[] {
  const refused = outcomes.filter(({ status }) => status === 'REJECTED');
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  return outcomes;
}

/** The statuses of outcomes, and for refused ones the code and where. */
export function said(outcomes: Outcome<unknown>[]): string[] {
  return outcomes.map(({ status, error }) =>
    error ? `${status} ${error.code} ${error.path.join('.')}`.trim() : status,
  );
}
