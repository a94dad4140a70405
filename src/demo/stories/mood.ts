import { OrganisationLevel } from '../../domain/terms.js';
import type { Story } from './stories.js';

/** Days over which a mood turns. */
const TURNING = 60;

/** How satisfied a level was so many days ago, 0-100: as before, as now, or on the way. */
export function moodAt(story: Story, level: OrganisationLevel, daysAgo: number): number {
  const [before, now] =
    level === OrganisationLevel.MANAGEMENT ? story.management.mood : story.operations.mood;
  const turned = Math.min(1, Math.max(0, (story.turned + TURNING - daysAgo) / TURNING));
  return before + (now - before) * turned;
}
