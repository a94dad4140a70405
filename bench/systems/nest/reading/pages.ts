import { Field, ObjectType } from '@nestjs/graphql';
import { Account } from '../entities/account.entity.js';
import { Answer } from '../entities/answer.entity.js';
import { Interaction } from '../entities/interaction.entity.js';
import { Problem } from '../entities/problem.entity.js';
import { Stakeholder } from '../entities/stakeholder.entity.js';

@ObjectType()
export class PageInfo {
  @Field(() => Boolean) hasNextPage!: boolean;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

@ObjectType()
export class AccountConnection {
  @Field(() => [Account]) nodes!: Account[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@ObjectType()
export class StakeholderConnection {
  @Field(() => [Stakeholder]) nodes!: Stakeholder[];
}

@ObjectType()
export class AnswerConnection {
  @Field(() => [Answer]) nodes!: Answer[];
}

@ObjectType()
export class InteractionConnection {
  @Field(() => [Interaction]) nodes!: Interaction[];
}

@ObjectType()
export class ProblemConnection {
  @Field(() => [Problem]) nodes!: Problem[];
}
