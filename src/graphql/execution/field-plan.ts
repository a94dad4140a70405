import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql';
import { TOGETHER } from '../../common/together/resolve-together.decorator.js';

export type Definition = GraphQLField<unknown, unknown>;
export type Resolve = GraphQLFieldResolver<unknown, unknown>;

/** Where the query names a field: once, or several times if fragments repeat it. */
export type Nodes = readonly [FieldNode, ...FieldNode[]];

/** What of an operation a plan is made from. */
type Asked = Pick<GraphQLResolveInfo, 'fragments' | 'variableValues'>;

/** A field that is resolved together, or a plain property on the way to one. */
export interface PlannedField {
  readonly definition: Definition;
  readonly parentType: GraphQLObjectType;
  readonly nodes: Nodes;
  /** Takes all parents at once; null for a plain property. */
  readonly together: Resolve | null;
  readonly below: readonly PlannedField[];
}

/** The fields below these nodes that plain properties lead to and that are resolved together. */
export function planFields(
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  asked: Asked,
): PlannedField[] {
  const selected = new Map<string, [FieldNode, ...FieldNode[]]>();
  for (const { selectionSet } of nodes) if (selectionSet) collect(selectionSet, asked, selected);
  return [...selected.values()].flatMap((named) => {
    const planned = planField(type, named, asked);
    return planned.together || planned.below.length > 0 ? [planned] : [];
  });
}

/** The plan of one field, with all that hangs on it. */
export function planField(parentType: GraphQLObjectType, nodes: Nodes, asked: Asked): PlannedField {
  const definition = parentType.getFields()[nodes[0].name.value];
  // Introspection's own fields (__typename) are no fields of the type.
  if (!definition) return { ...NOTHING, parentType, nodes };
  const together = (definition.extensions[TOGETHER] as Resolve | undefined) ?? null;
  const type = getNamedType(definition.type);
  const leads = (together !== null || !definition.resolve) && isObjectType(type);
  return { definition, parentType, nodes, together, below: leads ? planFields(type, nodes, asked) : [] };
}

/** The values of a field's arguments, which siblings share. Throws what GraphQL throws for an unfit one. */
export function argumentsOf({ definition, nodes }: PlannedField, { variableValues }: Asked): unknown {
  return getArgumentValues(definition, nodes[0], variableValues);
}

const NOTHING = { definition: {} as Definition, together: null, below: [] };

/** The schema has no interfaces and unions, so the type of a fragment is always the type at hand. */
function collect(
  { selections }: SelectionSetNode,
  asked: Asked,
  selected: Map<string, [FieldNode, ...FieldNode[]]>,
): void {
  for (const node of selections) {
    if (isLeftOut(node, asked)) continue;
    if (node.kind === Kind.FIELD) {
      const name = (node.alias ?? node.name).value;
      const known = selected.get(name);
      if (known) known.push(node);
      else selected.set(name, [node]);
    } else {
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? asked.fragments[node.name.value] : node;
      if (fragment) collect(fragment.selectionSet, asked, selected);
    }
  }
}

function isLeftOut(node: SelectionSetNode['selections'][number], { variableValues }: Asked): boolean {
  if (!node.directives?.length) return false;
  if (getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.if === true) return true;
  return getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.if === false;
}
