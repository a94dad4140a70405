import { LoyaltyGroup } from '../../domain/loyalty/evidence/said-against-done.js';
import { Said } from '../../domain/loyalty/evidence/said.js';
import { RecoveryBefore } from '../../domain/loyalty/recovery/recovery-before.js';
import { LowScorerGroup } from '../../domain/loyalty/recovery/rescores.js';
import { PlanChangeKind } from '../../domain/loyalty/plans/plan-changes.js';
import * as terms from '../../domain/loyalty/terms.js';
import { register } from './register.js';

/** The words of loyalty: what was done, beside what was said. */
export function registerLoyaltyEnums(): void {
  register(
    'LoyaltyEventKind',
    terms.LoyaltyEventKind,
    'What an account was seen to do. The amount of an event means something else for each.',
    {
      RENEWED: 'It stayed for another term. Amount: the annual value it renewed.',
      EXPANDED: 'It stayed and took more. Amount: what was added per year.',
      CONTRACTED: 'It stayed and took less. Amount: what was given up per year.',
      LOST: 'It left. Amount: the annual value that was lost.',
      WON_BACK: 'It came back. Amount: the annual value that was won back.',
      REFERRED: 'It brought us another customer. Amount: the annual value of that business.',
    },
  );
  registerEvidenceEnums();
}

/** What was said against what was done. */
function registerEvidenceEnums(): void {
  register('Said', Said, 'What people had said of buying again, or of recommending us, before a decision.', {
    WOULD: 'They would.',
    WOULD_NOT: 'They would not.',
    DIVIDED: 'As many would as would not, or the two levels took opposite sides.',
    NEITHER: 'Who answered took no side: 7 or 8 on NPS.',
    DECLINED: 'Who answered left it blank.',
    UNHEARD: 'Nobody there was heard on it within 365 days.',
  });
  register('LoyaltyGroup', LoyaltyGroup, 'What had been said of staying, and what was done.', {
    LOYAL: 'Said they would, and stayed.',
    SURPRISE_DEFECTOR: 'Said they would, and left.',
    TRAPPED: 'Said they would not, and stayed: they may lack an alternative rather than a wish for one.',
    DECLARED_DEFECTOR: 'Said they would not, and left.',
  });
  register(
    'RecoveryBefore',
    RecoveryBefore,
    'How the problems of the 365 days before a decision had been dealt with.',
    {
      NO_PROBLEM: 'Nothing had gone wrong.',
      GOOD: 'All solved, and by the ledger a deciding level knew so.',
      UNRECORDED: 'All solved, but the ledger does not say that anybody at a deciding level knew of it.',
      POOR: 'One was still open, or a deciding level knew of it and not of its solution.',
    },
  );
  register(
    'LowScorerGroup',
    LowScorerGroup,
    'What had been done for somebody between a low answer and the next.',
    {
      RECOVERED: 'They were told in between that what they knew had gone wrong is solved.',
      NOT_RECOVERED: 'They knew of a problem and were told of no solution in between.',
      UNTOUCHED: 'They knew of no problem: there was nothing to recover.',
    },
  );
  register('RelationshipSide', terms.RelationshipSide, 'One of the two sides of a relationship.', {
    OURS: 'We, the supplier.',
    THEIRS: 'They, the account.',
  });
  register('CheckInResult', terms.CheckInResult, 'How an expectation was found to be met.', {
    MET: 'In full.',
    PARTLY: 'In part.',
    NOT_MET: 'Not.',
  });
  register('GoalStatus', terms.GoalStatus, 'What has become of a goal.', {
    OPEN: 'It is worked at.',
    REACHED: 'It was reached.',
    MISSED: 'It was not reached.',
    DROPPED: 'Nobody wants it any longer.',
  });
  register('PlanChangeKind', PlanChangeKind, 'What changed in a relationship plan.', {
    GOAL_ADDED: 'A goal was written down.',
    GOAL_REMOVED: 'A goal was taken out.',
    GOAL_CHANGED: 'Words, measure, day, side or status of a goal.',
    REVIEW_MOVED: 'The day of the next review.',
  });
}
