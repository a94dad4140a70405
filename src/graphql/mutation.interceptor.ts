import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { Kind, OperationTypeNode, type GraphQLResolveInfo } from 'graphql';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { forgetLoaded } from '../common/batching.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { WriteRecord } from './write-record.js';

/**
 * Wraps each mutation: if it fails, what it wrote is undone, and what its neighbours in the same operation wrote stays.
 * What it touched is refreshed before its answer is read, so that the answer shows the account as it is afterwards.
 */
@Injectable()
export class MutationInterceptor implements NestInterceptor {
  constructor(private readonly transaction: TenantTransaction) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType<string>() !== 'graphql') return next.handle();
    const info = GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>();
    if (info.operation.operation !== OperationTypeNode.MUTATION) return next.handle();
    return from(this.write(() => lastValueFrom<unknown>(next.handle()), isAlone(info)));
  }

  private async write(handle: () => Promise<unknown>, alone: boolean): Promise<unknown> {
    const record = WriteRecord.current();
    forgetLoaded();
    const work = async (): Promise<unknown> => {
      const answer = await handle();
      await this.transaction.refreshTouched();
      return answer;
    };
    // Without neighbours there is nothing to keep: if it fails, the operation is undone as a whole.
    const result = await (alone ? work() : this.transaction.savepoint(work));
    record.succeeded = true;
    return result;
  }
}

/** Whether this mutation is all that the operation does. One that stands in a fragment is not looked for. */
function isAlone({ operation }: GraphQLResolveInfo): boolean {
  const [only, ...others] = operation.selectionSet.selections;
  return only?.kind === Kind.FIELD && others.length === 0;
}
