import type { CountedShare } from '../counted-share.js';
import { differenceInWords, isOpen, shareInWords } from '../figures-in-words.js';
import { RecoveryBefore } from './recovery-before.js';
import type { RecoveryEffect } from './recovery-effect.js';
import { LowScorerGroup, type Rescores } from './rescores.js';

/** What problems and their recovery had to do with staying. */
export function recoveryInWords({
  groups,
  withProblems,
  problemsLessNone,
  goodLessPoor,
}: RecoveryEffect): string {
  const ofGroup = (recovery: RecoveryBefore): string => {
    const group = groups.find((each) => each.recovery === recovery);
    return group ? shareInWords(group) : 'none';
  };
  const stayed =
    `After problems ${shareInWords(withProblems)} stayed, without any ${ofGroup(RecoveryBefore.NO_PROBLEM)}; ` +
    `after a good recovery ${ofGroup(RecoveryBefore.GOOD)}, after a poor one ${ofGroup(RecoveryBefore.POOR)}.`;
  const problems = differenceInWords(problemsLessNone, 100);
  const recovery = differenceInWords(goodLessPoor, 100);
  const compared = [
    ...(problems
      ? [`With problems the share that stayed was ${problems}${chance(isOpen(problemsLessNone))}.`]
      : []),
    ...(recovery
      ? [`After a good recovery it was ${recovery} than after a poor one${chance(isOpen(goodLessPoor))}.`]
      : []),
  ];
  return [stayed, ...compared, BUSY].join(' ');
}

const BUSY =
  'Accounts that use more have more to complain of, and whoever already means to go may stop complaining: neither figure is what solving a problem is worth.';

/** Whether low scorers rose, beside what rises unaided. */
export function rescoresInWords({ groups, recoveredLessUntouched }: Rescores): string {
  const ofGroup = (group: LowScorerGroup): CountedShare | undefined =>
    groups.find((each) => each.group === group);
  const [recovered, untouched] = [ofGroup(LowScorerGroup.RECOVERED), ofGroup(LowScorerGroup.UNTOUCHED)];
  const rose = `Of low scorers who answered again, ${inWords(recovered)} rose to 50 or more after being told of a solution, ${inWords(untouched)} with nothing to be told.`;
  const difference = differenceInWords(recoveredLessUntouched, 100);
  const compared = difference
    ? ` Recovery can claim no more than the difference, ${difference}${chance(isOpen(recoveredLessUntouched))}.`
    : ' That is too few to say what recovery added.';
  return `${rose}${compared} ${UNAIDED}`;
}

const UNAIDED =
  'Over half of dissatisfied customers leave that state unaided (Dawes et al. 2020), so a rise alone proves no recovery.';

function inWords(share: CountedShare | undefined): string {
  return share ? shareInWords(share) : 'none';
}

function chance(isOpenDifference: boolean): string {
  return isOpenDifference ? ', which may be chance' : '';
}
