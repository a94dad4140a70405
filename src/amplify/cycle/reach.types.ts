import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../common/scalars.js';
import { LinkKind } from '../../domain/advocacy/reach/connections.js';
import { AmplificationOutcome } from '../../domain/advocacy/terms.js';
import { OrganisationLevel } from '../../domain/terms.js';

/* The people are added by their resolvers, from the ids that are not shown. */

@ObjectType({ description: 'An advocate spoke to somebody.' })
export class ReachedBy {
  advocateId!: string;

  @Field(() => AmplificationOutcome, { description: 'What it did.' })
  outcome!: AmplificationOutcome;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: string;
}

@ObjectType({ description: 'Somebody who decides and has heard an advocate within a year.' })
export class ReachedStakeholder {
  stakeholderId!: string;

  @Field(() => [ReachedBy], { description: 'Each time, latest first.' })
  by!: readonly ReachedBy[];
}

@ObjectType({ description: 'A step from one person to the next.' })
export class PathStep {
  toId!: string;

  @Field(() => LinkKind, { description: 'What connects them.' })
  kind!: LinkKind;
}

@ObjectType({ description: 'A way from an advocate to somebody they have not reached.' })
export class AdvocatePath {
  fromId!: string;

  @Field(() => Int, { description: 'How many steps it is long.' })
  length!: number;

  @Field(() => [PathStep], {
    description: 'The steps in their order; the last one leads to who is to be reached.',
  })
  steps!: readonly PathStep[];
}

@ObjectType({ description: 'Somebody who decides and has heard no advocate within a year.' })
export class UnreachedStakeholder {
  stakeholderId!: string;

  @Field(() => Boolean, { description: 'Whether they are a decision maker.' })
  isDecisionMaker!: boolean;

  @Field(() => [AdvocatePath], {
    description:
      'The ways from the nearest advocates who were not asked lately, the shortest first; at most three. Empty if no way is known.',
  })
  nearest!: readonly AdvocatePath[];
}

@ObjectType({ description: 'How far our advocates have come at one deciding level.' })
export class LevelReach {
  @Field(() => OrganisationLevel, { description: 'The level.' })
  level!: OrganisationLevel;

  @Field(() => Int, { description: 'People of the level now.' })
  known!: number;

  @Field(() => [ReachedStakeholder], { description: 'Who has heard an advocate.' })
  reached!: readonly ReachedStakeholder[];

  @Field(() => [UnreachedStakeholder], {
    description: 'Who has not, decision makers first; advocates themselves need not.',
  })
  unreached!: readonly UnreachedStakeholder[];
}

@ObjectType({ description: 'How far our advocates have come at an account.' })
export class AccountReach {
  @Field(() => [LevelReach], { description: 'Each level that decides.' })
  levels!: readonly LevelReach[];

  @Field(() => Int, { description: 'How many advocates have spoken for us within a year.' })
  advocates!: number;

  @Field(() => [OrganisationLevel], { description: 'The levels they spoke from.' })
  advocateLevels!: readonly OrganisationLevel[];

  @Field(() => Boolean, { description: 'Whether all of it was said by one person: that is no network yet.' })
  restsOnOnePerson!: boolean;
}
