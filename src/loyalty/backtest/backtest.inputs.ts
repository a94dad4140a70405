import { ArgsType, Field } from '@nestjs/graphql';
import { Transform, Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { AccountFilter } from '../../accounts/accounts.inputs.js';
import { StrataError } from '../../common/errors.js';
import { DateScalar } from '../../common/scalars.js';
import { daysBetween } from '../../domain/instants.js';
import { HistoryKnowledge } from '../../domain/loyalty/terms.js';
import { refuseBiasedFilter } from '../outcome-filter.inputs.js';

/** Ten years: nobody's records are comparable over more. */
const MOST_DAYS = 3660;

@ArgsType()
export class BacktestArgs {
  @Field(() => DateScalar, { description: 'First day of the losses and of the warnings looked at.' })
  from!: string;

  @Field(() => DateScalar, { description: 'Last day of both; today or earlier.' })
  to!: string;

  @Field(() => HistoryKnowledge, {
    nullable: true,
    defaultValue: HistoryKnowledge.AS_RECORDED,
    description: 'From what the past is told: as it was recorded at the time, unless said otherwise.',
  })
  @Transform(({ value }: { value: HistoryKnowledge | null }) => value ?? HistoryKnowledge.AS_RECORDED)
  knowledge: HistoryKnowledge = HistoryKnowledge.AS_RECORDED;

  @Field(() => AccountFilter, {
    nullable: true,
    description:
      'Which customers; all of them when left out. `standing` and `lost` are refused: they would choose by the outcome.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => AccountFilter)
  filter?: AccountFilter | null;
}

/** INVALID_INPUT for a period out of order, to come or too long, and for accounts chosen by their outcome. */
export function refuseUnfit({ from, to, filter }: BacktestArgs, today: string): void {
  if (to > today) throw invalid('Nobody can look back on days to come.', ['to']);
  if (from > to) throw invalid('The period ends before it begins.', ['to']);
  if (daysBetween(from, to) > MOST_DAYS) throw invalid('A period of ten years or less is needed.', ['from']);
  refuseBiasedFilter(filter);
}

function invalid(message: string, path: string[]): StrataError {
  return new StrataError('INVALID_INPUT', message, path);
}
