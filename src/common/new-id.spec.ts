import { validate, version } from 'uuid';
import { newId } from './new-id.js';

describe('a new id', () => {
  const ids = Array.from({ length: 5_000 }, newId);

  it('is a UUID of version 7', () => {
    expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
  });

  it('is made at this time', () => {
    const [made] = ids.map((id) => parseInt(id.replace('-', '').slice(0, 12), 16));
    expect(Math.abs(Date.now() - (made ?? 0))).toBeLessThan(60_000);
  });

  it('comes after every one before it, so that rows stay in the order in which they became known', () => {
    expect([...ids].sort()).toEqual(ids);
  });

  it('is never made twice, nor guessed from the one before', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids.map((id) => id.slice(-8))).size).toBeGreaterThan(ids.length * 0.99);
  });
});
