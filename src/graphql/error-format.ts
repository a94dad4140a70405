import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ERROR_CODES, StrataError, type ErrorCode, type InputPath } from '../common/errors.js';
import { logUnexpected } from './unexpected.js';

/** What the caller is told of a failure that is ours: nothing that could help an attacker, not even its words. */
const INTERNAL = 'Something went wrong on our side; nothing was written.';

/** Codes that other libraries use, in ours. */
const TRANSLATED: Record<string, ErrorCode> = {
  BAD_USER_INPUT: 'INVALID_INPUT',
  BAD_REQUEST: 'INVALID_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'INVALID_INPUT',
  PERSISTED_QUERY_NOT_FOUND: 'INVALID_INPUT',
  PERSISTED_QUERY_NOT_SUPPORTED: 'INVALID_INPUT',
};

/** PostgreSQL's word for what went wrong, as something the caller can act on. */
const FROM_DATABASE: Record<string, [ErrorCode, string]> = {
  '40001': ['CONFLICT', 'Somebody else changed the same records at the same moment: send it again.'],
  '40P01': ['CONFLICT', 'Somebody else changed the same records at the same moment: send it again.'],
  '57014': ['LIMIT_EXCEEDED', 'This takes too long: ask for less at a time.'],
  '53300': ['OVERLOADED', 'Too much is going on just now: try again in a moment.'],
  '22021': ['INVALID_INPUT', 'Text must not contain the NUL character.'],
  '22P05': ['INVALID_INPUT', 'Text must not contain the NUL character.'],
};

/** Limits that GraphQL itself keeps, by how it says so: our code, and what to do. */
const LIMITS_OF_GRAPHQL: readonly [RegExp, string][] = [
  [
    /^Syntax Error: Document contains more th[ae][tn] (\d+) tokens/,
    'The document is too long: ask in several operations.',
  ],
  [
    /^Maximum introspection depth exceeded/,
    'Lists of the schema are nested too deeply: ask in several steps.',
  ],
];

/** The error as the caller sees it: a code of ours, a sentence, where it happened, and never a stack or SQL. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { locations, path } = formatted;
  const { message, code, details } = describe(formatted, error);
  return { message, ...(locations && { locations }), ...(path && { path }), extensions: { code, details } };
}

interface Description {
  message: string;
  code: ErrorCode;
  details: Record<string, unknown>;
}

function describe(formatted: GraphQLFormattedError, error: unknown): Description {
  const causes = causesOf(error);
  const ours = causes.find((cause) => cause instanceof StrataError);
  if (ours)
    return {
      message: ours.message,
      code: ours.code,
      details: { ...at(ours.inputPath, formatted), ...ours.details },
    };
  const database = FROM_DATABASE[String((causes.at(-1) as { code?: unknown } | null)?.code)];
  if (database) return { code: database[0], message: database[1], details: {} };
  return limitOfGraphql(formatted) ?? misusedArgument(causes) ?? refusedByLibrary(formatted, error);
}

function limitOfGraphql({ message }: GraphQLFormattedError): Description | null {
  for (const [said, advice] of LIMITS_OF_GRAPHQL) {
    const match = said.exec(message);
    if (!match) continue;
    return {
      code: 'LIMIT_EXCEEDED',
      message: advice,
      details: match[1] ? { of: 'tokens', limit: Number(match[1]) } : { of: 'introspection', limit: 3 },
    };
  }
  return null;
}

/** GraphQL finds some misuses of an argument only when it comes to the field: a null in place of a value. */
function misusedArgument(causes: readonly unknown[]): Description | null {
  const cause = causes.at(-1);
  const name = cause instanceof GraphQLError ? /^Argument "(\w+)"/.exec(cause.message)?.[1] : undefined;
  if (!name) return null;
  return {
    code: 'INVALID_INPUT',
    message: 'This argument does not have the form it needs.',
    details: { path: [name] },
  };
}

function refusedByLibrary(formatted: GraphQLFormattedError, error: unknown): Description {
  const given = String(formatted.extensions?.code);
  const code = TRANSLATED[given] ?? ERROR_CODES.find((known) => known === given) ?? 'INTERNAL_SERVER_ERROR';
  if (code !== 'INTERNAL_SERVER_ERROR')
    return { message: formatted.message, code, details: at([], formatted) };
  return { message: INTERNAL, code, details: { id: logUnexpected(causesOf(error).at(-1)) } };
}

/** Where in the input: as the error says, or as was found out while the query was checked. */
function at(path: InputPath, { extensions }: GraphQLFormattedError): { path?: InputPath } {
  const where = path.length > 0 ? path : ((extensions?.inputPath as InputPath | undefined) ?? []);
  return where.length > 0 ? { path: where } : {};
}

/** The error and all that it was made from, the first cause last: libraries wrap once or twice. */
function causesOf(error: unknown): unknown[] {
  const inner = (error as { originalError?: unknown } | null)?.originalError;
  return inner === undefined || inner === null ? [error] : [error, ...causesOf(inner)];
}
