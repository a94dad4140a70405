import { buildSchema, graphqlSync } from 'graphql';
import { attachResolvers } from './attach-resolvers.js';

describe('resolvers are put at their fields', () => {
  const schemaOf = () => buildSchema('type Query { name: String, other: String } enum Colour { RED }');

  it('answers a field by its resolver, and the others as before', () => {
    const schema = schemaOf();
    attachResolvers(schema, { Query: { name: () => 'Northmere' } });
    const { data } = graphqlSync({ schema, source: '{ name other }', rootValue: { name: 'x', other: 'y' } });
    expect(data).toEqual({ name: 'Northmere', other: 'y' });
  });

  it.each([
    ['a field that is not in the schema', { Query: { nmae: () => 1 } }, 'Query.nmae'],
    ['a type that is not in the schema', { Account: { name: () => 1 } }, 'Account.name'],
    ['a type without fields', { Colour: { RED: () => 1 } }, 'Colour.RED'],
    ['what cannot be called', { Query: { name: { subscribe: () => 1 } } }, 'Query.name'],
  ])('refuses %s', (_what, resolvers, place) => {
    expect(() => attachResolvers(schemaOf(), resolvers)).toThrow(place);
  });
});
