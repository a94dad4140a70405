import { RECOMMEND } from '../instruments/built-in.js';
import { EvidenceGrade, RiskReasonCode } from '../judgement-terms.js';
import type { HeardOfLevel, ReasonFigures } from '../reasons/reason.js';
import { dayInWords, heardInWords, levelInWords, type NameOf, percent, points } from './phrases.js';

/** Summaries of the reasons that look at what was said; without capital and full stop. */

/** A decision maker's word that points away from us. */
export function defection(
  { statements }: ReasonFigures[RiskReasonCode.STATED_DEFECTION],
  nameOf: NameOf,
): string {
  return statements
    .map(({ stakeholderId, instrument, answeredAt }) => {
      const said = instrument === RECOMMEND.code ? 'definitely not recommend us' : 'not buy from us again';
      return `${nameOf(stakeholderId) ?? 'somebody'}, who decides, said on ${dayInWords(answeredAt)} they would ${said}`;
    })
    .join('; ');
}

/** The deciding level is probably dissatisfied. */
export function dissatisfied(figures: ReasonFigures[RiskReasonCode.DECIDING_LEVEL_DISSATISFIED]): string {
  return `${voiceOf(figures)} scores ${points(figures.score)} of 100; dissatisfied with a probability of ${percent(figures.probability)}`;
}

/** One level lies well below the other. */
export function diverge(figures: ReasonFigures[RiskReasonCode.LEVELS_DIVERGE]): string {
  const { lower, higher, lowerDecides, grade } = figures;
  const low = grade === EvidenceGrade.SINGLE_VOICE ? oneVoice(lower) : voiceOf(lower);
  const aside = lowerDecides ? '' : `, although ${levelInWords(lower.level)} does not decide here`;
  const high = `${levelInWords(higher.level)} at ${points(higher.score)} (${heardInWords(higher.heard, higher.known)})`;
  return `${low} scores ${points(lower.score)} of 100, well below ${high}${aside}`;
}

/** Nobody at a deciding level was heard. */
export function unheard({ levels }: ReasonFigures[RiskReasonCode.DECIDING_LEVEL_UNHEARD]): string {
  return levels
    .map(({ level, known, lastHeardAt }) => {
      if (known === 0 && lastHeardAt === null)
        return `nobody is known in ${levelInWords(level)}, so nobody was heard`;
      const since =
        lastHeardAt === null ? 'has ever been heard' : `has been heard since ${dayInWords(lastHeardAt)}`;
      return `nobody in ${levelInWords(level)} ${since}; ${knownInWords(known)}`;
    })
    .join('; ');
}

/** The deciding level says less than half a year ago. */
export function declining(figures: ReasonFigures[RiskReasonCode.DECLINING]): string {
  const { level, before, now, heardBefore, heardNow } = figures;
  return (
    `${levelInWords(level)} fell from ${points(before)} (${heardBefore} heard) ` +
    `to ${points(now)} (${heardNow} heard) against the previous half-year`
  );
}

/** We believe better of a level than it says. */
export function overestimated(figures: ReasonFigures[RiskReasonCode.OVERESTIMATED]): string {
  const { level, ourEstimate, score, heard, known } = figures;
  const said = `${points(score)} (${heardInWords(heard, known)})`;
  return `we put ${levelInWords(level)} at ${points(ourEstimate)} of 100, but what it says comes to ${said}`;
}

function voiceOf(figures: HeardOfLevel): string {
  if (figures.heard === 1 && figures.known > 1) return oneVoice(figures);
  return `${levelInWords(figures.level)} (${heardInWords(figures.heard, figures.known)})`;
}

function oneVoice({ level, known }: HeardOfLevel): string {
  return `one voice in ${levelInWords(level)} (of ${known} known)`;
}

function knownInWords(known: number): string {
  if (known === 0) return 'nobody is known there now';
  return known === 1 ? '1 person is known' : `${known} are known`;
}
