import { CalibrationNeed } from '../../domain/loyalty/calibration/missing.js';
import { CalibrationVerdict } from '../../domain/loyalty/calibration/proposal.js';
import { HistoryKnowledge } from '../../domain/loyalty/terms.js';
import { register } from './register.js';

/** The words of looking back, and of weights learned from it. */
export function registerBacktestEnums(): void {
  register('HistoryKnowledge', HistoryKnowledge, 'What a look back is made from.', {
    AS_RECORDED: 'What was said at the time, as it is stored: nothing is worked out anew.',
    AS_HAPPENED:
      'What the method of today would have said at each month end, had everything been recorded on the day it happened: for history that was imported at once.',
  });
  register('CalibrationVerdict', CalibrationVerdict, 'What later outcomes say of proposed weights.', {
    BETTER: 'They fit better than the weights as shipped, by more than chance explains.',
    NOT_PROVEN: 'They fit better, but so could chance have it.',
    NO_BETTER: 'They fit no better than the weights as shipped.',
  });
  register('CalibrationNeed', CalibrationNeed, 'Of what there are too few outcomes to learn weights from.', {
    LOSSES: 'Accounts that left.',
    STAYS: 'Accounts that stayed.',
    EARLIER_LOSSES: 'Losses among the earlier outcomes, from which weights are learned.',
    EARLIER_STAYS: 'Stays among the earlier outcomes.',
    LATER_LOSSES: 'Losses among the later outcomes, on which weights are tried.',
    LATER_STAYS: 'Stays among the later outcomes.',
  });
}
