import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { Kind, OperationTypeNode, type GraphQLResolveInfo, type OperationDefinitionNode } from 'graphql';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { forgetLoaded } from '../common/batching.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { WriteRecord } from './write-record.js';

/**
 * Wraps each mutation: if it fails, what it wrote is undone, and what its neighbours in the same operation wrote stays.
 * One without neighbours needs no step of its own for that: with it fails all of the operation, and is undone at its end.
 * What it touched is refreshed before its answer is read, so that the answer shows the account as it is afterwards.
 */
@Injectable()
export class MutationInterceptor implements NestInterceptor {
  constructor(private readonly transaction: TenantTransaction) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType<string>() !== 'graphql') return next.handle();
    const info = GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>();
    if (info.operation.operation !== OperationTypeNode.MUTATION) return next.handle();
    return from(this.write(info.operation, () => lastValueFrom<unknown>(next.handle())));
  }

  private async write(operation: OperationDefinitionNode, handle: () => Promise<unknown>): Promise<unknown> {
    const record = WriteRecord.current();
    forgetLoaded();
    const work = async (): Promise<unknown> => {
      const answer = await handle();
      await this.transaction.refreshTouched();
      return answer;
    };
    const result = await (isAlone(operation) ? work() : this.transaction.savepoint(work));
    record.succeeded = true;
    return result;
  }
}

/** Whether an operation has one field at its root. What a fragment spreads there may be any number. */
function isAlone({ selectionSet: { selections } }: OperationDefinitionNode): boolean {
  return selections.length === 1 && selections[0]?.kind === Kind.FIELD;
}
