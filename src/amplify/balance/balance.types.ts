import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../common/scalars.js';
import { BalanceKind } from '../../domain/advocacy/balance-lines.js';
import { BalanceSide } from '../../domain/advocacy/balance.js';
import { OrganisationLevel } from '../../domain/terms.js';

@ObjectType({ description: 'How often something was asked or given.' })
export class BalanceCount {
  @Field(() => BalanceKind, { description: 'What.' })
  kind!: BalanceKind;

  @Field(() => Int, { description: 'How often, counted per person.' })
  count!: number;
}

@ObjectType({ description: 'What was asked of one level and given to it.' })
export class LevelBalance {
  @Field(() => OrganisationLevel, { description: 'The level held at the time.' })
  level!: OrganisationLevel;

  @Field(() => Int, { description: 'What we asked, counted per person.' })
  asked!: number;

  @Field(() => Int, { description: 'What we gave, counted per person.' })
  given!: number;

  @Field(() => [BalanceCount], { description: 'Of what both are made.' })
  kinds!: readonly BalanceCount[];
}

@ObjectType({ description: 'What was asked and given in one month.' })
export class MonthBalance {
  @Field(() => String, { description: 'The calendar month in UTC, as `2026-03`.' })
  month!: string;

  @Field(() => Int, { description: 'What we asked in it.' })
  asked!: number;

  @Field(() => Int, { description: 'What we gave in it.' })
  given!: number;

  @Field(() => Int, {
    description: 'Given less asked, from the beginning of the period to the end of the month.',
  })
  balance!: number;
}

@ObjectType({ description: 'A line of the ledger: one person gave or was given one thing.' })
export class BalanceEntry {
  stakeholderId!: string;

  @Field(() => BalanceSide, { description: 'Who gave.' })
  side!: BalanceSide;

  @Field(() => BalanceKind, { description: 'What.' })
  kind!: BalanceKind;

  @Field(() => OrganisationLevel, { description: 'The level they held at the time.' })
  level!: OrganisationLevel;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: string;

  @Field(() => ID, { description: 'The id of the record behind it.' })
  recordId!: string;
}

@ObjectType({
  description:
    'What we asked of an account (answers, references, meetings, speaking for us) against what we gave (teaching, resolutions told, kept promises).',
})
export class AccountBalance {
  @Field(() => Int, { description: 'What we asked, counted per person.' })
  asked!: number;

  @Field(() => Int, { description: 'What we gave, counted per person.' })
  given!: number;

  @Field(() => [LevelBalance], {
    description: 'Operations, management, and people of unknown level if there was anything.',
  })
  levels!: readonly LevelBalance[];

  @Field(() => [MonthBalance], {
    description: 'Every month in which something was asked or given, in their order.',
  })
  months!: readonly MonthBalance[];

  @Field(() => [BalanceEntry], { description: 'The latest 100 lines, latest first.' })
  entries!: readonly BalanceEntry[];
}
