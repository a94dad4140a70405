import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { OperationTypeNode, type GraphQLResolveInfo } from 'graphql';
import type { IncomingMessage } from 'node:http';
import { StrataError } from '../common/errors.js';
import { Operation } from '../common/operation.js';
import { Scope } from '../domain/rights.js';
import { AccessService } from './access.service.js';
import type { Caller } from './actor.types.js';
import { REQUIRED_SCOPE } from './requires.decorator.js';

/** Lets nobody past without a key that allows what they ask for. Guards every query and mutation unless told otherwise. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly access: AccessService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType<string>() !== 'graphql') return true;
    const graphql = GqlExecutionContext.create(context);
    const info = graphql.getInfo<GraphQLResolveInfo>();
    const { req, caller: given } = graphql.getContext<{ req?: IncomingMessage; caller?: Caller }>();
    const caller = await Operation.current().part(this, () =>
      this.admit(given ?? req?.headers.authorization, info),
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
  private async admit(who: Caller | string | undefined, info: GraphQLResolveInfo): Promise<Caller> {
    const access = info.operation.operation === OperationTypeNode.MUTATION ? 'write' : 'read';
    if (typeof who !== 'object')
      return this.access.enterByKey(/^Bearer +(\S+)$/i.exec(who ?? '')?.[1], access);
    this.access.enter(who, access);
    return who;
  }
}
