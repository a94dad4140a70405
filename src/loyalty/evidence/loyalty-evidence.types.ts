import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar } from '../../common/scalars.js';
import { AskingEffect, Foresight } from './foresight.types.js';
import { RecoveryEvidence } from './recovery/recovery-evidence.types.js';
import { AnswerCalibration, SaidAgainstDone } from './said.types.js';

@ObjectType({
  description:
    'What customers had said, against what they did. A decision is a loss, or a renewal, expansion or contraction; events of one ' +
    'direction within 60 days are one decision. Only what was said by the evening before it counts.',
})
export class LoyaltyEvidence {
  @Field(() => Int, { description: 'Decisions looked at.' })
  outcomes!: number;

  @Field(() => Int, { description: 'Decisions to stay.' })
  stayed!: number;

  @Field(() => Int, { description: 'Decisions to leave.' })
  left!: number;

  @Field(() => Int, { description: 'Accounts that decided, each once.' })
  accounts!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day of the first decision; null while there is none.',
  })
  from!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day of the last decision.' })
  to!: string | null;

  @Field(() => Int, {
    description:
      'Answers held against a decision that were entered only on its day or later. Their dates are taken as given: what was ' +
      'recorded with the outcome in mind looks wiser than it was.',
  })
  lateAnswers!: number;

  @Field(() => Int, {
    description:
      'Decisions of a time before we knew the account: the structure of today stands in for that of then.',
  })
  structuresKnownLater!: number;

  @Field(() => [SaidAgainstDone], {
    description: 'Six tables: intention and advocacy, each by operations, by management and by both.',
  })
  saidAgainstDone!: readonly SaidAgainstDone[];

  @Field(() => [AnswerCalibration], {
    description: 'Answer against share that stayed, by instrument, level and structure.',
  })
  calibration!: readonly AnswerCalibration[];

  @Field(() => [Foresight], {
    description: 'Which level told decisions better: one per structure, none left out.',
  })
  foresight!: readonly Foresight[];

  @Field(() => [AskingEffect], {
    description: 'Answers asked for against answers volunteered, per instrument.',
  })
  asking!: readonly AskingEffect[];

  @Field(() => RecoveryEvidence, { description: 'Problems and their recovery.' })
  recovery!: RecoveryEvidence;

  @Field(() => [String], { description: 'What all of it rests on, and what it does not prove.' })
  reading!: readonly string[];
}
