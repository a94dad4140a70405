import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../common/pages/connection.types.js';
import { DateScalar } from '../common/scalars.js';
import { AskGuardCode } from '../domain/advocacy/ask-guard.js';
import { AdvocateStatus } from '../domain/advocacy/terms.js';

@ObjectType('AskGuard', { description: 'Why somebody is not to be asked for anything now.' })
export class GuardInWords {
  @Field(() => AskGuardCode, { description: 'Which reason.' })
  code!: AskGuardCode;

  @Field(() => String, { description: 'The reason in a sentence one would say.' })
  reason!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Until when, where that is a day; null where something has to be done first.',
  })
  until!: string | null;
}

@ObjectType({
  description:
    'Somebody who speaks for us among colleagues, or could. Worked out from what is recorded, never stated.',
})
export class Advocate {
  @Field(() => ID, { description: 'The id of the stakeholder.' })
  id!: string;

  accountId!: string;

  @Field(() => AdvocateStatus, { description: 'CANDIDATE, EQUIPPED, ACTIVE or RESTING.' })
  status!: AdvocateStatus;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'From when on they may be asked: today if they may now; null while nobody can tell, because something has to be done first.',
  })
  askableFrom!: string | null;

  @Field(() => [String], {
    description: 'The codes of what forbids asking them now; empty if they may be asked.',
  })
  guardedBy!: string[];

  @Field(() => [GuardInWords], { description: 'The same with the reasons in sentences.' })
  guards!: GuardInWords[];
}

export const AdvocateConnection = connectionOf(Advocate);
