import type { INestApplicationContext } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { isEnumType, isScalarType, type GraphQLEnumType, type GraphQLScalarType } from 'graphql';

type Leaf = GraphQLScalarType | GraphQLEnumType;

/** What a value of each of GraphQL's own scalars is in an answer. */
const FITS: Readonly<Record<string, (value: unknown) => boolean>> = {
  Boolean: (value) => typeof value === 'boolean',
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
  ID: (value) => typeof value === 'string',
  Int: (value) => Number.isInteger(value),
  String: (value) => typeof value === 'string',
};

const guarded = new WeakSet<Leaf>();

/**
 * From now on a value that GraphQL would have to convert fails its field: a number that a statement returned as text, a
 * code that is none of its enum. Compiled queries answer values as they are, and only documents that come again are
 * compiled, so no test would be certain to see it.
 */
export function guardLeaves(app: INestApplicationContext): void {
  for (const type of Object.values(app.get(GraphQLSchemaHost).schema.getTypeMap())) {
    if (isEnumType(type)) guard(type, (value) => type.getValues().some(({ name }) => name === value));
    else if (isScalarType(type)) guard(type, FITS[type.name]);
  }
}

function guard(type: Leaf, fits: ((value: unknown) => boolean) | undefined): void {
  if (!fits || guarded.has(type)) return;
  guarded.add(type);
  const serialize = type.serialize.bind(type);
  type.serialize = (value: unknown) => {
    if (fits(value)) return serialize(value);
    throw new Error(`${type.name} is answered as it is, and this is none: ${JSON.stringify(value)}.`);
  };
}
