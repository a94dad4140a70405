import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { registerEnums } from '../common/enums.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../common/scalars.js';
import { SETTINGS_TOKEN } from '../config/settings.module.js';
import type { Settings } from '../config/settings.js';
import { formatError } from './error-format.js';
import { MutationInterceptor } from './mutation.interceptor.js';
import { TransactionPlugin } from './transaction.plugin.js';

registerEnums();

@Module({ providers: [TransactionPlugin], exports: [TransactionPlugin] })
class TransactionPluginModule {}

/** The GraphQL endpoint: what every operation goes through. */
@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [TransactionPluginModule],
      inject: [SETTINGS_TOKEN, TransactionPlugin],
      useFactory: (settings: Settings, transaction: TransactionPlugin) => ({
        path: '/graphql',
        autoSchemaFile: true,
        sortSchema: true,
        resolvers: { DateTime: DateTimeScalar, Date: DateScalar, Decimal: DecimalScalar },
        graphiql: false,
        introspection: settings.NODE_ENV !== 'production',
        includeStacktraceInErrorResponses: false,
        hideSchemaDetailsFromClientErrors: true,
        stopOnTerminationSignals: false,
        preserveHttpStatusForExecutionErrors: false,
        autoTransformHttpErrors: false,
        csrfPrevention: true,
        parseOptions: { maxTokens: settings.GRAPHQL_MAX_TOKENS },
        formatError,
        plugins: [transaction],
      }),
    }),
  ],
  providers: [{ provide: APP_INTERCEPTOR, useClass: MutationInterceptor }],
})
export class ApiModule {}
