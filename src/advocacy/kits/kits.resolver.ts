import { Args, ArgsType, Mutation, Query, Resolver } from '@nestjs/graphql';
import { pageArgs, type Connection } from '../../common/pages/connection.types.js';
import { KitConnection } from './kit-connection.types.js';
import { Kit } from './kit.entity.js';
import { CreateKitInput } from './kits.inputs.js';
import { KitsReader } from './kits.reader.js';
import { KitsService } from './kits.service.js';

@ArgsType()
class KitsPage extends pageArgs(25) {}

@Resolver(() => Kit)
export class KitsResolver {
  constructor(
    private readonly service: KitsService,
    private readonly reader: KitsReader,
  ) {}

  @Query(() => KitConnection, { description: 'What advocates can be equipped with, the latest first.' })
  kits(@Args() page: KitsPage): Promise<Connection<Kit>> {
    return this.reader.listKits(page);
  }

  @Mutation(() => Kit, { description: 'Makes a kit: knowledge, figures, tools for advocates.' })
  createKit(
    @Args('input', { type: () => CreateKitInput, description: 'The kit.' }) input: CreateKitInput,
  ): Promise<Kit> {
    return this.service.createKit(input);
  }
}
