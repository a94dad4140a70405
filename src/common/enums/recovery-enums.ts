import { AskGuardCode } from '../../domain/advocacy/ask-guard.js';
import { BalanceKind } from '../../domain/advocacy/balance-lines.js';
import { BalanceSide } from '../../domain/advocacy/balance.js';
import { Place } from '../../domain/advocacy/benchmark/own-place.js';
import { LinkKind } from '../../domain/advocacy/reach/connections.js';
import { AdvocateStatus, AmplificationOutcome, AskKind, CycleStage } from '../../domain/advocacy/terms.js';
import { FlagStep } from '../../domain/flags/flag.js';
import { FlagStatus } from '../../domain/judgement-terms.js';
import { CommitmentStatus, ProblemKnowledge, ProblemStatus, Severity } from '../../domain/terms.js';
import { register } from './register.js';

/** The words of problems, promises, flags and advocacy. */
export function registerRecoveryEnums(): void {
  register('Severity', Severity, 'How bad a problem is.', {
    LOW: 'A nuisance.',
    MEDIUM: 'It costs them time or money.',
    HIGH: 'It stops work that matters.',
    CRITICAL: 'It endangers their business.',
  });
  register('ProblemStatus', ProblemStatus, 'Whether a problem still stands.', {
    OPEN: 'It stands, for the first time or again.',
    RESOLVED: 'It is solved.',
  });
  register('ProblemKnowledge', ProblemKnowledge, 'What somebody knows of a problem.', {
    UNAWARE: 'Nothing.',
    TOLD_OF_PROBLEM: 'That there is a problem.',
    TOLD_OF_RESOLUTION: 'That it is solved.',
    CONFIRMED_SOLVED: 'That it is solved, and they have said so themselves.',
  });
  register('CommitmentStatus', CommitmentStatus, 'What has become of a promise.', {
    OPEN: 'Not due yet.',
    KEPT: 'Kept.',
    BROKEN: 'Broken, or overdue.',
    RENEGOTIATED: 'Changed with their consent before it was due.',
  });
  register('FlagStatus', FlagStatus, 'Where a flag stands.', {
    OPEN: 'Nobody has taken note yet.',
    ACKNOWLEDGED: 'Somebody has taken note.',
    SNOOZED: 'It rests until a day.',
    CLOSED: 'Closed by a person, or because its reason was gone for a week.',
  });
  register('FlagStep', FlagStep, 'What happened to a flag.', {
    OPENED: 'Its reason was found.',
    REOPENED: 'It was opened again.',
    ACKNOWLEDGED: 'Somebody took note.',
    SNOOZED: 'It was laid to rest until a day.',
    WOKE: 'That day came.',
    CLOSED: 'It was closed.',
  });
  register('AdvocateStatus', AdvocateStatus, 'Where somebody stands who may speak for us among colleagues.', {
    CANDIDATE: 'Says they would recommend us, and knows of no open problem.',
    EQUIPPED: 'Was handed a kit and has not used it yet.',
    ACTIVE: 'Spoke for us within 180 days.',
    RESTING: 'Has not spoken for us lately, or no longer says they would recommend us.',
  });
  register(
    'AmplificationOutcome',
    AmplificationOutcome,
    "What an advocate's word did to somebody who heard it.",
    {
      IN_FAVOUR: 'It moved them our way.',
      NO_CHANGE: 'It changed nothing.',
      AGAINST: 'It moved them away from us.',
      UNKNOWN: 'Not known.',
    },
  );
  register('AskKind', AskKind, 'What we ask somebody to do for us, beyond answering a survey.', {
    REFERENCE: 'To be named, or to speak, as a reference.',
    INTRODUCTION: 'To introduce us to somebody.',
    MEETING: 'To give us their time.',
    OTHER: 'Something else.',
  });
  register('CycleStage', CycleStage, 'How far an account has come within a year.', {
    LEARN: 'We are still finding out about it, or have not begun.',
    TEACH: 'We have shown its people something they can use.',
    AMPLIFY: 'One of its people has spoken for us among colleagues.',
  });
  register('AskGuardCode', AskGuardCode, 'Why somebody is not to be asked for anything now.', {
    PROBLEM_OPEN: 'A problem of the account stands open.',
    RESOLUTION_UNTOLD: 'A level of the account has not been told that a problem is solved.',
    LEVEL_DIVERGING: 'The levels of the account are of different minds.',
    ASKED_RECENTLY: 'They were asked within 30 days.',
  });
  register('BalanceSide', BalanceSide, 'Who gave.', {
    ASKED: 'They: we asked it of them.',
    GIVEN: 'We: we gave it to them.',
  });
  register('BalanceKind', BalanceKind, 'What was asked or given.', {
    ANSWER: 'An answer that we asked for.',
    REFERENCE: 'A reference or an introduction.',
    MEETING: 'Their time.',
    AMPLIFICATION: 'Speaking for us.',
    OTHER: 'Something else that we asked for.',
    TEACHING: 'We showed them something they can use.',
    RESOLUTION_TOLD: 'We told them that a problem is solved.',
    PROMISE_KEPT: 'We kept a promise to them.',
  });
  register('BenchmarkPlace', Place, 'Where an account lies beside the median of its segment.', {
    BELOW: 'Below it.',
    ABOUT: 'At it, within what rounding allows to say.',
    ABOVE: 'Above it.',
  });
  register('LinkKind', LinkKind, 'What connects two people of an account.', {
    REPORTING_LINE: 'One reports to the other.',
    SHARED_CONTACT: 'They took part in the same contact with us.',
  });
}
