import type { ApolloServerPlugin, BaseContext, GraphQLRequestListener } from '@apollo/server';
import type { DocumentNode, GraphQLError } from 'graphql';
import { literalPath } from './limits/literal-path.js';

/** Notes with every error in a query's own values which argument, field and item it is about. */
export class ValidationPlugin implements ApolloServerPlugin {
  requestDidStart(): Promise<GraphQLRequestListener<BaseContext>> {
    return Promise.resolve({
      validationDidStart: ({ document }) =>
        Promise.resolve((errors?: readonly Error[]) => {
          for (const error of errors ?? []) locate(error as GraphQLError, document);
          return Promise.resolve();
        }),
    });
  }
}

function locate({ nodes, extensions }: GraphQLError, document: DocumentNode): void {
  const node = nodes?.[0];
  const path = node ? literalPath(document, node) : [];
  if (path.length > 0) extensions.inputPath = path;
}
