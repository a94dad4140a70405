import type { LevelsStanding, NamedLevel } from '../standing/levels-standing.js';

/** A figure of a level by which levels can be compared. */
export interface LevelFigure {
  readonly level: NamedLevel;
  readonly figure: number;
}

/**
 * The level with the largest figure: where both decide, the worse one leads. A tie goes to the level that holds the
 * smallest id among those heard, because preferring one level by its name would judge mirrored accounts differently.
 */
export function worseLevel<F extends LevelFigure>(
  figures: readonly F[],
  { named }: LevelsStanding,
): F | undefined {
  const firstId = ({ level }: LevelFigure): string => [...named[level].heardIds].sort()[0] ?? '';
  return [...figures].sort((a, b) => b.figure - a.figure || (firstId(a) < firstId(b) ? -1 : 1))[0];
}
