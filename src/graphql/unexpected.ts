import { Logger } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';

const log = new Logger('Unexpected');

/** Writes a failure of ours to the log with all that is known of it, under an id the caller is given in its stead. */
export function logUnexpected(error: unknown): string {
  const id = uuidv7();
  log.error(
    `${id} ${error instanceof Error ? error.message : String(error)}`,
    error instanceof Error ? error.stack : undefined,
  );
  return id;
}
