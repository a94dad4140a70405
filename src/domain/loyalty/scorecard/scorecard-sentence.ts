import { POINTS_OF_CONNECTION } from '../../instruments/built-in.js';
import { join } from '../../wording/phrases.js';
import type { ScorecardFigures } from './scorecard.js';
import { SCORECARD_METHOD } from './scorecard-method.js';

/** `We do what we say`: a criterion as people were asked about it; its code for one nobody knows. */
export function criterionInWords(code: string): string {
  return POINTS_OF_CONNECTION.items.find((item) => item.code === code)?.description ?? code;
}

/** What a scorecard shows, and what it does not prove. */
export function scorecardInWords(figures: ScorecardFigures): string {
  const { known, heard } = figures;
  if (heard === 0)
    return `Nobody of ${known} ${people(known)} was heard in the last half-year, so nothing is known here.`;
  const few =
    heard < SCORECARD_METHOD.fewPeople
      ? 'These are the words of so few that one more answer can turn the picture.'
      : 'Who did not answer may see it otherwise, and a change does not tell its cause.';
  return `${heard} of ${known} ${people(known)} heard in the last half-year. ${weakestInWords(figures)} ${few}`;
}

function weakestInWords({ weakest, criteria }: ScorecardFigures): string {
  const [first] = weakest;
  const figures = criteria.find(({ criterion }) => criterion === first);
  if (!figures || figures.mean === null) return 'No criterion stands out.';
  const named = join(weakest.map((code) => `"${criterionInWords(code)}"`));
  return `Lowest: ${named}, ${figures.mean.toFixed(1)} of 5.`;
}

function people(count: number): string {
  return count === 1 ? 'person' : 'people';
}
