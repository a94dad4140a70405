import { Args, ArgsType, Field, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Commitment } from '../../commitments/commitment.entity.js';
import { CommitmentsReader } from '../../commitments/commitments.reader.js';
import { CommitmentConnection } from '../../commitments/commitments.types.js';
import { pageArgs, type Connection } from '../../common/pages/connection.types.js';
import { CommitmentStatus } from '../../domain/terms.js';
import type { Expectation } from '../expectations/expectation.entity.js';
import { ExpectationsReader } from '../expectations/expectations.reader.js';
import { ExpectationConnection, ExpectationsPage } from '../expectations/expectations.types.js';
import { RelationshipPlan } from './relationship-plan.entity.js';

@ArgsType()
class PromisesPage extends pageArgs(25) {
  @Field(() => CommitmentStatus, {
    nullable: true,
    description: 'Only those of which this has become by today.',
  })
  status?: CommitmentStatus | null;
}

/** What a plan shows of promises and expectations: as they stand now, not as they were when it was written. */
@Resolver(() => RelationshipPlan)
export class PlanRecordsResolver {
  constructor(
    private readonly promises: CommitmentsReader,
    private readonly agreed: ExpectationsReader,
  ) {}

  @ResolveField(() => CommitmentConnection, {
    description: 'What we promised there, the one due last first.',
  })
  commitments(
    @Parent() { accountId }: RelationshipPlan,
    @Args() { status, ...page }: PromisesPage,
  ): Promise<Connection<Commitment>> {
    return this.promises.listOfAccount(accountId, page, status);
  }

  @ResolveField(() => ExpectationConnection, { description: 'What both sides expect, oldest first.' })
  expectations(
    @Parent() { accountId }: RelationshipPlan,
    @Args() { includeRetired, ...page }: ExpectationsPage,
  ): Promise<Connection<Expectation>> {
    return this.agreed.listOfAccount(accountId, page, includeRetired ?? false);
  }
}
