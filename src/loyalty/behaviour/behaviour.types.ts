import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({
  description:
    'How some accounts decided about us after an instant: by what they did, not by what they said.',
})
export class DecidedAfter {
  @Field(() => Int, { description: 'Accounts looked at: those that were with us at the time.' })
  accounts!: number;

  @Field(() => Int, {
    description: 'Those that decided in the days looked at; the first decision of each counts.',
  })
  decided!: number;

  @Field(() => Int, { description: 'Those of them that stayed: renewed, expanded or contracted.' })
  stayed!: number;

  @Field(() => Int, { description: 'Those of them that left.' })
  left!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Share of those that decided that stayed, 0 to 1; null while none decided.',
  })
  share!: number | null;

  @Field(() => Float, { nullable: true, description: 'Lower end of the 95 % Wilson interval of that share.' })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper end of the 95 % Wilson interval of that share.' })
  high!: number | null;
}

@ObjectType({
  description: 'What the account did after an advocate spoke, beside what comparable accounts did.',
})
export class AmplificationBehaviour {
  @Field(() => Int, {
    description: 'How many days after are looked at; longer than for answers, as behaviour is slow.',
  })
  days!: number;

  @Field(() => DecidedAfter, { description: 'The account where the advocate spoke: one account at most.' })
  own!: DecidedAfter;

  @Field(() => DecidedAfter, {
    description:
      'Comparable accounts: you may see them, same segment, structure and kind, and no advocate spoke there in those days before and after.',
  })
  comparable!: DecidedAfter;

  @Field(() => String, { description: 'What the figures show, and what they do not prove.' })
  reading!: string;
}
