import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import { ExternalIdInput, IsOurId, IsRef, NamesPeople, RefInput } from '../common/reference.types.js';
import { DateTimeScalar } from '../common/scalars.js';
import { ProblemKnowledge, Severity } from '../domain/terms.js';

@InputType({ description: 'A problem that people of an account reported.' })
export class ReportProblemInput {
  @Field(() => ExternalIdInput, {
    nullable: true,
    description: 'Its id in another system: the same call twice records it once.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => ExternalIdInput)
  external?: ExternalIdInput | null;

  @Field(() => RefInput, { description: 'The account.' })
  @IsRef()
  account!: RefInput;

  @Field(() => String, { description: 'What is wrong, in a line of 1 to 255 characters.' })
  @Matches(/\S/, { message: 'A title needs at least one visible character.' })
  @Length(1, 255, { message: 'A title has 1 to 255 characters.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What is wrong, at length, up to 20,000 characters.' })
  @IsOptional()
  @MaxLength(20_000, { message: 'A description has at most 20,000 characters.' })
  description?: string | null;

  @Field(() => Severity, { description: 'How bad it is.' })
  severity!: Severity;

  @Field(() => DateTimeScalar, { description: 'When it arose; not in the future.' })
  occurredAt!: string;

  @Field(() => [RefInput], { description: 'Who reported it, 1 to 100 people; they know of it from then on.' })
  @NamesPeople('Name at least one stakeholder who reported it.')
  reportedBy!: RefInput[];

  @Field(() => RefInput, {
    nullable: true,
    description:
      'The earlier problem that this one repeats. Left out, one with a similar title within a year is recognised.',
  })
  @IsOptional()
  @IsRef()
  repeats?: RefInput | null;
}

@InputType({ description: 'What people learned of a problem.' })
export class RecordKnowledgeInput {
  @Field(() => RefInput, { description: 'The problem.' })
  @IsRef()
  problem!: RefInput;

  @Field(() => [RefInput], { description: 'Who learned it, 1 to 100 people of the account.' })
  @NamesPeople('Name at least one stakeholder who learned it.')
  stakeholders!: RefInput[];

  @Field(() => ProblemKnowledge, { description: 'What they know from then on.' })
  knowledge!: ProblemKnowledge;

  @Field(() => DateTimeScalar, {
    description: 'From when on; not in the future, and not before there was something to know.',
  })
  at!: string;

  @Field(() => ID, { nullable: true, description: 'The contact in which they learned it.' })
  @IsOptional()
  @IsOurId()
  interaction?: string | null;
}

@InputType({ description: 'What a contact told those who took part about a problem.' })
export class ToldInput {
  @Field(() => RefInput, { description: 'The problem.' })
  @IsRef()
  problem!: RefInput;

  @Field(() => ProblemKnowledge, { description: 'What they know from the contact on.' })
  knowledge!: ProblemKnowledge;
}
