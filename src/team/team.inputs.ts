import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsEmail, IsOptional, ValidateNested } from 'class-validator';
import { IsRef, RefInput } from '../common/reference.types.js';
import { DateScalar } from '../common/scalars.js';
import { OurFunction } from '../domain/terms.js';

@InputType({ description: 'One of our people on an account. Who is there already gets what is said here.' })
export class TeamMemberInput {
  @Field(() => RefInput, { description: 'The account.' })
  @IsRef()
  account!: RefInput;

  @Field(() => String, { description: 'E-mail address of the one of our people.' })
  @IsEmail({}, { message: 'An e-mail address is needed.' })
  userEmail!: string;

  @Field(() => OurFunction, { description: 'The function they stand for at this account.' })
  ourFunction!: OurFunction;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether they lead the team; the leader before them no longer does.',
  })
  leader?: boolean | null;

  @Field(() => [RefInput], {
    nullable: true,
    description: 'The stakeholders they look after, up to 200; replaces the earlier ones.',
  })
  @IsOptional()
  @ArrayMaxSize(200, { message: 'At most 200 counterparts.' })
  @ValidateNested({ each: true })
  @Type(() => RefInput)
  counterparts?: RefInput[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day on the account; today when left out.' })
  since?: string | null;
}

@InputType({ description: 'One of our people leaves an account.' })
export class LeaveTeamInput {
  @Field(() => RefInput, { description: 'The account.' })
  @IsRef()
  account!: RefInput;

  @Field(() => String, { description: 'E-mail address of who leaves.' })
  @IsEmail({}, { message: 'An e-mail address is needed.' })
  userEmail!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day on the account; today when left out.' })
  until?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'E-mail address of the successor, who takes over the function, the counterparts and the open promises. Without one they stay visible as a vacancy.',
  })
  @IsOptional()
  @IsEmail({}, { message: 'An e-mail address is needed.' })
  successorEmail?: string | null;
}
