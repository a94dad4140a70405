import { meanDifference, type Sample } from '../../model/differences.js';
import { toFigure } from '../../model/figures.js';
import { EVIDENCE_METHOD } from '../evidence-method.js';
import { type CountedDifference, shownDifference, TOO_FEW } from '../counted-share.js';

/** The people who answered an instrument in one way, each with the mean of their own answers. */
export interface Answerers extends Sample {
  /** Answers they gave together. */
  readonly answers: number;
}

/** What people answered in one way. */
export interface AnsweredSo {
  readonly people: number;
  readonly answers: number;
  /** Mean over the people, 0-100; null for nobody. */
  readonly mean: number | null;
}

/** How much kinder people are who were asked. */
export interface AskingEffect extends CountedDifference {
  readonly instrument: string;
  readonly solicited: AnsweredSo;
  readonly volunteered: AnsweredSo;
}

/** The mean of who was asked minus that of who volunteered, in points, with Welch's interval. */
export function askingEffect(
  instrument: string,
  solicited: Answerers | null,
  volunteered: Answerers | null,
): AskingEffect {
  const effect = { instrument, solicited: answeredSo(solicited), volunteered: answeredSo(volunteered) };
  const { fewest, credibility } = EVIDENCE_METHOD;
  if (!solicited || !volunteered || Math.min(solicited.n, volunteered.n) < fewest)
    return { ...effect, ...TOO_FEW };
  const interval = meanDifference(solicited, volunteered, credibility);
  return { ...effect, ...shownDifference(solicited.mean - volunteered.mean, interval) };
}

function answeredSo(who: Answerers | null): AnsweredSo {
  if (!who) return { people: 0, answers: 0, mean: null };
  return { people: who.n, answers: who.answers, mean: toFigure(who.mean) };
}
