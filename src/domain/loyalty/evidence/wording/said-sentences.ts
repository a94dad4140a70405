import { levelInWords } from '../../../wording/phrases.js';
import { Measure } from '../../../terms.js';
import type { SaidAgainstDone } from '../said-against-done.js';
import { shareInWords } from '../../figures-in-words.js';

/** What one table shows, in a sentence or two. */
export function saidInWords({ about, level, ofWould, ofWouldNot, apart }: SaidAgainstDone): string {
  const who = level === null ? 'both levels' : levelInWords(level);
  const act = about === Measure.INTENTION ? 'buy again' : 'recommend us';
  const noSide = apart.reduce((sum, { stayed, left }) => sum + stayed + left, 0);
  const heard = [
    ...(ofWould.of > 0 ? [`where ${who} had said they would ${act}, ${shareInWords(ofWould)} stayed`] : []),
    ...(ofWouldNot.of > 0
      ? [`where ${who} had said they would not, ${shareInWords(ofWouldNot)} stayed all the same`]
      : []),
  ];
  if (heard.length === 0) return `Before no decision had ${who} said whether they would ${act}.`;
  const rest = noSide === 0 ? '' : ` Before ${noSide} more they took no side or were not heard.`;
  return `Of the decisions ${heard.join('; ')}.${rest}`;
}
