import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { OperationTypeNode, type GraphQLResolveInfo } from 'graphql';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { StrataError } from '../common/errors.js';
import { Operation } from '../common/operation/operation.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { Scope } from '../domain/rights.js';
import { AccessService } from './access.service.js';
import type { Caller } from './actor.types.js';
import { REQUIRED_SCOPE } from './requires.decorator.js';
import { readReplicaWish } from './replica-wish.js';

/** Lets nobody past without a key that allows what they ask for. Guards every query and mutation unless told otherwise. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly access: AccessService,
    private readonly transaction: TenantTransaction,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType<string>() !== 'graphql') return true;
    const graphql = GqlExecutionContext.create(context);
    const info = graphql.getInfo<GraphQLResolveInfo>();
    const { req, caller: given } = graphql.getContext<{ req?: IncomingMessage; caller?: Caller }>();
    const caller = await Operation.current().part(this, () =>
      given ? this.admitKnown(given, info) : this.admitByKey(req?.headers ?? {}, info),
    );
    const needed = this.reflector.get<Scope | undefined>(REQUIRED_SCOPE, context.getHandler());
    const scope =
      needed ?? (info.operation.operation === OperationTypeNode.MUTATION ? Scope.WRITE : Scope.READ);
    if (!caller.scopes.includes(scope)) {
      throw new StrataError('FORBIDDEN', 'This key does not allow that.', [], {
        needed: scope,
        allowed: caller.scopes,
      });
    }
    return true;
  }

  /** Once per operation, however many fields it asks for. */
  private async admitByKey(headers: IncomingHttpHeaders, info: GraphQLResolveInfo): Promise<Caller> {
    const access = accessOf(info);
    const wish = access === 'read' ? readReplicaWish(headers) : null;
    const caller = await this.access.enterByKey(
      /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1],
      access,
    );
    // The key was looked up at the primary: one that was revoked opens nothing, however far the replica is behind.
    if (wish) await this.transaction.moveToReplica(wish.position);
    return caller;
  }

  private admitKnown(caller: Caller, info: GraphQLResolveInfo): Promise<Caller> {
    this.access.enter(caller, accessOf(info));
    return Promise.resolve(caller);
  }
}

function accessOf({ operation }: GraphQLResolveInfo): 'read' | 'write' {
  return operation.operation === OperationTypeNode.MUTATION ? 'write' : 'read';
}
