/** What was opened and has to be closed again, last opened first. */
export class Closing {
  private readonly steps: (() => Promise<unknown>)[] = [];
  private running: Promise<void> | null = null;

  /** Remembers how to undo what was just opened. */
  add(step: () => Promise<unknown>): void {
    this.steps.push(step);
  }

  /** Closes everything, once, however often it is called. A step that fails does not keep the others from being taken. */
  close(): Promise<void> {
    return (this.running ??= this.takeSteps());
  }

  private async takeSteps(): Promise<void> {
    const failures: unknown[] = [];
    for (const step of this.steps.reverse()) await step().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  }
}
