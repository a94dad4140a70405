import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  isInterfaceType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  typeFromAST,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** How large an operation is with all its fragments written out: what it may cost, known before it is run. */
export interface OperationSize {
  /** Fields nested in each other; `{ me { role } }` has 2. */
  depth: number;
  aliases: number;
  directives: number;
  /** Fields at the root. */
  rootFields: number;
  /** Estimated records in the answer: each counts once per row of the lists around it, and a page counts as full. */
  cost: number;
  /** The largest `first` asked for. */
  page: number;
}

type SelectionSize = Omit<OperationSize, 'rootFields'>;

const NOTHING: SelectionSize = { depth: 0, aliases: 0, directives: 0, cost: 0, page: 0 };

/** Rows assumed in a list without pages, such as the reasons of an assessment. */
const ROWS_OF_PLAIN_LIST = 5;

/** A full description of the schema is as long as this many records; its depth is limited by GraphQL's own rule. */
const COST_OF_INTROSPECTION = 15_000;

/** Measures a valid operation. Every fragment is measured once per page size, however often it is spread. */
export function measureOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): OperationSize {
  const meter = new Meter(schema, document, variables);
  const root = schema.getRootType(operation.operation);
  const size = root ? meter.ofSelections(operation.selectionSet, root, null) : NOTHING;
  return { ...size, rootFields: meter.countFields(operation.selectionSet) };
}

class Meter {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly measured = new Map<string, SelectionSize>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  /** `rows`: how many rows the page holds that these selections are a part of; null outside of a page. */
  ofSelections({ selections }: SelectionSetNode, type: GraphQLNamedType, rows: number | null): SelectionSize {
    return selections.reduce<SelectionSize>((sum, selection) => {
      const own = selection.directives?.length ?? 0;
      return add(sum, this.ofSelection(selection, type, rows), own);
    }, NOTHING);
  }

  /** Fields at the root, those of fragments among them. */
  countFields({ selections }: SelectionSetNode, counted = new Map<string, number>()): number {
    return selections.reduce((count, selection) => {
      if (selection.kind === Kind.FIELD) return count + 1;
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return count + this.countFields(selection.selectionSet, counted);
      const name = selection.name.value;
      const fragment = this.fragments.get(name);
      if (fragment && !counted.has(name)) counted.set(name, this.countFields(fragment.selectionSet, counted));
      return count + (counted.get(name) ?? 0);
    }, 0);
  }

  private ofSelection(selection: SelectionNode, type: GraphQLNamedType, rows: number | null): SelectionSize {
    switch (selection.kind) {
      case Kind.FIELD:
        return this.ofField(selection, type, rows);
      case Kind.FRAGMENT_SPREAD:
        return this.ofFragment(selection.name.value, rows);
      case Kind.INLINE_FRAGMENT: {
        const narrowed = selection.typeCondition ? typeFromAST(this.schema, selection.typeCondition) : type;
        return this.ofSelections(selection.selectionSet, narrowed ?? type, rows);
      }
    }
  }

  private ofFragment(name: string, rows: number | null): SelectionSize {
    const key = `${name} ${rows ?? ''}`;
    const known = this.measured.get(key);
    if (known) return known;
    const fragment = this.fragments.get(name);
    const type = fragment && typeFromAST(this.schema, fragment.typeCondition);
    const size = type ? this.ofSelections(fragment.selectionSet, type, rows) : NOTHING;
    this.measured.set(key, size);
    return size;
  }

  private ofField(node: FieldNode, parent: GraphQLNamedType, rows: number | null): SelectionSize {
    const field = this.fieldOf(parent, node.name.value);
    const aliases = node.alias ? 1 : 0;
    if (!field) return { ...NOTHING, depth: 1, aliases };
    const page = this.pageOf(field, node);
    const type = getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(type)) return { ...NOTHING, depth: 1, aliases };
    const inner = this.ofSelections(node.selectionSet, type, page);
    if (field === SchemaMetaFieldDef || field === TypeMetaFieldDef) {
      return { ...inner, depth: 1, aliases: inner.aliases + aliases, cost: COST_OF_INTROSPECTION };
    }
    const times = isListType(getNullableType(field.type)) ? (rows ?? ROWS_OF_PLAIN_LIST) : 1;
    return {
      depth: 1 + inner.depth,
      aliases: aliases + inner.aliases,
      directives: inner.directives,
      cost: times * (1 + inner.cost),
      page: Math.max(page ?? 0, inner.page),
    };
  }

  private fieldOf(parent: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  }

  /** What `first` says, in the query or in a variable, or means when left out; null for a field without pages. */
  private pageOf(field: GraphQLField<unknown, unknown>, node: FieldNode): number | null {
    const declared = field.args.find(({ name }) => name === 'first');
    if (!declared) return null;
    const given = node.arguments?.find(({ name }) => name.value === 'first');
    const asked = given ? this.numberIn(given.value) : null;
    return Math.max(0, asked ?? Number(declared.defaultValue ?? ROWS_OF_PLAIN_LIST));
  }

  private numberIn(value: ValueNode): number | null {
    if (value.kind === Kind.INT) return Number(value.value);
    const variable = value.kind === Kind.VARIABLE ? this.variables[value.name.value] : null;
    return typeof variable === 'number' ? variable : null;
  }
}

function add(a: SelectionSize, b: SelectionSize, directives: number): SelectionSize {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives + directives,
    cost: a.cost + b.cost,
    page: Math.max(a.page, b.page),
  };
}
