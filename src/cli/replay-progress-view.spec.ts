import { ReplayProgressView } from './replay-progress-view.js';

describe('how far a replay is', () => {
  it('is said every other second, and never of a short one', () => {
    const said: string[] = [];
    let now = 0;
    const view = new ReplayProgressView(
      (line) => said.push(line),
      () => now,
    );
    for (const [at, done] of [
      [100, 10],
      [1999, 900],
      [2000, 1000],
      [3999, 1500],
      [4000, 2000],
    ] as const) {
      now = at;
      view.show({ done, accounts: 4000 });
    }
    expect(said).toEqual(['Replayed 1,000 of 4,000 accounts.', 'Replayed 2,000 of 4,000 accounts.']);
  });
});
