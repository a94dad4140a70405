import { Field, Float, ID, InputType } from '@nestjs/graphql';

@InputType()
export class AtRiskFilter {
  @Field(() => [String]) standing!: string[];
  @Field(() => String, { nullable: true }) segment?: string | null;
}

@InputType()
export class RefInput {
  @Field(() => ID) id!: string;
}

@InputType()
export class ExternalIdInput {
  @Field(() => String) system!: string;
  @Field(() => String) id!: string;
}

@InputType()
export class AnswerValueInput {
  @Field(() => Float) number!: number;
}

@InputType()
export class SatisfactionAnswerInput {
  @Field(() => ExternalIdInput) external!: ExternalIdInput;
  @Field(() => RefInput) stakeholder!: RefInput;
  @Field(() => String) instrument!: string;
  @Field(() => AnswerValueInput) value!: AnswerValueInput;
  @Field(() => Date) answeredAt!: Date;
}

@InputType()
export class LogInteractionInput {
  @Field(() => ExternalIdInput) external!: ExternalIdInput;
  @Field(() => RefInput) account!: RefInput;
  @Field(() => [RefInput]) stakeholders!: RefInput[];
  @Field(() => String) channel!: string;
  @Field(() => Date) occurredAt!: Date;
  @Field(() => String, { nullable: true }) notes?: string | null;
}
