import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessReader } from '../../access/access.reader.js';
import { User } from '../../access/user.entity.js';
import { loadBatched } from '../../common/batching.js';
import { WeightsInForce } from './calibration.types.js';
import { CalibrationProposal } from './proposal.types.js';

/** Who put weights in force. */
@Resolver(() => WeightsInForce)
export class WeightsInForceResolver {
  constructor(private readonly people: AccessReader) {}

  @ResolveField(() => User, { nullable: true, description: 'Who did; null for an integration.' })
  by(@Parent() { byId }: WeightsInForce): Promise<User | null> | null {
    return byId ? loadBatched(this, 'by', byId, (ids) => this.people.findUsers(ids)) : null;
  }
}

/** Who asked for a proposal. */
@Resolver(() => CalibrationProposal)
export class CalibrationProposalResolver {
  constructor(private readonly people: AccessReader) {}

  @ResolveField(() => User, { nullable: true, description: 'Who asked for it; null for an integration.' })
  proposedBy(@Parent() { proposedById }: CalibrationProposal): Promise<User | null> | null {
    return proposedById
      ? loadBatched(this, 'proposedBy', proposedById, (ids) => this.people.findUsers(ids))
      : null;
  }
}
