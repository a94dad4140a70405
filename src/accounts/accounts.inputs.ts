import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  IsEmail,
  IsOptional,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { MoneyInput } from '../common/money.types.js';
import { ExternalIdInput, IsOurId, IsRef, RefInput } from '../common/reference.types.js';
import { DateScalar } from '../common/scalars.js';
import { Standing } from '../domain/judgement-terms.js';
import { AccountKind, OrganisationStructure } from '../domain/terms.js';

@InputType({
  description:
    'An account to create or change. It is the one with this `id` or `external` id; without both, a new one. ' +
    'Fields left out stay as they are; null clears them.',
})
export class AccountInput {
  @Field(() => ID, { nullable: true, description: 'Our id of an existing account.' })
  @IsOptional()
  @IsOurId()
  id?: string | null;

  @Field(() => ExternalIdInput, {
    nullable: true,
    description: 'Its id in another system; together with `id` it is added to that account.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => ExternalIdInput)
  external?: ExternalIdInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it is called, 1 to 255 characters; needed for a new account.',
  })
  @ValidateIf((input: AccountInput) => input.name !== undefined)
  @Matches(/\S/, { message: 'A name needs at least one visible character.' })
  @Length(1, 255, { message: 'A name has 1 to 255 characters.' })
  name?: string | null;

  @Field(() => AccountKind, {
    nullable: true,
    description: 'CUSTOMER unless said otherwise. An INTERNAL one has no annual value.',
  })
  @ValidateIf((input: AccountInput) => input.kind !== undefined)
  @Matches(/./, { message: 'The kind of an account cannot be cleared.' })
  kind?: AccountKind | null;

  @Field(() => OrganisationStructure, {
    nullable: true,
    description:
      'Who decides about us, as somebody who knows states it; null or UNKNOWN takes the statement back.',
  })
  structure?: OrganisationStructure | null;

  @Field(() => String, { nullable: true, description: 'The market segment, up to 120 characters.' })
  @IsOptional()
  @MaxLength(120, { message: 'A segment has at most 120 characters.' })
  segment?: string | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'What the account is worth to us in a year. Refused with RULE_BROKEN for kind INTERNAL.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyInput)
  annualValue?: MoneyInput | null;

  @Field(() => DateScalar, { nullable: true, description: 'When the contract is next renewed or lost.' })
  renewalOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'E-mail address of the one of our people who looks after it; unknown ones become account managers.',
  })
  @IsOptional()
  @IsEmail({}, { message: 'An e-mail address is needed.' })
  @MaxLength(254)
  ownerEmail?: string | null;

  @Field(() => RefInput, {
    nullable: true,
    description: 'The account it belongs to; may be an item of the same batch.',
  })
  @IsOptional()
  @IsRef()
  parent?: RefInput | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version that was read: a newer one is not overwritten, the item is refused with CONFLICT.',
  })
  @IsOptional()
  @Min(1, { message: 'Versions start at 1.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'Which accounts; all conditions must hold. Left out, a condition admits all.' })
export class AccountFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Looked after by the one of our people with this e-mail address.',
  })
  ownerEmail?: string | null;

  @Field(() => String, { nullable: true, description: 'In this segment, in the exact words of the tenant.' })
  segment?: string | null;

  @Field(() => OrganisationStructure, { nullable: true, description: 'Of this structure.' })
  structure?: OrganisationStructure | null;

  @Field(() => AccountKind, { nullable: true, description: 'Of this kind.' })
  kind?: AccountKind | null;

  @Field(() => [Standing], { nullable: true, description: 'In one of these standings.' })
  standing?: Standing[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'With a renewal before this date.' })
  renewalBefore?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: only those no longer with us; false: only those that are. Left out, both, except in `baseAtRisk`.',
  })
  lost?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'With these characters somewhere in the name, in any case; up to 120.',
  })
  @IsOptional()
  @MaxLength(120, { message: 'At most 120 characters are searched for.' })
  search?: string | null;
}
