import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LoyaltyGroup } from '../../domain/loyalty/evidence/said-against-done.js';
import { Said, type SaidAbout } from '../../domain/loyalty/evidence/said.js';
import { Measure, OrganisationLevel, OrganisationStructure } from '../../domain/terms.js';
import { CountedShare } from '../counted.types.js';

@ObjectType({ description: 'The decisions of one group: what had been said, and what was done.' })
export class SaidAndDone {
  @Field(() => LoyaltyGroup, { description: 'The group.' })
  group!: LoyaltyGroup;

  @Field(() => Said, { description: 'What had been said: WOULD or WOULD_NOT.' })
  said!: Said;

  @Field(() => Boolean, { description: 'Whether the account stayed.' })
  stayed!: boolean;

  @Field(() => Int, { description: 'How many decisions.' })
  outcomes!: number;

  /** The accounts behind the count. */
  accountIds!: readonly string[];
}

@ObjectType({ description: 'The decisions before which nobody took a side, by why.' })
export class SaidNothing {
  @Field(() => Said, { description: 'DIVIDED, NEITHER, DECLINED or UNHEARD.' })
  said!: Said;

  @Field(() => Int, { description: 'Decisions to stay.' })
  stayed!: number;

  @Field(() => Int, { description: 'Decisions to leave.' })
  left!: number;
}

@ObjectType({
  description:
    'What one level, or both, had said within the 365 days before each decision, against what was decided. Of several people ' +
    'the majority counts, each by their latest word, at the level held when they gave it; who had left no longer speaks.',
})
export class SaidAgainstDone {
  @Field(() => Measure, { description: 'INTENTION: would buy again. ADVOCACY: would recommend us, or NPS.' })
  about!: SaidAbout;

  @Field(() => OrganisationLevel, {
    nullable: true,
    description: 'Whose word it is; null for both levels, which count where they said the same.',
  })
  level!: OrganisationLevel | null;

  @Field(() => [SaidAndDone], { description: 'The four groups, none left out.' })
  cells!: readonly SaidAndDone[];

  @Field(() => [SaidNothing], { description: 'Those who took no side, none left out.' })
  apart!: readonly SaidNothing[];

  @Field(() => CountedShare, { description: 'Of those who had said they would, the share that stayed.' })
  ofWould!: CountedShare;

  @Field(() => CountedShare, { description: 'Of those who had said they would not, the share that stayed.' })
  ofWouldNot!: CountedShare;

  @Field(() => String, { description: 'The same in words.' })
  reading!: string;
}

@ObjectType({ description: 'What became of the accounts whose level had answered so.' })
export class CalibratedBand extends CountedShare {
  @Field(() => String, { description: 'The answers: `9 to 10`, `probably yes`, `rating 4`.' })
  answer!: string;
}

@ObjectType({
  description:
    'What the answers of one level to one instrument were worth. Each decision counts once per level: of several people the ' +
    'time-weighted mean of their latest answers, of REPURCHASE the majority.',
})
export class AnswerCalibration {
  @Field(() => String, { description: 'The instrument.' })
  instrument!: string;

  @Field(() => OrganisationLevel, { description: 'The level held when answering.' })
  level!: OrganisationLevel;

  @Field(() => OrganisationStructure, {
    nullable: true,
    description: 'The structure of the accounts at the time; null for all of them.',
  })
  structure!: OrganisationStructure | null;

  @Field(() => [CalibratedBand], {
    description: 'Every band of answers, the worst first; the share is of those who stayed.',
  })
  bands!: readonly CalibratedBand[];
}
