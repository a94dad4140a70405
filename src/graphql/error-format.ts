import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { ERROR_CODES, StrataError, type ErrorCode } from '../common/errors.js';

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

/** The error as the caller sees it: a code of ours, a sentence, where it happened, and never a stack or SQL. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { locations, path } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const original = originalOf(error);
  if (original instanceof StrataError) {
    const { message, code, path: inputPath, details } = original;
    const where = inputPath.length > 0 ? { path: inputPath } : {};
    return { message, ...place, extensions: { code, details: { ...where, ...details } } };
  }
  const database = FROM_DATABASE[String((original as { code?: unknown } | null)?.code)];
  if (database) return { message: database[1], ...place, extensions: { code: database[0], details: {} } };
  const given = String(formatted.extensions?.code);
  const code = TRANSLATED[given] ?? ERROR_CODES.find((known) => known === given) ?? 'INTERNAL_SERVER_ERROR';
  if (code === 'INTERNAL_SERVER_ERROR') return { message: INTERNAL, ...place, extensions: { code, details: {} } };
  return { message: formatted.message, ...place, extensions: { code, details: {} } };
}

/** An error thrown while a variable or an argument was read is wrapped once more than one from a resolver. */
function originalOf(error: unknown): unknown {
  const unwrapped = unwrapResolverError(error);
  const inner = (unwrapped as { originalError?: unknown } | null)?.originalError;
  return inner instanceof StrataError ? inner : unwrapped;
}
