import { MappingRefused } from './mapping-refused.js';

/** A JSON object whose members are not yet known. */
export type Members = Readonly<Record<string, unknown>>;

/** The value as an object. @throws MappingRefused naming the place otherwise. */
export function asObject(value: unknown, at: string): Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new MappingRefused('WRONG_SHAPE', { at });
  }
  return value as Members;
}

/** The value as text that is not blank. @throws MappingRefused naming the place otherwise. */
export function asText(value: unknown, at: string): string {
  if (typeof value !== 'string' || value.trim() === '') throw new MappingRefused('WRONG_SHAPE', { at });
  return value.trim();
}

/** A misspelt key would silently change what is imported, so it is refused. */
export function refuseUnknownKeys(object: Members, known: readonly string[], at: string): void {
  const unknown = Object.keys(object).find((key) => !known.includes(key));
  if (unknown !== undefined) throw new MappingRefused('UNKNOWN_KEY', { at: `${at}.${unknown}`, known });
}
