import { Basis, OrganisationLevel } from '../terms.js';
import { levelAt, levelsHeld, type LevelRecorded } from './levels-held.js';

const { MANAGEMENT, OPERATIONS, UNKNOWN } = OrganisationLevel;

const recorded = (day: number, level: OrganisationLevel, levelFrom: string | null): LevelRecorded => ({
  level,
  levelBasis: Basis.STATED,
  levelFrom,
  recordedAt: `2026-01-${String(day).padStart(2, '0')}T00:00:00.000Z`,
});
const at = (day: number): string => `2026-01-${String(day).padStart(2, '0')}T12:00:00.000Z`;

describe('the levels somebody has held', () => {
  it('are one after the other when they change', () => {
    const held = levelsHeld([recorded(1, OPERATIONS, null), recorded(10, MANAGEMENT, at(10))]);
    expect([levelAt(held, at(5)), levelAt(held, at(20))]).toEqual([OPERATIONS, MANAGEMENT]);
  });

  it('are replaced for their whole time by what we learn later', () => {
    const held = levelsHeld([recorded(1, UNKNOWN, null), recorded(10, MANAGEMENT, null)]);
    expect([levelAt(held, at(5)), levelAt(held, at(20))]).toEqual([MANAGEMENT, MANAGEMENT]);
  });

  it('do not hang on the order in which the records come', () => {
    const records = [
      recorded(1, OPERATIONS, null),
      recorded(10, MANAGEMENT, at(10)),
      recorded(12, OPERATIONS, at(12)),
    ];
    expect(levelsHeld([...records].reverse())).toEqual(levelsHeld(records));
  });

  it('are unknown of somebody of whom nothing is recorded', () => {
    expect(levelAt(levelsHeld([]), at(1))).toBe(UNKNOWN);
  });
});
