import { Succession } from './succession.js';

describe('a succession of steps', () => {
  const told: string[] = [];
  beforeEach(() => told.splice(0));

  /** A step that says when it begins, and when it does what cannot be taken back. */
  const step =
    (name: string) =>
    async (before: Promise<void>): Promise<void> => {
      told.push(`${name} begins`);
      await before;
      told.push(`${name} writes`);
    };

  it('lets each begin before the one before has ended, and end after it', async () => {
    const steps = new Succession();
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await steps.begin(async (before) => {
      await step('one')(before);
      await held;
      told.push('one ends');
    });
    const second = steps.begin(step('two'));
    await Promise.resolve();
    expect(told).toEqual(['one begins', 'one writes', 'two begins']);
    letGo();
    await second;
    await steps.end();
    expect(told.slice(3)).toEqual(['one ends', 'two writes']);
  });

  it('writes nothing after one that failed, and says why', async () => {
    const steps = new Succession();
    await steps.begin(() => Promise.reject(new Error('The disk is full.')));
    await expect(steps.begin(step('two'))).rejects.toThrow('The disk is full.');
    await expect(steps.end()).rejects.toThrow('The disk is full.');
    expect(told).toEqual(['two begins']);
  });
});
