import { ArgsType, Field } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { pageArgs } from '../common/pages/connection.types.js';
import { DateScalar } from '../common/scalars.js';

/** What is due by a day, over all accounts or those of one of our people. */
@ArgsType()
export class DuePage extends pageArgs(25) {
  @Field(() => String, {
    nullable: true,
    description: 'On accounts of the one of our people with this e-mail address.',
  })
  @IsOptional()
  @MaxLength(254)
  ownerEmail?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Due before this day; due today or overdue when left out.',
  })
  before?: string | null;
}
