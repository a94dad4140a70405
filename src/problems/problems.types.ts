import { Field, ObjectType } from '@nestjs/graphql';
import { Account } from '../accounts/account.entity.js';
import { connectionOf } from '../common/connection.types.js';
import { DateTimeScalar } from '../common/scalars.js';
import { ProblemKnowledge } from '../domain/terms.js';
import { Stakeholder } from '../stakeholders/stakeholder.entity.js';
import { KnowledgeEntry } from './knowledge-entry.entity.js';
import { Problem } from './problem.entity.js';

export const ProblemConnection = connectionOf(Problem);

@ObjectType({ description: 'The problem as recorded, and the account as it stands after it.' })
export class ProblemPayload {
  @Field(() => Problem, { description: 'The problem.' })
  problem!: Problem;

  @Field(() => Account, { description: 'The account, its assessment already refreshed.' })
  account!: Account;
}

@ObjectType({ description: 'What one stakeholder knows of a problem.' })
export class StakeholderKnowledge {
  @Field(() => Stakeholder, { description: 'Who.' })
  stakeholder!: Stakeholder;

  @Field(() => ProblemKnowledge, { description: 'What they know. A resolution told before a reopening no longer counts.' })
  knowledge!: ProblemKnowledge;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when they know it; null for the unaware.' })
  since!: string | null;

  @Field(() => [KnowledgeEntry], { description: 'Who told them what, when and in which contact, oldest first.' })
  history!: KnowledgeEntry[];
}
