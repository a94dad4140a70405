import type { Instant, LevelHeld } from '../facts.js';
import { OrganisationLevel, type Basis } from '../terms.js';

/** What was recorded about a seat's level at one time: which one, and since when it is held (null: since ever). */
export interface LevelRecorded {
  readonly level: OrganisationLevel;
  readonly levelBasis: Basis | null;
  readonly levelFrom: Instant | null;
  readonly recordedAt: Instant;
}

/** The levels a seat has held, ascending by `from`. A later record replaces all that earlier ones said of its time. */
export function levelsHeld(records: readonly LevelRecorded[]): LevelHeld[] {
  const held: LevelHeld[] = [];
  for (const { level, levelBasis, levelFrom } of [...records].sort(byRecordedAt)) {
    while (held.length > 0 && !isBefore(held.at(-1)?.from ?? null, levelFrom)) held.pop();
    held.push({ level, basis: levelBasis, from: levelFrom });
  }
  return held;
}

/** The level held at an instant; the first known one before it began. */
export function levelAt(held: readonly LevelHeld[], at: Instant): OrganisationLevel {
  const current = held.findLast(({ from }) => from === null || from <= at) ?? held[0];
  return current?.level ?? OrganisationLevel.UNKNOWN;
}

function byRecordedAt(a: LevelRecorded, b: LevelRecorded): number {
  return a.recordedAt < b.recordedAt ? -1 : Number(a.recordedAt > b.recordedAt);
}

function isBefore(a: Instant | null, b: Instant | null): boolean {
  return b !== null && (a === null || a < b);
}
