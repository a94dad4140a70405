import type { ModelMethod } from '../method.js';
import type { LevelStanding } from './level-standing.js';

/**
 * The tenant's own mean of a level over the standings of all its accounts, each weighing as many as were heard there.
 * Null while fewer were heard than an own mean needs: then the method's default stands in.
 */
export function ownMean(
  standings: readonly Pick<LevelStanding, 'score' | 'heard'>[],
  { ownMeanFromHeard }: ModelMethod,
): number | null {
  const heard = standings.reduce((sum, standing) => sum + standing.heard, 0);
  const total = standings.reduce((sum, standing) => sum + (standing.score ?? 0) * standing.heard, 0);
  return heard < ownMeanFromHeard ? null : total / heard;
}
