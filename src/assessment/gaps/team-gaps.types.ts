import { Field, ObjectType } from '@nestjs/graphql';
import { DateScalar } from '../../common/scalars.js';
import { OrganisationLevel, OurFunction, StakeholderRole } from '../../domain/terms.js';

/*
 * People, problems and promises are carried by id here and shown as records by the resolver, which loads those of all
 * gaps together.
 */

@ObjectType({ description: 'Somebody of a deciding level whom nobody of ours looks after.' })
export class Unattended {
  stakeholderId!: string;

  @Field(() => OrganisationLevel, { description: 'Their level.' })
  level!: OrganisationLevel;
}

@ObjectType({
  description: 'A seat of the customer that somebody left and nobody took over, with what was left behind.',
})
export class Vacancy {
  stakeholderId!: string;

  @Field(() => DateScalar, { description: 'Their last day.' })
  endedOn!: string;

  @Field(() => [StakeholderRole], { description: 'The roles whose loss endangers the account.' })
  keyRoles!: readonly StakeholderRole[];

  problemIds!: readonly string[];

  commitmentIds!: readonly string[];
}

@ObjectType({ description: 'What one of our people left behind and nobody took over.' })
export class TeamVacancy {
  userId!: string;

  @Field(() => DateScalar, { description: 'Their last day on the account.' })
  until!: string;

  commitmentIds!: readonly string[];

  stakeholderIds!: readonly string[];
}

@ObjectType({ description: 'Where our team leaves the customer alone.' })
export class TeamGaps {
  @Field(() => Boolean, { description: 'Whether somebody leads the team.' })
  hasLeader!: boolean;

  @Field(() => [OurFunction], {
    description: 'Functions that every account needs, or that this one had, and nobody covers now.',
  })
  uncoveredFunctions!: readonly OurFunction[];

  @Field(() => [Unattended], { description: 'People of a deciding level whom nobody looks after.' })
  withoutCounterpart!: readonly Unattended[];

  @Field(() => [Vacancy], { description: 'Seats of the customer that nobody took over.' })
  vacancies!: readonly Vacancy[];

  @Field(() => [TeamVacancy], { description: 'What our own people left behind.' })
  teamVacancies!: readonly TeamVacancy[];
}
