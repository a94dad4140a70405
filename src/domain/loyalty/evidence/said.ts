import type { AnswerFact } from '../../facts.js';
import { NPS, RECOMMEND, REPURCHASE } from '../../instruments/built-in.js';
import { Measure } from '../../terms.js';
import { EVIDENCE_METHOD } from '../evidence-method.js';

/** What people said of staying with us, or of speaking for us, before a decision. */
export enum Said {
  /** They would buy again; they would recommend us. */
  WOULD = 'WOULD',
  /** They would not. */
  WOULD_NOT = 'WOULD_NOT',
  /** As many would as would not, or the two levels took opposite sides. */
  DIVIDED = 'DIVIDED',
  /** Who answered took no side: NPS 7 and 8. */
  NEITHER = 'NEITHER',
  /** Who answered left it blank. */
  DECLINED = 'DECLINED',
  /** Nobody there was heard on it. */
  UNHEARD = 'UNHEARD',
}

/** What the two kinds of statement are about. */
export type SaidAbout = Measure.INTENTION | Measure.ADVOCACY;

/** Both, in the order in which they are always listed. */
export const SAID_ABOUT: readonly SaidAbout[] = [Measure.INTENTION, Measure.ADVOCACY];

const { WOULD, WOULD_NOT, DIVIDED, NEITHER, DECLINED, UNHEARD } = Said;

/** Whether an answer is a statement of that kind. */
export function isAbout(about: SaidAbout, { instrument }: AnswerFact): boolean {
  if (about === Measure.INTENTION) return instrument === REPURCHASE.code;
  return instrument === RECOMMEND.code || instrument === NPS.code;
}

/** Which side a statement takes. */
export function sideOf({ choice, score }: AnswerFact): Said {
  if (choice === '') return DECLINED;
  if (choice !== null) return choice.endsWith('YES') ? WOULD : WOULD_NOT;
  if (score === null) return UNHEARD;
  if (score >= EVIDENCE_METHOD.advocateFrom) return WOULD;
  return score <= EVIDENCE_METHOD.criticTo ? WOULD_NOT : NEITHER;
}

/** Several people's sides taken together: the majority of those who took one; where nobody did, why. */
export function majority(sides: readonly Said[]): Said {
  const count = (side: Said): number => sides.filter((each) => each === side).length;
  const [would, wouldNot] = [count(WOULD), count(WOULD_NOT)];
  if (would !== wouldNot) return would > wouldNot ? WOULD : WOULD_NOT;
  if (would > 0) return DIVIDED;
  return [NEITHER, DECLINED].find((side) => count(side) > 0) ?? UNHEARD;
}

/** What both levels say: the same, or opposite things. While one of them takes no side, both do not. */
export function inAgreement(one: Said, other: Said): Said {
  if (one === other) return one;
  return [UNHEARD, DECLINED, NEITHER].find((side) => one === side || other === side) ?? DIVIDED;
}
