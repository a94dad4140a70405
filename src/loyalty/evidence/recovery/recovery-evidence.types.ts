import { Field, Int, ObjectType } from '@nestjs/graphql';
import { RecoveryBefore } from '../../../domain/loyalty/recovery/recovery-before.js';
import { LowScorerGroup } from '../../../domain/loyalty/recovery/rescores.js';
import { CountedDifference, CountedShare } from '../../counted.types.js';

@ObjectType({ description: 'What became of accounts whose problems had been dealt with in one way.' })
export class RecoveryOutcomes extends CountedShare {
  @Field(() => RecoveryBefore, { description: 'The way; of several problems the worst dealt with counts.' })
  recovery!: RecoveryBefore;
}

@ObjectType({ description: 'How people who had given a low answer (below 50) answered the next time.' })
export class Rescored extends CountedShare {
  @Field(() => LowScorerGroup, { description: 'What had been done for them in between.' })
  group!: LowScorerGroup;

  @Field(() => Int, {
    description:
      'Low scorers. `of` counts those who answered the instrument again within 365 days, `hits` those at 50 or more then.',
  })
  people!: number;
}

@ObjectType({ description: 'Whether low scorers rise, and how much of it recovery can claim.' })
export class Rescores {
  @Field(() => [Rescored], { description: 'One per group, none left out.' })
  groups!: readonly Rescored[];

  @Field(() => CountedDifference, {
    description: 'Share of the recovered that rose, less that of the untouched.',
  })
  recoveredLessUntouched!: CountedDifference;

  @Field(() => String, { description: 'The same in words.' })
  reading!: string;
}

@ObjectType({
  description:
    'What problems of the 365 days before a decision, and their recovery, had to do with staying. Intervals of differences after Newcombe (1998).',
})
export class RecoveryEvidence {
  @Field(() => [RecoveryOutcomes], {
    description: 'One per way, none left out; the share is of those who stayed.',
  })
  groups!: readonly RecoveryOutcomes[];

  @Field(() => CountedShare, { description: 'Of all that had problems, the share that stayed.' })
  withProblems!: CountedShare;

  @Field(() => CountedDifference, { description: 'The share with problems less the share without.' })
  problemsLessNone!: CountedDifference;

  @Field(() => CountedDifference, {
    description: 'The share after a good recovery less that after a poor one.',
  })
  goodLessPoor!: CountedDifference;

  @Field(() => CountedDifference, {
    description: 'The share after a good recovery less that without a problem.',
  })
  goodLessNone!: CountedDifference;

  @Field(() => Rescores, { description: 'Low scorers, and what they answered next.' })
  rescores!: Rescores;

  @Field(() => String, { description: 'The same in words.' })
  reading!: string;
}
