import type { LevelsStanding, NamedLevel } from '../standing/levels-standing.js';
import type { HeardOfLevel } from './reason.js';

/** How much of a level was heard and what it said; null while nobody was. */
export function heardOfLevel(level: NamedLevel, { named }: LevelsStanding): HeardOfLevel | null {
  const { score, heard, known } = named[level];
  return score === null ? null : { level, score, heard, known };
}
