import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { MoneyInput } from '../../common/money.types.js';
import { ExternalIdInput, IsOurId, IsRef, RefInput } from '../../common/reference.types.js';
import { DateScalar } from '../../common/scalars.js';
import { LoyaltyEventKind } from '../../domain/loyalty/terms.js';

@InputType({ description: 'What an account was seen to do.' })
export class LoyaltyEventInput {
  @Field(() => ExternalIdInput, {
    nullable: true,
    description:
      'Its id in another system: told again in the same words it is recorded once, in other words it is corrected.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => ExternalIdInput)
  external?: ExternalIdInput | null;

  @Field(() => RefInput, { description: 'Which account; one of kind INTERNAL is refused with RULE_BROKEN.' })
  @IsRef()
  account!: RefInput;

  @Field(() => LoyaltyEventKind, { description: 'What happened.' })
  kind!: LoyaltyEventKind;

  @Field(() => DateScalar, { description: 'On which day, in UTC; none to come.' })
  occurredOn!: string;

  @Field(() => MoneyInput, {
    nullable: true,
    description:
      'Never negative. RENEWED: the annual value renewed; EXPANDED and CONTRACTED: the change per year; LOST and ' +
      'WON_BACK: the annual value lost or won back; REFERRED: the annual value of the business it brought. Null where ' +
      'not known.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyInput)
  amount?: MoneyInput | null;

  @Field(() => String, { nullable: true, description: 'Why, in words, up to 2,000 characters.' })
  @IsOptional()
  @MaxLength(2000, { message: 'A reason has at most 2,000 characters.' })
  reason?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The event that this one corrects; both stay. Leave out `external` then: it keeps the one it has.',
  })
  @IsOptional()
  @IsOurId()
  supersedes?: string | null;
}
