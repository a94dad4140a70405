import type { ReplayState } from '../loyalty/backtest/replay/replay-progress.js';

/** Whoever waits for less wonders about nothing (milliseconds). */
const QUIET_MS = 2_000;

/** Says every other second how far a replay is; nothing at all of a short one. */
export class ReplayProgressView {
  private saidAt: number;

  constructor(
    private readonly say: (line: string) => void,
    private readonly now: () => number = Date.now,
  ) {
    this.saidAt = now();
  }

  show({ done, accounts }: ReplayState): void {
    if (this.now() - this.saidAt < QUIET_MS) return;
    this.saidAt = this.now();
    this.say(`Replayed ${done.toLocaleString('en-GB')} of ${accounts.toLocaleString('en-GB')} accounts.`);
  }
}
