import { setTimeout as delay } from 'node:timers/promises';
import { allDone } from './all-done.js';

describe('work that must be done together', () => {
  it('fails only when none of it goes on any more, with the failure that stands first', async () => {
    let goesOn = true;
    const slow = delay(5).then(() => {
      goesOn = false;
    });
    const work = allDone([Promise.reject(new Error('first')), slow, Promise.reject(new Error('second'))]);
    await expect(work).rejects.toThrow('first');
    expect(goesOn).toBe(false);
  });

  it('says nothing when all of it succeeded, or there was none', async () => {
    await expect(allDone([Promise.resolve(1), Promise.resolve(2)])).resolves.toBeUndefined();
    await expect(allDone([])).resolves.toBeUndefined();
  });
});
