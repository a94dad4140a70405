import { CalibrationNeed, type MissingOutcomes } from './missing.js';
import { type CalibrationProposal, CalibrationVerdict } from './proposal.js';

/** What a proposal is worth, in plain sentences, and what it does not prove. */
export function proposalInWords({
  later,
  shipped,
  proposed,
  logistic,
  gain,
  verdict,
}: CalibrationProposal): string {
  const tried = later.losses + later.stays;
  return [
    `Tried on ${tried} later outcomes, ${later.losses} of them losses, the proposed weights miss by ${proposed.brier} (Brier score; less is better), ` +
      `those shipped by ${shipped.brier}, a logistic regression by ${logistic.brier}.`,
    `${VERDICTS[verdict]} The difference is ${gain.difference}, between ${gain.low} and ${gain.high} with 95 % confidence.`,
    'Accounts that decided several times count several times, so the interval is somewhat too narrow.',
    'A weight says how often accounts with a reason left, not that they left because of it.',
  ].join(' ');
}

const VERDICTS: Readonly<Record<CalibrationVerdict, string>> = {
  [CalibrationVerdict.BETTER]: 'They fit better than those shipped.',
  [CalibrationVerdict.NOT_PROVEN]: 'They fit better than those shipped, but so could chance have it.',
  [CalibrationVerdict.NO_BETTER]: 'They fit no better than those shipped: there is no reason to accept them.',
};

const NEEDS: Readonly<Record<CalibrationNeed, string>> = {
  [CalibrationNeed.LOSSES]: 'losses',
  [CalibrationNeed.STAYS]: 'stays',
  [CalibrationNeed.EARLIER_LOSSES]: 'losses among the earlier outcomes',
  [CalibrationNeed.EARLIER_STAYS]: 'stays among the earlier outcomes',
  [CalibrationNeed.LATER_LOSSES]: 'losses among the later outcomes',
  [CalibrationNeed.LATER_STAYS]: 'stays among the later outcomes',
};

/** What is missing before weights can be learned, or that nothing is. */
export function missingInWords(missing: readonly MissingOutcomes[]): string {
  if (missing.length === 0) return 'There are enough outcomes to propose weights of your own.';
  const lacks = missing.map(({ need, have, needed }) => `${have} of ${needed} ${NEEDS[need]}`);
  return `Not enough outcomes yet to propose weights of your own: ${lacks.join('; ')}.`;
}
