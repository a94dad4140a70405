import { Args, ArgsType, Field, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { Kit } from '../advocacy/kits/kit.entity.js';
import { EquipAdvocateInput } from '../advocacy/kits/kits.inputs.js';
import { KitsReader } from '../advocacy/kits/kits.reader.js';
import { AccountsReader } from '../accounts/accounts.reader.js';
import { loadBatched } from '../common/batching.js';
import { pageArgs, type Connection } from '../common/pages/connection.types.js';
import { RefInput } from '../common/reference.types.js';
import { AdvocateStatus } from '../domain/advocacy/terms.js';
import { Stakeholder } from '../stakeholders/stakeholder.entity.js';
import { StakeholdersReader } from '../stakeholders/stakeholders.reader.js';
import { AdvocatesReader } from './advocates.reader.js';
import { Advocate, AdvocateConnection } from './advocates.types.js';
import { EquippingService } from './equipping.service.js';

@ArgsType()
class AdvocatesPage extends pageArgs(25) {
  @Field(() => RefInput, { nullable: true, description: 'Only of this account.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => RefInput)
  account?: RefInput | null;

  @Field(() => [AdvocateStatus], { nullable: true, description: 'Only in one of these.' })
  status?: AdvocateStatus[] | null;
}

/** Who speaks for us. */
@Resolver(() => Advocate)
export class AdvocatesResolver {
  constructor(
    private readonly equipping: EquippingService,
    private readonly reader: AdvocatesReader,
    private readonly accounts: AccountsReader,
  ) {}

  @Query(() => AdvocateConnection, {
    description: 'Who speaks for us or could: who may be asked now, who not, why, and from when on.',
  })
  async advocates(@Args() { account: ref, status, ...page }: AdvocatesPage): Promise<Connection<Advocate>> {
    const account = ref ? await this.accounts.getAccount(ref, ['account']) : null;
    return this.reader.listAdvocates(page, { accountId: account?.id, status });
  }

  @Mutation(() => Advocate, {
    description: 'Records that somebody was handed a kit. Giving is never guarded.',
  })
  equipAdvocate(
    @Args('input', { type: () => EquipAdvocateInput, description: 'Who, and which kit.' })
    input: EquipAdvocateInput,
  ): Promise<Advocate> {
    return this.equipping.equipAdvocate(input);
  }
}

/** Who an advocate is, and what they have in hand. */
@Resolver(() => Advocate)
export class AdvocatePersonResolver {
  constructor(
    private readonly people: StakeholdersReader,
    private readonly kitsReader: KitsReader,
  ) {}

  @ResolveField(() => Stakeholder, { description: 'Who.' })
  stakeholder(@Parent() { id }: Advocate): Promise<Stakeholder | null> {
    return loadBatched(this, 'stakeholder', id, (ids) => this.people.findStakeholders(ids));
  }

  @ResolveField(() => [Kit], { description: 'What they were equipped with, the latest first.' })
  async kits(@Parent() { id }: Advocate): Promise<Kit[]> {
    return (await loadBatched(this, 'kits', id, (ids) => this.kitsReader.findKitsOf(ids))) ?? [];
  }
}

/** What advocacy adds to a stakeholder. */
@Resolver(() => Stakeholder)
export class StakeholderAdvocateResolver {
  constructor(private readonly reader: AdvocatesReader) {}

  @ResolveField(() => Advocate, {
    nullable: true,
    description: 'What they are to us as an advocate; null if they are none.',
  })
  advocate(@Parent() { id }: Stakeholder): Promise<Advocate | null> {
    return loadBatched(this, 'advocate', id, (ids) => this.reader.findAdvocates(ids));
  }
}
