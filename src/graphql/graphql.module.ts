import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { registerEnums } from '../common/enums/enums.js';
import { SETTINGS_TOKEN } from '../config/settings.module.js';
import type { Settings } from '../config/settings.js';
import { formatError } from './error-format.js';
import { StrataDriver } from './execution/strata.driver.js';
import { FailuresFilter } from './failures.filter.js';
import { ExampleReader } from './graphiql/example.reader.js';
import { GraphiqlService } from './graphiql/graphiql.service.js';
import { HttpStatusPlugin } from './http-status.plugin.js';
import { OperationLimitsPlugin } from './limits/operation-limits.plugin.js';
import { MutationInterceptor } from './mutation.interceptor.js';
import { TransactionPlugin } from './transaction.plugin.js';
import { ValidationPlugin } from './validation.plugin.js';

registerEnums();

/** More errors of one query than this help nobody. */
const MAX_VALIDATION_ERRORS = 10;

@Module({ providers: [TransactionPlugin], exports: [TransactionPlugin] })
class TransactionPluginModule {}

/** The GraphQL endpoint: what every operation goes through. */
@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: StrataDriver,
      imports: [TransactionPluginModule],
      inject: [SETTINGS_TOKEN, TransactionPlugin],
      useFactory: (settings: Settings, transaction: TransactionPlugin) => ({
        path: '/graphql',
        autoSchemaFile: true,
        // The check is a run of the introspection query; the server makes sure of the schema itself, and so do the tests.
        buildSchemaOptions: { skipCheck: true },
        graphiql: false,
        introspection: settings.NODE_ENV !== 'production',
        includeStacktraceInErrorResponses: false,
        hideSchemaDetailsFromClientErrors: true,
        stopOnTerminationSignals: false,
        preserveHttpStatusForExecutionErrors: false,
        autoTransformHttpErrors: false,
        csrfPrevention: true,
        allowBatchedHttpRequests: false,
        persistedQueries: false,
        parseOptions: { maxTokens: settings.GRAPHQL_MAX_TOKENS },
        validationOptions: { maxErrors: MAX_VALIDATION_ERRORS, hideSuggestions: true },
        formatError,
        plugins: [
          new ValidationPlugin(),
          new OperationLimitsPlugin(settings),
          transaction,
          new HttpStatusPlugin(),
          // Answers are nobody else's to keep, and the plugin looks at every field of every answer.
          ApolloServerPluginCacheControlDisabled(),
        ],
      }),
    }),
  ],
  providers: [
    GraphiqlService,
    ExampleReader,
    { provide: APP_INTERCEPTOR, useClass: MutationInterceptor },
    { provide: APP_FILTER, useClass: FailuresFilter },
  ],
})
export class ApiModule {}
