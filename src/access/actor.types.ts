import { Field, ObjectType } from '@nestjs/graphql';
import type { Role, Scope } from '../domain/rights.js';
import { User } from './user.entity.js';

/** Who is calling, for which tenant, with which rights. */
export interface Caller {
  tenantId: string;
  /** The API key used; null for a command run on the machine itself. */
  keyId: string | null;
  /** The person the key acts for; null for an integration. */
  user: User | null;
  role: Role | null;
  /** Everything allowed, what a wider scope includes among it. */
  scopes: readonly Scope[];
}

@ObjectType({ description: 'Whose key this is: a user with a role, or an integration with scopes.' })
export class Actor {
  @Field(() => String, { description: 'The tenant the key belongs to.' })
  tenant!: string;

  @Field(() => User, { nullable: true, description: 'The person the key acts for; null for an integration.' })
  user!: User | null;

  @Field(() => String, {
    nullable: true,
    description:
      'ACCOUNT_MANAGER (own accounts), SALES_LEADER (reads all) or ADMIN; null for an integration.',
  })
  role!: string | null;

  @Field(() => [String], { description: 'What the key may be used for: read, write, admin.' })
  scopes!: readonly string[];
}
