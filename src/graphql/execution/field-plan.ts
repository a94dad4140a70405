import {
  getArgumentValues,
  getNamedType,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
} from 'graphql';
import { selectedFields, type Nodes, type OperationInfo } from '../../common/asked/selected-fields.js';
import { TOGETHER } from '../../common/together/resolve-together.decorator.js';

export type Definition = GraphQLField<unknown, unknown>;
export type Resolve = GraphQLFieldResolver<unknown, unknown>;

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
  operation: OperationInfo,
): PlannedField[] {
  return selectedFields(nodes, operation).flatMap((named) => {
    const planned = planField(type, named, operation);
    return planned.together || planned.below.length > 0 ? [planned] : [];
  });
}

/** The plan of one field, with all that hangs on it. */
export function planField(
  parentType: GraphQLObjectType,
  nodes: Nodes,
  operation: OperationInfo,
): PlannedField {
  const definition = parentType.getFields()[nodes[0].name.value];
  // Introspection's own fields (__typename) are no fields of the type.
  if (!definition) return { ...NOTHING, parentType, nodes };
  const together = (definition.extensions[TOGETHER] as Resolve | undefined) ?? null;
  const type = getNamedType(definition.type);
  const leads = (together !== null || !definition.resolve) && isObjectType(type);
  return { definition, parentType, nodes, together, below: leads ? planFields(type, nodes, operation) : [] };
}

/** The values of a field's arguments, which siblings share. Throws what GraphQL throws for an unfit one. */
export function argumentsOf({ definition, nodes }: PlannedField, { variableValues }: OperationInfo): unknown {
  return getArgumentValues(definition, nodes[0], variableValues);
}

const NOTHING = { definition: {} as Definition, together: null, below: [] };
