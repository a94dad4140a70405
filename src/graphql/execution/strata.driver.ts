import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Injectable } from '@nestjs/common';
import type { GraphQLSchema } from 'graphql';
import { CompiledQueries } from './compiled-queries.js';
import { prepareSchema } from './prepare-schema.js';

type Gateway = ApolloServerOptionsWithGateway<BaseContext>['gateway'];

/** A document that came this often will come again. */
const RUNS_BEFORE_COMPILING = 2;

/** Apollo as Nest starts it, with our way of running operations; everything before and after that stays Apollo's. */
@Injectable()
export class StrataDriver extends ApolloDriver {
  override async start(options: ApolloDriverConfig): Promise<void> {
    const { schema } = options;
    if (!schema) throw new Error('Nest has made no schema.');
    prepareSchema(schema);
    const gateway = runningBy(schema, new CompiledQueries(schema, RUNS_BEFORE_COMPILING));
    await super.start({ ...options, gateway } as ApolloDriverConfig);
  }
}

/** What Apollo calls a gateway is its door for another way of running operations. */
function runningBy(schema: GraphQLSchema, queries: CompiledQueries): Gateway {
  return {
    onSchemaLoadOrUpdate(tell) {
      tell({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: () =>
      Promise.resolve({
        executor: ({ document, operationName, request, context }) =>
          queries.run({ document, operationName, variables: request.variables ?? {}, context }),
      }),
    stop: () => Promise.resolve(),
  };
}
