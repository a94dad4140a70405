import {
  astFromValue,
  isEnumType,
  isInputObjectType,
  isObjectType,
  Kind,
  print,
  type EnumTypeDefinitionNode,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type InputObjectTypeDefinitionNode,
  type InputValueDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeDefinitionNode,
} from 'graphql';

/** What of a promised type the schema does not keep, one line each: `Account.name is String, promised String!`. */
export function brokenPromises(schema: GraphQLSchema, promised: TypeDefinitionNode): string[] {
  const type = schema.getType(promised.name.value);
  const name = promised.name.value;
  if (!type) return [`${name} is missing`];
  if (promised.kind === Kind.ENUM_TYPE_DEFINITION) return brokenEnum(type, promised);
  if (promised.kind === Kind.OBJECT_TYPE_DEFINITION) return brokenObject(type, promised);
  if (promised.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) return brokenInput(type, promised);
  return [];
}

function brokenEnum(type: GraphQLNamedType, { name, values = [] }: EnumTypeDefinitionNode): string[] {
  const found = isEnumType(type) ? type.getValues().map((value) => value.name) : [];
  const wanted = values.map((value) => value.name.value);
  const same = [...found].sort().join() === [...wanted].sort().join();
  return same ? [] : [`${name.value} has ${found.join(' ')}, promised ${wanted.join(' ')}`];
}

function brokenObject(type: GraphQLNamedType, { name, fields = [] }: ObjectTypeDefinitionNode): string[] {
  return fields.flatMap((wanted) => {
    const place = `${name.value}.${wanted.name.value}`;
    const field = isObjectType(type) ? type.getFields()[wanted.name.value] : undefined;
    if (!field) return [`${place} is missing`];
    const [is, should] = [String(field.type), print(wanted.type)];
    const own = is === should ? [] : [`${place} is ${is}, promised ${should}`];
    return [...own, ...brokenInputs(place, field.args, wanted.arguments ?? [])];
  });
}

function brokenInput(type: GraphQLNamedType, promised: InputObjectTypeDefinitionNode): string[] {
  const name = promised.name.value;
  if (!isInputObjectType(type)) return [`${name} is no input`];
  const oneOf = (promised.directives ?? []).some((directive) => directive.name.value === 'oneOf');
  const broken = type.isOneOf === oneOf ? [] : [`${name} is ${type.isOneOf ? '' : 'not '}@oneOf`];
  return [...broken, ...brokenInputs(name, Object.values(type.getFields()), promised.fields ?? [])];
}

/** Arguments or input fields: those promised are there as promised, and none of the others is required. */
function brokenInputs(
  place: string,
  found: readonly (GraphQLArgument | GraphQLInputField)[],
  promised: readonly InputValueDefinitionNode[],
): string[] {
  const broken = promised.flatMap((wanted) => {
    const input = found.find(({ name }) => name === wanted.name.value);
    const at = `${place}(${wanted.name.value})`;
    if (!input) return [`${at} is missing`];
    const is = `${String(input.type)}${defaultOf(input)}`;
    const should = `${print(wanted.type)}${wanted.defaultValue ? ` = ${print(wanted.defaultValue)}` : ''}`;
    return is === should ? [] : [`${at} is ${is}, promised ${should}`];
  });
  const required = found.filter(
    ({ name, type, defaultValue }) =>
      String(type).endsWith('!') &&
      defaultValue === undefined &&
      !promised.some((wanted) => wanted.name.value === name),
  );
  return [...broken, ...required.map(({ name }) => `${place}(${name}) is required and was not promised`)];
}

function defaultOf({ type, defaultValue }: GraphQLArgument | GraphQLInputField): string {
  const node = defaultValue === undefined ? null : astFromValue(defaultValue, type);
  return node ? ` = ${print(node)}` : '';
}
