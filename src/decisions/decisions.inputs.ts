import { Field, InputType, Int } from '@nestjs/graphql';
import { IsOptional, Length, Matches, Max, Min } from 'class-validator';
import { IsRef, RefInput } from '../common/reference.types.js';
import { DateScalar } from '../common/scalars.js';
import { OrganisationLevel } from '../domain/terms.js';

@InputType({
  description: 'A decision of the customer that we observed: who decides in truth tells the structure.',
})
export class RecordDecisionInput {
  @Field(() => RefInput, { description: 'The account.' })
  @IsRef()
  account!: RefInput;

  @Field(() => String, { description: 'What was decided, in a line of 1 to 255 characters.' })
  @Matches(/\S/, { message: 'A subject needs words.' })
  @Length(1, 255, { message: 'A subject has 1 to 255 characters.' })
  subject!: string;

  @Field(() => DateScalar, { description: 'When; not in the future.' })
  decidedOn!: string;

  @Field(() => RefInput, { nullable: true, description: 'Who decided, where known.' })
  @IsOptional()
  @IsRef()
  decidedBy?: RefInput | null;

  @Field(() => OrganisationLevel, {
    nullable: true,
    description: 'The level that decided; that of `decidedBy` at the time when left out.',
  })
  level?: OrganisationLevel | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many others had to approve, 0 to 50; null when not known.',
  })
  @IsOptional()
  @Min(0, { message: 'Approvals are counted from 0.' })
  @Max(50, { message: 'At most 50 approvals are counted.' })
  approvals?: number | null;
}
