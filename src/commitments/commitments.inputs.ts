import { Field, InputType } from '@nestjs/graphql';
import { IsEmail, IsOptional, Length, Matches } from 'class-validator';
import { IsRef, NamesPeople, RefInput } from '../common/reference.types.js';
import { DateScalar, DateTimeScalar } from '../common/scalars.js';

@InputType({ description: 'A promise of ours.' })
export class MakeCommitmentInput {
  @Field(() => RefInput, { description: 'The account.' })
  @IsRef()
  account!: RefInput;

  @Field(() => [RefInput], { description: 'To whom, 1 to 100 people of the account.' })
  @NamesPeople('Name at least one stakeholder it was promised to.')
  madeTo!: RefInput[];

  @Field(() => String, { description: 'What is promised, in 1 to 2,000 characters.' })
  @Matches(/\S/, { message: 'A promise needs words.' })
  @Length(1, 2_000, { message: 'A promise has 1 to 2,000 characters.' })
  promise!: string;

  @Field(() => DateScalar, { description: 'By when; overdue the day after.' })
  dueOn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'E-mail address of the one of our people who answers for it; the caller when left out.',
  })
  @IsOptional()
  @IsEmail({}, { message: 'An e-mail address is needed.' })
  ownerEmail?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was made; now when left out, never in the future.',
  })
  madeAt?: string | null;
}
