import { PreparedStatements } from './prepared-statements.js';

const outdated = { code: '0A000' };

describe('the names of statements', () => {
  const often = (names: PreparedStatements, text: string): string | undefined =>
    [1, 2, 3].map(() => names.nameOf(text)).at(-1);

  it('are for what comes again, one for each text', () => {
    const names = new PreparedStatements(true);
    expect([1, 2].map(() => names.nameOf('SELECT 1'))).toEqual([undefined, undefined]);
    const [one, two] = [names.nameOf('SELECT 1'), often(names, 'SELECT 2')];
    expect(one).toBeDefined();
    expect(two).toBeDefined();
    expect(one).not.toBe(two);
    expect(names.nameOf('SELECT 1')).toBe(one);
  });

  it('change when what was prepared is of no use any more, and only then', () => {
    const names = new PreparedStatements(true);
    const before = often(names, 'SELECT 1');
    names.onFailure('SELECT 1', { code: '23505' });
    names.onFailure('SELECT 1', new Error('Connection terminated'));
    expect(names.nameOf('SELECT 1')).toBe(before);
    names.onFailure('SELECT 1', outdated);
    const after = names.nameOf('SELECT 1');
    expect(after).toBeDefined();
    expect(after).not.toBe(before);
  });

  it('are not without end, however many texts come', () => {
    const names = new PreparedStatements(true);
    const given = Array.from({ length: 1_000 }, (_, n) => often(names, `SELECT ${n}`));
    expect(given.filter((name) => name !== undefined)).toHaveLength(250);
    expect(names.nameOf('SELECT 0')).toBe(given[0]);
    expect(often(names, 'SELECT 999')).toBeUndefined();
  });

  it('need no memory for texts that come once', () => {
    const names = new PreparedStatements(true);
    for (let n = 0; n < 5_000; n++) names.nameOf(`SELECT ${n}`);
    expect(names.seen.size).toBeLessThanOrEqual(1_000);
    expect(often(names, 'SELECT again')).toBeDefined();
  });

  it('are given to none where nothing may be prepared', () => {
    expect(often(new PreparedStatements(false), 'SELECT 1')).toBeUndefined();
  });
});
