/** Steps that begin before the one before has ended, and end one after the other: never more than two are under way. */
export class Succession {
  private last: Promise<void> = Promise.resolve();

  /**
   * Begins a step, and waits for the one before. @param step is given what to wait for before it does what cannot be
   * taken back; it fails if the one before has failed.
   */
  async begin(step: (before: Promise<void>) => Promise<void>): Promise<void> {
    const before = this.last;
    this.last = step(before);
    // Looked at by the next step, or at the end; until then it is no failure that nobody looks at.
    this.last.catch(() => undefined);
    await before;
  }

  /** Waits for the last step. */
  end(): Promise<void> {
    return this.last;
  }
}
