import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Inject, Injectable } from '@nestjs/common';
import { GraphQLSchemaBuilder } from '@nestjs/graphql/dist/graphql-schema.builder.js';
import { ResolversExplorerService } from '@nestjs/graphql/dist/services/resolvers-explorer.service.js';
import { lexicographicSortSchema, type GraphQLSchema } from 'graphql';
import { attachResolvers } from './attach-resolvers.js';
import { CompiledQueries } from './compiled-queries.js';
import { prepareSchema } from './prepare-schema.js';

type Gateway = ApolloServerOptionsWithGateway<BaseContext>['gateway'];

/** A document that came this often will come again. */
const RUNS_BEFORE_COMPILING = 2;

/** Apollo as Nest starts it, with our way of running operations; everything before and after that stays Apollo's. */
@Injectable()
export class StrataDriver extends ApolloDriver {
  @Inject(GraphQLSchemaBuilder) private readonly classes!: GraphQLSchemaBuilder;
  @Inject(ResolversExplorerService) private readonly resolvers!: ResolversExplorerService;

  /** The schema of the classes. Nest prints that, reads it back and builds it twice more, to find fields by their names. */
  override async generateSchema(options: ApolloDriverConfig): Promise<GraphQLSchema> {
    const built: unknown = await this.classes.build(true, options, this.resolvers.getAllCtors());
    const schema = built as GraphQLSchema;
    attachResolvers(schema, this.resolvers.explore());
    return lexicographicSortSchema(schema);
  }

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
