import { WrongSettings } from './config/settings.js';

/** Thrown when something outside the program keeps it from going on; the message says what, and what to do. */
export class Obstacle extends Error {
  override name = 'Obstacle';
}

/** What a person is told of a failure: one sentence where we know the cause, never a stack. */
export function failureInWords(error: unknown): string {
  const { code, message, address, port } = innermost(error);
  if (error instanceof WrongSettings || error instanceof Obstacle) return error.message;
  if (code !== undefined && UNREACHABLE.has(code)) {
    const place = address ? ` at ${address}:${port ?? ''}` : '';
    return `The database${place} cannot be reached (${code}). Is it running, and is DATABASE_URL right?`;
  }
  if (code !== undefined && /^(28|3D)/.test(code))
    return `The database refuses the login: ${message}. Is DATABASE_URL right?`;
  return message;
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'ETIMEDOUT',
  'ECONNRESET',
  'EHOSTUNREACH',
  'EAI_AGAIN',
]);

interface Failure {
  code?: string;
  message: string;
  address?: string;
  port?: number;
}

/** Node tries every address of a host name and reports all failures in one; the last tells as much as all. */
function innermost(error: unknown): Failure {
  if (error instanceof AggregateError && error.errors.length > 0) return innermost(error.errors.at(-1));
  return error instanceof Error ? error : { message: String(error) };
}
