import { Logger } from '@nestjs/common';
import { newId } from '../common/new-id.js';

const log = new Logger('Unexpected');

/** Writes a failure of ours to the log with all that is known of it, under an id the caller is given in its stead. */
export function logUnexpected(error: unknown): string {
  const id = newId();
  log.error(
    `${id} ${error instanceof Error ? error.message : String(error)}`,
    error instanceof Error ? error.stack : undefined,
  );
  return id;
}
