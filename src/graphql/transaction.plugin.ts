import type {
  ApolloServerPlugin,
  BaseContext,
  GraphQLRequestContextWillSendResponse,
  GraphQLRequestListener,
} from '@apollo/server';
import { Injectable } from '@nestjs/common';
import { OperationTypeNode } from 'graphql';
import { POSITION_HEADER, READ_HEADER } from '../access/replica-wish.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { formatError } from './error-format.js';
import { WriteRecord } from './write-record.js';

/** Confirms or undoes what an operation wrote, before its answer is sent: nobody is told of a write that did not last. */
@Injectable()
export class TransactionPlugin implements ApolloServerPlugin {
  constructor(private readonly transaction: TenantTransaction) {}

  requestDidStart(): Promise<GraphQLRequestListener<BaseContext>> {
    return Promise.resolve({ willSendResponse: (request) => this.settle(request) });
  }

  private async settle({
    operation,
    request,
    response,
  }: GraphQLRequestContextWillSendResponse<BaseContext>): Promise<void> {
    const writes = operation?.operation === OperationTypeNode.MUTATION;
    // A question has nothing to confirm, and one that failed in the database could not be: its own error is the answer.
    const undo = !writes || !WriteRecord.current().succeeded;
    if (request.http?.headers.has(READ_HEADER)) {
      response.http.headers.set(READ_HEADER, this.transaction.atReplica ? 'replica' : 'primary');
    }
    try {
      await (undo ? this.transaction.rollback() : this.transaction.commit());
      const { position } = this.transaction;
      if (position !== null) response.http.headers.set(POSITION_HEADER, position);
    } catch (error) {
      if (response.body.kind !== 'single') return;
      const failure = { message: error instanceof Error ? error.message : '' };
      response.body.singleResult = { data: null, errors: [formatError(failure, error)] };
    } finally {
      this.transaction.finish();
    }
  }
}
