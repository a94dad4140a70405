import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Controller, Get, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import * as account from './entities/account.entity.js';
import * as answer from './entities/answer.entity.js';
import * as assessment from './entities/assessment.entity.js';
import * as interaction from './entities/interaction.entity.js';
import * as ours from './entities/ours.entity.js';
import * as problem from './entities/problem.entity.js';
import * as stakeholder from './entities/stakeholder.entity.js';
import * as user from './entities/user.entity.js';
import { AccountResolver } from './reading/account.resolver.js';
import {
  AssessmentResolver,
  InteractionResolver,
  StakeholderResolver,
  TeamMemberResolver,
} from './reading/relations.resolver.js';
import { closeRequest, openRequest, type RequestContext } from './request-context.js';
import { AssessingService } from './writing/assessing.service.js';
import { WritesResolver } from './writing/writes.resolver.js';

const MODULES = [account, answer, assessment, interaction, ours, problem, stakeholder, user];
const ENTITIES = MODULES.flatMap((module) => Object.values(module));

@Controller()
class ReadyController {
  @Get('ready')
  ready(): string {
    return 'ready';
  }
}

/** Confirms a request's transaction when its answer is ready. */
const transactions = {
  requestDidStart: async () => ({
    willSendResponse: async ({
      contextValue,
      errors,
    }: {
      contextValue: unknown;
      errors?: readonly unknown[];
    }) => closeRequest(contextValue as RequestContext, errors !== undefined),
  }),
};

@Module({
  imports: [
    TypeOrmModule.forRoot({
      type: 'postgres',
      url: process.env.DATABASE_URL,
      entities: ENTITIES,
      uuidExtension: 'pgcrypto',
      installExtensions: false,
      poolSize: Number(process.env.POOL_SIZE),
    }),
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [DataSource],
      useFactory: (dataSource: DataSource) => ({
        autoSchemaFile: true,
        graphiql: false,
        plugins: [transactions],
        context: ({ req }: { req: Request }) => openRequest(dataSource, req.headers.authorization),
      }),
    }),
  ],
  controllers: [ReadyController],
  providers: [
    AccountResolver,
    AssessmentResolver,
    InteractionResolver,
    StakeholderResolver,
    TeamMemberResolver,
    WritesResolver,
    AssessingService,
  ],
})
export class AppModule {}
