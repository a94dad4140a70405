import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { Command } from 'commander';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../config/project-root.js';
import { CommandRefused, type CliContext } from '../cli-context.js';
import type { Terminal } from '../terminal.js';

/** The committed schema: what integrators read, and what a change of the code is compared with. */
export const SCHEMA_FILE = join(PROJECT_ROOT, 'schema.graphql');

/** `strata schema`: the GraphQL schema of the running code. */
export function registerSchema(program: Command, context: CliContext, terminal: Terminal): void {
  program
    .command('schema')
    .description('print the GraphQL schema of this version')
    .option('--write', 'write it to schema.graphql')
    .option('--check', 'fail when schema.graphql says something else')
    .action(async ({ write, check }: { write?: boolean; check?: boolean }) => {
      const schema = await context.withService(({ app }) =>
        Promise.resolve(schemaOf(app.get(GraphQLSchemaHost))),
      );
      if (check) refuseOther(schema);
      else if (write) writeFileSync(SCHEMA_FILE, schema);
      terminal.out(
        check
          ? 'schema.graphql is that of this version.'
          : write
            ? 'Wrote schema.graphql.'
            : schema.trimEnd(),
      );
    });
}

/** The schema as text, sorted, so that two versions differ only in what they mean. */
export function schemaOf({ schema }: GraphQLSchemaHost): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

function refuseOther(schema: string): void {
  const committed = existsSync(SCHEMA_FILE) ? readFileSync(SCHEMA_FILE, 'utf8') : '';
  if (committed === schema) return;
  const differing = schema.split('\n').findIndex((line, index) => line !== committed.split('\n')[index]) + 1;
  throw new CommandRefused(
    `schema.graphql is not that of this version, from line ${differing} on: "npm run schema" writes it.`,
  );
}
