import { Field, ObjectType } from '@nestjs/graphql';
import { OrganisationLevel } from '../domain/terms.js';

@ObjectType({ description: 'What was looked at to infer a level, whether it decided or not.' })
export class LevelSignal {
  @Field(() => String, { description: 'FIELD, TITLE or REPORTING_LINE.' })
  source!: string;

  @Field(() => OrganisationLevel, {
    description: 'What it says; UNKNOWN: it was looked at and proves nothing.',
  })
  says!: OrganisationLevel;

  @Field(() => String, { description: 'Why, as a code: `RANK_NAMED`, `HAS_REPORTS`.' })
  because!: string;

  @Field(() => String, { description: 'The words that matched, or the figures of a reporting line.' })
  words!: string;
}
