import DataLoader from 'dataloader';
import { getNamedType, isObjectType, type FieldNode, type GraphQLResolveInfo } from 'graphql';
import type { Nodes } from '../../common/asked/selected-fields.js';
import { Operation } from '../../common/operation/operation.js';
import { argumentsOf, planField, planFields, type PlannedField, type Resolve } from './field-plan.js';

/** What goes with every call of a resolver. */
type Call = readonly [context: unknown, info: GraphQLResolveInfo];

/** A call that failed, kept until the answer comes to its field. */
class Failure {
  constructor(readonly error: unknown) {}
}

/** What was worked out for one place in the query: values, or failures, by their parents. */
class Place {
  readonly values = new Map<unknown, unknown>();
  loader: DataLoader<unknown, unknown> | null = null;
}

const PLACES = {};

/** A field of the root: as soon as it has its value, all that hangs on it is worked out, one call per place. */
export function rootField(resolve: Resolve): Resolve {
  return async (source, args, context, info) => {
    const value: unknown = await resolve(source, args, context, info);
    const type = getNamedType(info.returnType);
    if (isObjectType(type)) {
      await workOut(planFields(type, info.fieldNodes, info), flat([value]), [context, info]);
    }
    return value;
  };
}

/** A field resolved together: its value is there already, or is worked out now along with that of its siblings. */
export const togetherField: Resolve = (source, _args, context, info) => {
  const place = placeOf(info.fieldNodes[0] as FieldNode);
  if (place.values.has(source)) return valueOf(place.values.get(source));
  return late(place, [context, info]).load(source).then(valueOf);
};

/** Works out planned fields of these parents, then what hangs on their values: level by level, down the answer. */
async function workOut(plan: readonly PlannedField[], parents: readonly unknown[], by: Call): Promise<void> {
  if (parents.length === 0) return;
  const distinct = [...new Set(parents)];
  await Promise.all(plan.map((field) => workOutBranch(field, distinct, by)));
}

/** Branches go side by side: their statements travel to the database together. */
async function workOutBranch(field: PlannedField, parents: readonly unknown[], by: Call): Promise<void> {
  const { definition, together, below } = field;
  const values = together
    ? await workOutField(field, together, parents, by)
    : parents.map((parent) => (parent as Record<string, unknown>)[definition.name]);
  if (below.length > 0) await workOut(below, flat(values), by);
}

async function workOutField(
  field: PlannedField,
  together: Resolve,
  parents: readonly unknown[],
  by: Call,
): Promise<readonly unknown[]> {
  const values = await callOnce(field, together, parents, by);
  const place = placeOf(field.nodes[0]);
  parents.forEach((parent, position) => place.values.set(parent, values[position]));
  return values;
}

async function callOnce(
  field: PlannedField,
  together: Resolve,
  parents: readonly unknown[],
  [context, info]: Call,
): Promise<readonly unknown[]> {
  const { definition, parentType, nodes } = field;
  const place = { fieldName: definition.name, fieldNodes: nodes, returnType: definition.type, parentType };
  try {
    const args = argumentsOf(field, info);
    const values: unknown = await together(parents, args, context, { ...info, ...place });
    if (Array.isArray(values) && values.length === parents.length) return values as unknown[];
    throw new Error(`${parentType.name}.${definition.name} has to return one value for each parent.`);
  } catch (error) {
    return parents.map(() => new Failure(error));
  }
}

/** For parents that were reached through a resolver of their own: siblings share a call all the same. */
function late(place: Place, by: Call): DataLoader<unknown, unknown> {
  const [, info] = by;
  place.loader ??= new DataLoader<unknown, unknown>(
    async (parents) => {
      const field = planField(info.parentType, info.fieldNodes as unknown as Nodes, info);
      await workOut([field], parents, by);
      return parents.map((parent) => place.values.get(parent));
    },
    { cache: false },
  );
  return place.loader;
}

function placeOf(node: FieldNode): Place {
  const places = Operation.current().part(PLACES, () => new Map<FieldNode, Place>());
  let place = places.get(node);
  if (!place) places.set(node, (place = new Place()));
  return place;
}

function valueOf(value: unknown): unknown {
  if (value instanceof Failure) throw value.error;
  return value;
}

/** Objects alone, lists taken apart: what can have fields. */
function flat(values: readonly unknown[]): unknown[] {
  const objects: unknown[] = [];
  for (const value of values) {
    if (Array.isArray(value)) objects.push(...flat(value as unknown[]));
    else if (typeof value === 'object' && value !== null && !(value instanceof Failure)) objects.push(value);
  }
  return objects;
}
