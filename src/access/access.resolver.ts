import { Query, Resolver } from '@nestjs/graphql';
import { AccessService } from './access.service.js';
import { Actor } from './actor.types.js';

@Resolver(() => Actor)
export class AccessResolver {
  constructor(private readonly access: AccessService) {}

  @Query(() => Actor, { description: 'Whose key this is and what it allows.' })
  me(): Actor {
    const { tenantId, user, role, scopes } = this.access.caller;
    return { tenant: tenantId, user, role, scopes };
  }
}
