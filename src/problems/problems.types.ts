import { Field, ObjectType } from '@nestjs/graphql';
import { Account } from '../accounts/account.entity.js';
import { connectionOf } from '../common/pages/connection.types.js';
import { DateTimeScalar } from '../common/scalars.js';
import { ProblemKnowledge } from '../domain/terms.js';
import { Stakeholder } from '../stakeholders/stakeholder.entity.js';
import { Problem } from './problem.entity.js';

export const ProblemConnection = connectionOf(Problem);

@ObjectType({ description: 'The problem as recorded, and the account as it stands after it.' })
export class ProblemPayload {
  @Field(() => Problem, { description: 'The problem.' })
  problem!: Problem;

  @Field(() => Account, { description: 'The account, its assessment already refreshed.' })
  account!: Account;
}

@ObjectType({ description: 'A step in what somebody knows of a problem.' })
export class KnowledgeStep {
  @Field(() => ProblemKnowledge, {
    description: 'What they were told. Who reported the problem knows of it from the start.',
  })
  told!: ProblemKnowledge;

  @Field(() => ProblemKnowledge, {
    description: 'What it is worth now: of a solution that did not last, only the problem remains known.',
  })
  worth!: ProblemKnowledge;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: string;

  /** Shown as an interaction by the feature that knows them. */
  interactionId!: string | null;

  toldById!: string | null;
}

@ObjectType({ description: 'What one stakeholder knows of a problem.' })
export class StakeholderKnowledge {
  @Field(() => Stakeholder, { description: 'Who.' })
  stakeholder!: Stakeholder;

  @Field(() => ProblemKnowledge, {
    description: 'What they know. A resolution told before a reopening no longer counts.',
  })
  knowledge!: ProblemKnowledge;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when they know it; null for the unaware.',
  })
  since!: string | null;

  @Field(() => [KnowledgeStep], {
    description: 'Who told them what, when and in which contact, oldest first.',
  })
  history!: KnowledgeStep[];
}
