import type {
  ApolloServerPlugin,
  BaseContext,
  GraphQLRequestContextWillSendResponse,
  GraphQLRequestListener,
} from '@apollo/server';
import { Injectable } from '@nestjs/common';
import { OperationTypeNode } from 'graphql';
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
    response,
  }: GraphQLRequestContextWillSendResponse<BaseContext>): Promise<void> {
    const undo = operation?.operation === OperationTypeNode.MUTATION && !WriteRecord.current().succeeded;
    try {
      await (undo ? this.transaction.rollback() : this.transaction.commit());
    } catch (error) {
      if (response.body.kind !== 'single') return;
      const failure = { message: error instanceof Error ? error.message : '' };
      response.body.singleResult = { data: null, errors: [formatError(failure, error)] };
    }
  }
}
