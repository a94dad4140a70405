import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';

/** What answers fields, by type and field. */
type Resolvers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Puts each resolver at its field. Throws for one whose field is not in the schema: nobody would ever call it. */
export function attachResolvers(schema: GraphQLSchema, resolvers: Resolvers): void {
  for (const [typeName, byField] of Object.entries(resolvers)) {
    const type = schema.getType(typeName);
    const fields = isObjectType(type) ? type.getFields() : {};
    for (const [name, resolver] of Object.entries(byField)) {
      const field = fields[name];
      if (!field || !isResolver(resolver))
        throw new Error(`Nothing asks the resolver of ${typeName}.${name}.`);
      field.resolve = resolver;
    }
  }
}

function isResolver(value: unknown): value is GraphQLFieldResolver<unknown, unknown> {
  return typeof value === 'function';
}
