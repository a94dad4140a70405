import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type FieldNode,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql';

/** Where a query names a field: once, or several times if fragments repeat it. */
export type Nodes = readonly [FieldNode, ...FieldNode[]];

/** What of an operation its fields are read from. */
export type OperationInfo = Pick<GraphQLResolveInfo, 'fragments' | 'variableValues'>;

/** The fields below these nodes by the name they are answered under, fragments taken apart, without those left out. */
export function selectedFields(nodes: readonly FieldNode[], operation: OperationInfo): Nodes[] {
  const selected = new Map<string, [FieldNode, ...FieldNode[]]>();
  for (const { selectionSet } of nodes) if (selectionSet) collect(selectionSet, operation, selected);
  return [...selected.values()];
}

/** The schema has no interfaces and unions, so the type of a fragment is always the type at hand. */
function collect(
  { selections }: SelectionSetNode,
  operation: OperationInfo,
  selected: Map<string, [FieldNode, ...FieldNode[]]>,
): void {
  for (const node of selections) {
    if (isLeftOut(node, operation)) continue;
    if (node.kind === Kind.FIELD) {
      const name = (node.alias ?? node.name).value;
      const known = selected.get(name);
      if (known) known.push(node);
      else selected.set(name, [node]);
    } else {
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? operation.fragments[node.name.value] : node;
      if (fragment) collect(fragment.selectionSet, operation, selected);
    }
  }
}

function isLeftOut(node: SelectionSetNode['selections'][number], { variableValues }: OperationInfo): boolean {
  if (!node.directives?.length) return false;
  if (getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.if === true) return true;
  return getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.if === false;
}
