import type {
  ApolloServerPlugin,
  BaseContext,
  GraphQLRequestContextWillSendResponse,
  GraphQLRequestListener,
} from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import type { Request } from 'express';
import { MetricsService } from './metrics.service.js';

/** What an operation is given by the HTTP request it came with. */
interface OperationContext extends BaseContext {
  readonly req?: Request;
}

/**
 * Measures every GraphQL operation until its answer has left, because what was written is confirmed on the way out. Its
 * first error names the outcome; the codes are a closed list.
 */
@Plugin()
export class GraphqlMetricsPlugin implements ApolloServerPlugin<OperationContext> {
  constructor(private readonly metrics: MetricsService) {}

  requestDidStart(): Promise<GraphQLRequestListener<OperationContext>> {
    const stop = this.metrics.operations.startTimer();
    return Promise.resolve({
      willSendResponse: (request) => {
        request.contextValue.req?.res?.once('close', () => {
          stop({ type: request.operation?.operation ?? 'none', outcome: outcomeOf(request) });
        });
        return Promise.resolve();
      },
    });
  }
}

function outcomeOf({ response: { body } }: GraphQLRequestContextWillSendResponse<OperationContext>): string {
  const error = body.kind === 'single' ? body.singleResult.errors?.[0] : undefined;
  if (!error) return 'OK';
  const code = error.extensions?.code;
  return typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR';
}
