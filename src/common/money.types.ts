import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { Matches } from 'class-validator';
import { DecimalScalar } from './scalars.js';

@ObjectType({ description: 'An amount in one currency.' })
export class Money {
  @Field(() => DecimalScalar, { description: 'Exact decimal as text.' })
  amount!: string;

  @Field(() => String, { description: 'ISO 4217 code, as `EUR`.' })
  currency!: string;
}

@InputType({ description: 'An amount in one currency.' })
export class MoneyInput {
  @Field(() => DecimalScalar, { description: 'Exact decimal as text; not negative.' })
  @Matches(/^\d/, { message: 'An amount of zero or more is needed.' })
  amount!: string;

  @Field(() => String, { description: 'ISO 4217 code in capitals, as `EUR`.' })
  @Matches(/^[A-Z]{3}$/, { message: 'A three-letter ISO 4217 currency code in capitals is needed.' })
  currency!: string;
}
