/** How long one statement may take before PostgreSQL gives it up, so that no question holds a connection for ever. */
export class StatementLimit {
  constructor(readonly milliseconds: number) {}
}
