import { ApiKey } from './access/api-key.entity.js';
import { Tenant, TenantSettings } from './access/tenant.entity.js';
import { User } from './access/user.entity.js';
import { AccountExternalId } from './accounts/account-external-id.entity.js';
import { AccountState } from './accounts/account-state.entity.js';
import { Account } from './accounts/account.entity.js';
import { Assessment, AssessmentChange } from './assessment/assessment.entity.js';
import { LevelMean } from './assessment/sweep/level-mean.entity.js';
import { WaitingAccount } from './assessment/waiting/waiting-account.entity.js';
import { RiskCalibrationRecord } from './assessment/weights/risk-calibration.entity.js';
import { RiskWeights } from './assessment/weights/risk-weights.entity.js';
import { Amplification } from './advocacy/amplifications/amplification.entity.js';
import { Ask } from './advocacy/amplifications/ask.entity.js';
import { Hearer } from './advocacy/amplifications/hearer.entity.js';
import { Benchmark } from './advocacy/benchmarks/benchmark.entity.js';
import { InsightSource } from './advocacy/insights/insight-source.entity.js';
import { Insight } from './advocacy/insights/insight.entity.js';
import { Equipment } from './advocacy/kits/equipment.entity.js';
import { Kit } from './advocacy/kits/kit.entity.js';
import { TeachingParticipant } from './advocacy/teachings/teaching-participant.entity.js';
import { Teaching } from './advocacy/teachings/teaching.entity.js';
import { InteractionStakeholder } from './interactions/interaction-stakeholder.entity.js';
import { Flag } from './assessment/flags/flag.entity.js';
import { FlagEvent } from './assessment/flags/flag-event.entity.js';
import { KnowledgeGap } from './assessment/gaps/knowledge-gap.entity.js';
import { CommitmentRecipient } from './commitments/commitment-recipient.entity.js';
import { Commitment } from './commitments/commitment.entity.js';
import { Decision } from './decisions/decision.entity.js';
import { ChecklistRatingRow } from './loyalty/checklist/checklist-rating.entity.js';
import { ChecklistRound } from './loyalty/checklist/checklist-round.entity.js';
import { LoyaltyEvent } from './loyalty/events/loyalty-event.entity.js';
import { CheckIn, CheckInParticipant } from './loyalty/expectations/confirming/check-in.entity.js';
import { ExpectationConfirmation } from './loyalty/expectations/confirming/expectation-confirmation.entity.js';
import { ExpectationRevision } from './loyalty/expectations/expectation-revision.entity.js';
import { Expectation } from './loyalty/expectations/expectation.entity.js';
import { PlanReview, PlanReviewParticipant } from './loyalty/plans/plan-review.entity.js';
import { RelationshipPlan, RelationshipPlanVersion } from './loyalty/plans/relationship-plan.entity.js';
import { KnowledgeEntry } from './problems/ledger/knowledge-entry.entity.js';
import { ProblemEvent } from './problems/problem-event.entity.js';
import { ProblemReporter } from './problems/problem-reporter.entity.js';
import { Problem } from './problems/problem.entity.js';
import { Counterpart } from './team/counterpart.entity.js';
import { TeamMember } from './team/team-member.entity.js';
import { Interaction } from './interactions/interaction.entity.js';
import { Instrument } from './satisfaction/instruments/instrument.entity.js';
import { SatisfactionAnswer } from './satisfaction/satisfaction-answer.entity.js';
import { Person } from './stakeholders/seats/person.entity.js';
import { StakeholderExternalId } from './stakeholders/stakeholder-external-id.entity.js';
import { StakeholderState } from './stakeholders/seats/stakeholder-state.entity.js';
import { Stakeholder } from './stakeholders/stakeholder.entity.js';

/** Every table of the product. */
export const TABLES = [
  Tenant,
  TenantSettings,
  User,
  ApiKey,
  Account,
  AccountState,
  AccountExternalId,
  Person,
  Stakeholder,
  StakeholderState,
  StakeholderExternalId,
  Interaction,
  InteractionStakeholder,
  Instrument,
  SatisfactionAnswer,
  Assessment,
  AssessmentChange,
  WaitingAccount,
  LevelMean,
  RiskCalibrationRecord,
  RiskWeights,
  Problem,
  ProblemEvent,
  ProblemReporter,
  KnowledgeEntry,
  Decision,
  TeamMember,
  Counterpart,
  Commitment,
  CommitmentRecipient,
  Flag,
  FlagEvent,
  KnowledgeGap,
  Insight,
  InsightSource,
  Benchmark,
  Teaching,
  TeachingParticipant,
  Kit,
  Equipment,
  Amplification,
  Hearer,
  Ask,
  LoyaltyEvent,
  ChecklistRound,
  ChecklistRatingRow,
  Expectation,
  ExpectationRevision,
  ExpectationConfirmation,
  CheckIn,
  CheckInParticipant,
  RelationshipPlan,
  RelationshipPlanVersion,
  PlanReview,
  PlanReviewParticipant,
];
