import { ApiKey } from './access/api-key.entity.js';
import { Tenant, TenantSettings } from './access/tenant.entity.js';
import { User } from './access/user.entity.js';
import { AccountExternalId } from './accounts/account-external-id.entity.js';
import { AccountState } from './accounts/account-state.entity.js';
import { Account } from './accounts/account.entity.js';
import { Assessment, AssessmentChange } from './assessment/assessment.entity.js';
import { LevelMean } from './assessment/sweep/level-mean.entity.js';
import { InteractionStakeholder } from './interactions/interaction-stakeholder.entity.js';
import { Interaction } from './interactions/interaction.entity.js';
import { Instrument } from './satisfaction/instrument.entity.js';
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
  LevelMean,
];
