import { isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { AWAITED, TOGETHER } from '../../common/together/resolve-together.decorator.js';
import type { Definition } from './field-plan.js';
import { rootField, togetherField } from './together.js';

/** The name of the resolver that Nest gives to a property that has none. */
const PLAIN = 'rootFieldResolver';

/**
 * Makes answers come level by level: fields of the root begin it, fields resolved together follow in one call each, and
 * plain properties are read without any resolver, which lets whole branches of an answer be put together at once.
 */
export function prepareSchema(schema: GraphQLSchema): void {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) prepareField(field, roots.includes(type), type);
  }
}

function prepareField(field: Definition, isRoot: boolean, { name }: GraphQLObjectType): void {
  const { resolve, extensions } = field;
  if (extensions[TOGETHER] === true) {
    if (!resolve) throw new Error(`${name}.${field.name} has no resolver.`);
    field.extensions = { ...extensions, [TOGETHER]: resolve };
    field.resolve = togetherField;
  } else if (isRoot && resolve) field.resolve = rootField(resolve);
  else if (resolve && extensions[AWAITED] !== true && readsOwnName(field)) delete field.resolve;
}

/** Whether all the resolver does is to read the property of the field's own name: some are stored under another. */
function readsOwnName({ name, resolve }: Definition): boolean {
  if (resolve?.name !== PLAIN) return false;
  const read: string[] = [];
  const watched = new Proxy({}, { get: (_target, property) => void read.push(String(property)) });
  const fallback: unknown = (resolve as (source: unknown) => unknown)(watched);
  return fallback === undefined && read.length === 1 && read[0] === name;
}
