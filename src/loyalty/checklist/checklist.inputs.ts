import { Field, InputType } from '@nestjs/graphql';
import { Length, Matches } from 'class-validator';
import { DateScalar } from '../../common/scalars.js';
import { ChecklistRating } from '../../domain/loyalty/checklist/statement.js';

@InputType({ description: 'A round to open.' })
export class OpenChecklistRoundInput {
  @Field(() => String, { description: 'What it is called, in 1 to 255 characters.' })
  @Matches(/\S/, { message: 'A round needs a title.' })
  @Length(1, 255, { message: 'A title has 1 to 255 characters.' })
  title!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day it stands for, not in the future; today when left out.',
  })
  openedOn?: string | null;
}

@InputType({ description: 'How far a statement is true of us.' })
export class StatementRatingInput {
  @Field(() => String, { description: 'Code of the statement, as `checklist` shows it.' })
  statement!: string;

  @Field(() => ChecklistRating, { description: 'How far it is true.' })
  rating!: ChecklistRating;
}
