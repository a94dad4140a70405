/**
 * Every way a request can fail, as the caller sees it in `extensions.code`. The README explains each one; adding a
 * code means adding it there too (a test compares the two).
 */
export const ERROR_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'INVALID_INPUT',
  'CONFLICT',
  'RULE_BROKEN',
  'LIMIT_EXCEEDED',
  'THROTTLED',
  'OVERLOADED',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'INTERNAL_SERVER_ERROR',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Where in the caller's input something is wrong: `['accounts', '0', 'annualValue', 'currency']`. */
export type InputPath = readonly string[];

/**
 * A failure the caller can act on. The message is constant and says what to do; whatever varies goes to `details`,
 * so that clients can group by message and translate.
 */
export class StrataError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    /** Not called `path`: GraphQL takes an error that has one for its own and leaves out where in the answer it is. */
    readonly inputPath: InputPath = [],
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'StrataError';
  }
}

/** Same answer for what does not exist and for what the caller may not see. */
export function notFound(kind: string, path: InputPath): StrataError {
  return new StrataError('NOT_FOUND', 'No such record, or not one of yours.', path, { kind });
}

/** Closes a switch over a union: a new member that nobody handles no longer compiles. */
export function assertUnreachable(value: never): never {
  throw new Error(`Unhandled case: ${String(value)}`);
}
