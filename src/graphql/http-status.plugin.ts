import type {
  ApolloServerPlugin,
  BaseContext,
  GraphQLRequestContextWillSendResponse,
  GraphQLRequestListener,
} from '@apollo/server';

const RESPONSE_TYPE = 'application/graphql-response+json';

/** Refusals of the operation itself, as opposed to the HTTP request around it. */
const OF_OPERATION = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'INVALID_INPUT', 'LIMIT_EXCEEDED'];

/**
 * Answers a refused operation as GraphQL over HTTP asks: 400 to clients that know its own media type, and 200 to those
 * that accept plain JSON, where any other status could come from something between us and them.
 */
export class HttpStatusPlugin implements ApolloServerPlugin {
  requestDidStart(): Promise<GraphQLRequestListener<BaseContext>> {
    return Promise.resolve({ willSendResponse: (context) => Promise.resolve(this.settle(context)) });
  }

  private settle({ request, response, errors }: GraphQLRequestContextWillSendResponse<BaseContext>): void {
    // An answer is for this key and this moment.
    response.http.headers.set('cache-control', 'no-store');
    if (response.body.kind !== 'single' || response.body.singleResult.data !== undefined) return;
    // A wrong method, a missing query: the status is about HTTP and stands.
    if (errors?.some((error) => error.extensions.code === 'BAD_REQUEST')) return;
    const codes = response.body.singleResult.errors?.map((error) => String(error.extensions?.code)) ?? [];
    if (!codes.every((code) => OF_OPERATION.includes(code))) return;
    const accepted = request.http?.headers.get('accept') ?? '';
    response.http.status = accepted.includes(RESPONSE_TYPE) ? 400 : 200;
  }
}
