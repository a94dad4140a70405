import { Injectable } from '@nestjs/common';

/** How far a replay is. */
export interface ReplayState {
  readonly done: number;
  readonly accounts: number;
}

/** Lets a command see how far a replay within the same process is. */
@Injectable()
export class ReplayProgress {
  private watcher: (state: ReplayState) => void = () => undefined;

  /** From now on `watcher` is told of every account replayed. */
  watch(watcher: (state: ReplayState) => void): void {
    this.watcher = watcher;
  }

  tell(state: ReplayState): void {
    this.watcher(state);
  }
}
