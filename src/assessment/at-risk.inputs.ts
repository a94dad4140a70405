import { Field, InputType, registerEnumType } from '@nestjs/graphql';
import { DateScalar } from '../common/scalars.js';
import { RiskReasonCode, Standing } from '../domain/judgement-terms.js';
import { OrganisationStructure } from '../domain/terms.js';

/** How the base is divided into rows. */
export enum BaseGrouping {
  NONE = 'NONE',
  SEGMENT = 'SEGMENT',
  OWNER = 'OWNER',
  STRUCTURE = 'STRUCTURE',
}

registerEnumType(BaseGrouping, {
  name: 'BaseGrouping',
  description: 'How the base is divided into rows.',
  valuesMap: {
    NONE: { description: 'One row for the whole base.' },
    SEGMENT: { description: 'One row per segment.' },
    OWNER: { description: 'One row per owner, named by e-mail address.' },
    STRUCTURE: { description: 'One row per structure.' },
  },
});

@InputType({
  description: 'Which accounts at risk; all conditions must hold. Left out, a condition admits all.',
})
export class AtRiskFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Looked after by the one of our people with this e-mail address.',
  })
  ownerEmail?: string | null;

  @Field(() => String, { nullable: true, description: 'In this segment, in the exact words of the tenant.' })
  segment?: string | null;

  @Field(() => OrganisationStructure, { nullable: true, description: 'Of this structure.' })
  structure?: OrganisationStructure | null;

  @Field(() => [RiskReasonCode], { nullable: true, description: 'With at least one of these reasons.' })
  reasons?: RiskReasonCode[] | null;

  @Field(() => [Standing], {
    nullable: true,
    defaultValue: [Standing.AT_RISK],
    description: 'In one of these standings; AT_RISK alone unless said otherwise.',
  })
  standing?: Standing[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'With a renewal before this date.' })
  renewalBefore?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'True: those no longer with us, instead of those that are.',
  })
  lost?: boolean | null;
}
