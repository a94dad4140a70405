import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Extensions, GqlExecutionContext } from '@nestjs/graphql';
import { getNamedType, isObjectType, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';
import { EVERYTHING, type Asked } from './asked.js';
import { selectedFields, type Nodes } from './selected-fields.js';

/** Marks, among a field's extensions, the properties of its parent that it is worked out from. */
const NEEDS = 'needs';

/**
 * Says which properties of its parent a resolved field is worked out from, beside the id: where it is asked for, they
 * are read, and nothing else is read for it. A resolved field without this gets whole parents.
 */
export function Needs<Parent>(...properties: (keyof Parent & string)[]): MethodDecorator {
  return Extensions({ [NEEDS]: properties });
}

/** What is asked of the records that this field returns, singly, in a list or in a page: an `Asked`. */
export const AskedFor = createParamDecorator((_data: unknown, context: ExecutionContext): Asked => {
  const info = GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>();
  const type = getNamedType(info.returnType);
  if (!isObjectType(type)) return EVERYTHING;
  const nodes = info.fieldNodes as unknown as Nodes;
  return type.name.endsWith('Connection')
    ? askedOfPage(type, nodes, info)
    : { properties: propertiesAsked(type, nodes, info), cursors: false, more: false };
});

function askedOfPage(type: GraphQLObjectType, nodes: Nodes, info: GraphQLResolveInfo): Asked {
  const asked = selectedFields(nodes, info);
  const named = (name: string): Nodes[] => asked.filter(([field]) => field.name.value === name);
  const below = (name: string, of: string): Nodes[] =>
    named(of).flatMap((edges) => selectedFields(edges, info).filter(([field]) => field.name.value === name));
  const record = getNamedType(type.getFields().nodes?.type);
  const cursors = ['startCursor', 'endCursor'].flatMap((name) => below(name, 'pageInfo'));
  const records = [...named('nodes'), ...below('node', 'edges')].flat();
  return {
    properties: propertiesAsked(record as GraphQLObjectType, records as unknown as Nodes, info),
    cursors: [...cursors, ...below('cursor', 'edges')].length > 0,
    more: below('hasNextPage', 'pageInfo').length > 0,
  };
}

function propertiesAsked(type: GraphQLObjectType, nodes: Nodes, info: GraphQLResolveInfo): string[] | null {
  const properties = propertiesOf(type, nodes, info);
  return properties && [...properties];
}

/** The properties that these fields of a type are made from; null for all of them. */
function propertiesOf(type: GraphQLObjectType, nodes: Nodes, info: GraphQLResolveInfo): Set<string> | null {
  const properties = new Set<string>();
  for (const field of selectedFields(nodes, info)) {
    const needed = neededBy(field, type, info);
    if (!needed) return null;
    for (const property of needed) properties.add(property);
  }
  return properties;
}

function neededBy(field: Nodes, type: GraphQLObjectType, info: GraphQLResolveInfo): Iterable<string> | null {
  const definition = type.getFields()[field[0].name.value];
  // Introspection's own fields (__typename) are no fields of the type.
  if (!definition) return [];
  if (!definition.resolve) return [definition.name];
  const needs = definition.extensions[NEEDS] as readonly string[] | undefined;
  if (!needs || getNamedType(definition.type) !== type) return needs ?? null;
  // A record of the same kind is often among those at hand (whom somebody reports to): they must hold what is asked of it.
  const ofTheOther = propertiesOf(type, field, info);
  return ofTheOther && [...needs, ...ofTheOther];
}
