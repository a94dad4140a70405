import { Args, ArgsType, Field, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IsOptional, Length, Matches } from 'class-validator';
import { Requires } from '../../access/requires.decorator.js';
import { type Connection, pageArgs } from '../../common/pages/connection.types.js';
import { getId } from '../../common/reference.types.js';
import { Scope } from '../../domain/rights.js';
import { CalibrationReader } from './calibration.reader.js';
import { CalibrationService } from './calibration.service.js';
import { RiskCalibration, WeightsInForce, WeightsInForceConnection } from './calibration.types.js';
import { CalibrationProposal, CalibrationProposalConnection } from './proposal.types.js';

@ArgsType()
class ProposalPage extends pageArgs(10) {}
@ArgsType()
class WeightsPage extends pageArgs(10) {}

@ArgsType()
class AcceptanceArgs {
  @Field(() => ID, { description: 'The proposal.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Why, in up to 2,000 characters.' })
  @IsOptional()
  @Length(1, 2000, { message: 'A reason has 1 to 2,000 characters.' })
  reason?: string | null;
}

@ArgsType()
class ReversionArgs {
  @Field(() => String, { description: 'Why, in 1 to 2,000 characters.' })
  @Matches(/\S/, { message: 'Say why.' })
  @Length(1, 2000, { message: 'A reason has 1 to 2,000 characters.' })
  reason!: string;
}

/** Weights learned from what accounts did. */
@Resolver(() => RiskCalibration)
export class CalibrationResolver {
  constructor(
    private readonly reader: CalibrationReader,
    private readonly service: CalibrationService,
  ) {}

  @Query(() => RiskCalibration, {
    description:
      'Whether there are enough outcomes to learn the weights of the reasons from, what is missing, what was proposed and ' +
      'what is in force. Counts outcomes of accounts you may see.',
  })
  riskCalibration(): Promise<RiskCalibration> {
    return this.reader.readCalibration();
  }

  @Requires(Scope.ADMIN)
  @Mutation(() => CalibrationProposal, {
    description:
      'Learns weights from the earlier outcomes, tries them on the later ones, and keeps both as a proposal: nothing is ' +
      'judged by it yet. Refused with RULE_BROKEN while there are too few outcomes.',
  })
  proposeRiskCalibration(): Promise<CalibrationProposal> {
    return this.service.propose();
  }

  @Requires(Scope.ADMIN)
  @Mutation(() => WeightsInForce, {
    description:
      'Puts the weights of a proposal in force, an earlier one as well. Accounts are judged anew: 200 at once, the rest by the sweep.',
  })
  acceptRiskCalibration(@Args() { id, reason }: AcceptanceArgs): Promise<WeightsInForce> {
    return this.service.accept(getId(id), reason ?? null);
  }

  @Requires(Scope.ADMIN)
  @Mutation(() => WeightsInForce, {
    description: 'Puts the weights as shipped in force again. What was judged in between stays on record.',
  })
  revertRiskCalibration(@Args() { reason }: ReversionArgs): Promise<WeightsInForce> {
    return this.service.revert(reason);
  }

  @ResolveField(() => CalibrationProposalConnection, { description: 'What was proposed, latest first.' })
  proposals(@Args() page: ProposalPage): Promise<Connection<CalibrationProposal>> {
    return this.reader.listProposals(page);
  }

  @ResolveField(() => WeightsInForceConnection, {
    description: 'Which weights came into force when, latest first; those as shipped before the first.',
  })
  history(@Args() page: WeightsPage): Promise<Connection<WeightsInForce>> {
    return this.reader.listInForce(page);
  }
}
