import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  parse,
  printSchema,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type TypeDefinitionNode,
} from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_CODES } from '../src/common/errors.js';
import { PROJECT_ROOT } from '../src/config/project-root.js';
import { brokenPromises } from './schema-contract.js';
import { TestService } from './service.js';

/** Where the schema differs from the contract, each with the reason. */
const KNOWN_DIFFERENCES = [
  // Richer than promised: everybody has a name, their e-mail address until a better one is known.
  'User.name is String!, promised String',
];

describe('the schema', () => {
  let service: TestService;
  let schema: GraphQLSchema;

  beforeAll(async () => {
    service = await TestService.start();
    ({ schema } = service.app.get(GraphQLSchemaHost));
  });
  afterAll(() => service.stop());

  it('is the one that is committed: after a change, run `npm run schema`', () => {
    const committed = readFileSync(join(PROJECT_ROOT, 'schema.graphql'), 'utf8');
    const current = printSchema(lexicographicSortSchema(schema));
    expect(withoutHeader(committed).trim()).toBe(current.trim());
  });

  it('keeps what the contract promises, nullability, arguments and defaults among it', () => {
    const contract = parse(readFileSync(join(PROJECT_ROOT, 'test', 'fixtures', 'contract.graphql'), 'utf8'));
    const broken = contract.definitions.flatMap((promised) =>
      brokenPromises(schema, promised as TypeDefinitionNode),
    );
    expect(broken).toEqual(KNOWN_DIFFERENCES);
  });

  it('explains every type, field, argument, value and input field', () => {
    const unexplained: string[] = [];
    const note = (place: string, description: string | null | undefined): void => {
      if (!description?.trim()) unexplained.push(place);
    };
    for (const type of Object.values(schema.getTypeMap())) {
      if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
      const isRoot = [schema.getQueryType(), schema.getMutationType()].some((root) => root === type);
      if (!isRoot) note(type.name, type.description);
      if (isEnumType(type))
        for (const value of type.getValues()) note(`${type.name}.${value.name}`, value.description);
      if (!isObjectType(type) && !isInputObjectType(type)) continue;
      for (const field of fieldsOf(type)) {
        note(`${type.name}.${field.name}`, field.description);
        if ('args' in field)
          for (const { name, description } of field.args)
            note(`${type.name}.${field.name}(${name})`, description);
      }
    }
    expect(unexplained).toEqual([]);
  });

  it('lets every list that can grow be read in pages, of at most 100 rows', () => {
    const pages: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        if (!/Connection!?$/.test(String(field.type))) continue;
        pages.push(`${type.name}.${field.name}`);
        const [first, after] = ['first', 'after'].map((name) =>
          field.args.find((argument) => argument.name === name),
        );
        expect([field.name, String(first?.type), String(after?.type)]).toEqual([field.name, 'Int', 'String']);
        expect(first?.defaultValue).toBeLessThanOrEqual(100);
      }
    }
    expect(pages).toEqual(
      expect.arrayContaining(['Query.accounts', 'Account.stakeholders', 'Stakeholder.answers']),
    );
  });

  it('fails with the codes that are promised', () => {
    const promised = [
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'NOT_FOUND',
      'INVALID_INPUT',
      'CONFLICT',
      'RULE_BROKEN',
      'LIMIT_EXCEEDED',
      'THROTTLED',
      'OVERLOADED',
      'INTERNAL_SERVER_ERROR',
    ];
    expect(ERROR_CODES).toEqual(expect.arrayContaining(promised));
  });
});

/** Typed here, because the two kinds of fields together would lose their types. */
function fieldsOf(
  type: GraphQLObjectType | GraphQLInputObjectType,
): (GraphQLField<unknown, unknown> | GraphQLInputField)[] {
  return isObjectType(type) ? Object.values(type.getFields()) : Object.values(type.getFields());
}

function withoutHeader(text: string): string {
  return text.replace(/^(#.*\n|\n)+/, '');
}
