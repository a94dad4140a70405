import { GraphQLSchemaHost } from '@nestjs/graphql';
import { execute, parse, validate, type DocumentNode } from 'graphql';
import { Operation } from '../common/operation/operation.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CommandRefused, type CliService } from './cli-context.js';
import { operatorOf } from './operator.js';

/**
 * Answers a GraphQL query inside this process, through the same resolvers as a request over HTTP, so that what a
 * command prints and what the API says cannot differ. Throws `CommandRefused` with the API's own sentence.
 */
export function ask<Data>(
  service: CliService,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Data> {
  // There is nothing to confirm.
  return answer(service, query, variables, () => Promise.resolve());
}

/** Does what a GraphQL mutation says, in the same way; confirmed if nothing of it failed, else undone as a whole. */
export function change<Data>(
  service: CliService,
  mutation: string,
  variables: Record<string, unknown> = {},
): Promise<Data> {
  return answer(service, mutation, variables, (transaction) => transaction.commit());
}

async function answer<Data>(
  { app, tenantId }: CliService,
  text: string,
  variableValues: Record<string, unknown>,
  confirm: (transaction: TenantTransaction) => Promise<void>,
): Promise<Data> {
  const { schema } = app.get(GraphQLSchemaHost);
  const transaction = app.get(TenantTransaction);
  const document: DocumentNode = parse(text);
  const [fault] = validate(schema, document);
  if (fault) throw fault;
  return Operation.run(async () => {
    try {
      const contextValue = { caller: operatorOf(tenantId) };
      const { data, errors } = await execute({ schema, document, variableValues, contextValue });
      if (errors?.[0]) throw new CommandRefused(errors[0].message);
      await confirm(transaction);
      return data as Data;
    } finally {
      await transaction.rollback();
    }
  });
}
