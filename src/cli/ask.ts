import { GraphQLSchemaHost } from '@nestjs/graphql';
import { execute, parse, validate } from 'graphql';
import { Operation } from '../common/operation.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CommandRefused, type CliService } from './cli-context.js';
import { operatorOf } from './operator.js';

/**
 * Answers a GraphQL query inside this process, through the same resolvers as a request over HTTP, so that what a
 * command prints and what the API says cannot differ. Throws `CommandRefused` with the API's own sentence.
 */
export async function ask<Data>(
  { app, tenantId }: CliService,
  query: string,
  variableValues: Record<string, unknown> = {},
): Promise<Data> {
  const { schema } = app.get(GraphQLSchemaHost);
  const transaction = app.get(TenantTransaction);
  const document = parse(query);
  const [fault] = validate(schema, document);
  if (fault) throw fault;
  return Operation.run(async () => {
    try {
      const contextValue = { caller: operatorOf(tenantId) };
      const { data, errors } = await execute({ schema, document, variableValues, contextValue });
      if (errors?.[0]) throw new CommandRefused(errors[0].message);
      return data as Data;
    } finally {
      // Only queries come here: there is nothing to confirm.
      await transaction.rollback();
    }
  });
}
