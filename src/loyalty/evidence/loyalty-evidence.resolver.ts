import { Args, ArgsType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Account } from '../../accounts/account.entity.js';
import { AccountFilter } from '../../accounts/accounts.inputs.js';
import { AccountConnection } from '../../accounts/accounts.types.js';
import { type Connection, pageArgs } from '../../common/pages/connection.types.js';
import { EvidenceAccountsReader } from './evidence-accounts.reader.js';
import { LoyaltyEvidenceReader } from './loyalty-evidence.reader.js';
import { LoyaltyEvidence } from './loyalty-evidence.types.js';
import { SaidAndDone } from './said.types.js';

@ArgsType()
class AccountsPage extends pageArgs(25) {}

/** What was said against what was done. */
@Resolver(() => SaidAndDone)
export class LoyaltyEvidenceResolver {
  constructor(
    private readonly reader: LoyaltyEvidenceReader,
    private readonly behind: EvidenceAccountsReader,
  ) {}

  @Query(() => LoyaltyEvidence, {
    description:
      'Said against done: what each level had said before each decision, what its answers were worth, which level told decisions ' +
      'better, and what recovery changed; always with counts and intervals. Customers alone, those lost included.',
  })
  loyaltyEvidence(
    @Args('filter', {
      type: () => AccountFilter,
      nullable: true,
      description: 'Which accounts; all customers when left out.',
    }) // Optional rather than nullable: a union hides its class from the validation.
    filter?: AccountFilter,
  ): Promise<LoyaltyEvidence> {
    return this.reader.readEvidence(filter ?? null);
  }

  @ResolveField(() => AccountConnection, {
    description: 'The accounts behind the count, each once, by name.',
  })
  accounts(@Parent() { accountIds }: SaidAndDone, @Args() page: AccountsPage): Promise<Connection<Account>> {
    return this.behind.listAccounts(accountIds, page);
  }
}
