import fc from 'fast-check';
import { buildSchema, Kind, parse, validate, type OperationDefinitionNode } from 'graphql';
import { literalPath } from './literal-path.js';
import { measureOperation, type OperationSize } from './operation-size.js';

const SCHEMA = buildSchema(`
  type Query { a: A as(first: Int = 25): As! }
  type A { id: ID a: A plain: [A!]! as(first: Int = 50): As! }
  type As { nodes: [A!]! edges: [Edge!]! totalCount: Int! }
  type Edge { cursor: String! node: A! }
`);

function measure(text: string, variables: Record<string, unknown> = {}): OperationSize {
  const document = parse(text);
  expect(validate(SCHEMA, document)).toEqual([]);
  const operation = document.definitions.find(
    (one) => one.kind === Kind.OPERATION_DEFINITION,
  ) as OperationDefinitionNode;
  return measureOperation(SCHEMA, document, operation, variables);
}

describe('the size of an operation', () => {
  it('counts each record once per row around it, and a page as full', () => {
    expect(measure('{ a { id } }').cost).toBe(1);
    expect(measure('{ a { plain { id } } }').cost).toBe(1 + 5);
    expect(measure('{ as(first: 10) { nodes { id } } }').cost).toBe(1 + 10);
    expect(measure('{ as(first: 10) { edges { node { id } } } }').cost).toBe(1 + 10 * 2);
    expect(measure('{ as(first: 10) { nodes { as(first: 4) { nodes { id } } } } }').cost).toBe(
      1 + 10 * (1 + 1 + 4),
    );
  });

  it('takes the page size from the query, from a variable, or from the default', () => {
    const query = 'query ($n: Int) { as(first: $n) { nodes { id } } }';
    expect(measure(query, { n: 7 })).toMatchObject({ page: 7, cost: 8 });
    expect(measure(query, { n: null })).toMatchObject({ page: 25, cost: 26 });
    expect(measure('{ as { nodes { id } } }')).toMatchObject({ page: 25, cost: 26 });
    expect(measure('{ as(first: -5) { nodes { id } } }').cost).toBe(1);
  });

  it('is the same whether a part is written in place, as an inline fragment or as a named one', () => {
    const part = fc.letrec<{ fields: string }>((tie) => ({
      fields: fc.oneof(
        { depthSize: 'small' },
        fc.constant('id'),
        tie('fields').map((inner) => `x: a { ${inner} }`),
        tie('fields').map((inner) => `plain { ${inner} } id @include(if: true)`),
        fc
          .tuple(fc.nat(100), tie('fields'))
          .map(([first, inner]) => `as(first: ${first}) { nodes { ${inner} } totalCount }`),
      ),
    })).fields;
    fc.assert(
      fc.property(part, (fields) => {
        const inPlace = measure(`{ as { nodes { ${fields} } } }`);
        expect(measure(`{ as { nodes { ... on A { ${fields} } } } }`)).toEqual(inPlace);
        expect(measure(`{ as { nodes { ...F } } } fragment F on A { ${fields} }`)).toEqual(inPlace);
      }),
    );
  });

  it('of fragments that double at every step is known at once', () => {
    const steps = Array.from(
      { length: 60 },
      (_, step) => `fragment F${step} on A { x: a { ...F${step + 1} } y: a { ...F${step + 1} } }`,
    );
    const { aliases, depth } = measure(`{ a { ...F0 } } ${steps.join(' ')} fragment F60 on A { id }`);
    expect(aliases).toBe(2 ** 61 - 2);
    expect(depth).toBe(62);
  });
});

describe('the place of a value in a query', () => {
  it('is its argument, its field and its position', () => {
    const document = parse('{ a(filter: {tags: ["x", "y"], at: {day: 3}}) { id } }');
    const values: Record<string, string[]> = {};
    const visitAll = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      const { kind, value } = node as { kind?: Kind; value?: string };
      if (kind === Kind.STRING || kind === Kind.INT)
        values[value ?? ''] = [...literalPath(document, node as never)];
      for (const [key, part] of Object.entries(node)) if (key !== 'loc') visitAll(part);
    };
    visitAll(document);
    expect(values).toEqual({
      x: ['filter', 'tags', '0'],
      y: ['filter', 'tags', '1'],
      3: ['filter', 'at', 'day'],
    });
  });
});
