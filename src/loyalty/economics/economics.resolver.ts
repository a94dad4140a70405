import { Args, Query, Resolver } from '@nestjs/graphql';
import { AccountFilter } from '../../accounts/accounts.inputs.js';
import type { Economics } from '../../domain/loyalty/economics/economics.js';
import { EconomicsInputs } from './economics.inputs.js';
import { EconomicsReader } from './economics.reader.js';
import { LoyaltyEconomics } from './economics.types.js';

@Resolver(() => LoyaltyEconomics)
export class EconomicsResolver {
  constructor(private readonly reader: EconomicsReader) {}

  @Query(() => LoyaltyEconomics, {
    description:
      'What loyalty is worth: the value of a customer, the effect of a change of retention, the cost of problems and the payoff of preventing them, what was lost and kept by year. Every input is shown and can be set.',
  })
  loyaltyEconomics(
    @Args('filter', {
      type: () => AccountFilter,
      nullable: true,
      description:
        'Of which customers; `standing` and `lost` are refused, because they would leave out those that left.',
    })
    filter?: AccountFilter,
    @Args('inputs', { type: () => EconomicsInputs, nullable: true, description: 'Numbers to work with.' })
    inputs?: EconomicsInputs,
  ): Promise<Economics> {
    return this.reader.readEconomics(filter ?? null, inputs ?? {});
  }
}
