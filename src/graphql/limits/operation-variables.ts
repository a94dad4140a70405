import {
  coerceInputValue,
  isInputType,
  isNonNullType,
  typeFromAST,
  valueFromAST,
  type GraphQLError,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from 'graphql';
import { MAX_BATCH_SIZE } from '../../common/batch.js';
import { StrataError, type InputPath } from '../../common/errors.js';
import { largestList } from './list-size.js';

type Values = Readonly<Record<string, unknown>>;

/**
 * The variables of an operation as its resolvers will see them. Throws INVALID_INPUT with the path to what is wrong,
 * which begins with the name of the variable, or LIMIT_EXCEEDED for an overlong list.
 */
export function readVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  given: Values,
): Record<string, unknown> {
  const faults: StrataError[] = [];
  const entries = definitions.map((definition) => {
    const name = definition.variable.name.value;
    refuseLongLists(given[name], name);
    return [name, readVariable(schema, definition, given, faults)] as const;
  });
  const [first, ...others] = faults;
  if (!first) return Object.fromEntries(entries);
  const also = others.map(({ inputPath: path, message }) => ({ path, message }));
  throw also.length === 0
    ? first
    : new StrataError(first.code, first.message, first.inputPath, { ...first.details, also });
}

function readVariable(
  schema: GraphQLSchema,
  { variable, type: typeNode, defaultValue }: VariableDefinitionNode,
  given: Values,
  faults: StrataError[],
): unknown {
  const name = variable.name.value;
  const type = typeFromAST(schema, typeNode);
  if (!isInputType(type)) return undefined;
  const value = Object.hasOwn(given, name) ? given[name] : undefined;
  if (value === undefined && defaultValue) return valueFromAST(defaultValue, type);
  if (value === undefined && !isNonNullType(type)) return undefined;
  if (value === undefined || (value === null && isNonNullType(type))) {
    faults.push(
      new StrataError('INVALID_INPUT', 'This variable is required.', [name], { type: String(type) }),
    );
    return undefined;
  }
  const report = (path: readonly (string | number)[], _value: unknown, error: GraphQLError) =>
    void faults.push(asFault(error, [name, ...path.map(String)]));
  return coerceInputValue(value, type, report, true);
}

/** A scalar of ours says what it expects; elsewhere GraphQL's own words are plain enough. */
function asFault({ originalError, message }: GraphQLError, path: InputPath): StrataError {
  const ownWords = originalError instanceof StrataError ? originalError.message : message;
  // A field that is missing or unknown is reported at the object it should or should not be in.
  const field = /^Field "(\w+)" (?:of required type|is not defined)/.exec(message)?.[1];
  return new StrataError('INVALID_INPUT', ownWords, field ? [...path, field] : path);
}

function refuseLongLists(value: unknown, name: string): void {
  const { size, path } = largestList(value, [name]);
  if (size <= MAX_BATCH_SIZE) return;
  throw new StrataError('LIMIT_EXCEEDED', 'Too many items: send them in several batches.', path, {
    limit: MAX_BATCH_SIZE,
    sent: size,
  });
}
