/**
 * Where in the primary's log (WAL) a write ended, as PostgreSQL prints it: `0/16B3748`. Who has replayed the log up to
 * there can see the write.
 */
export type LogPosition = string;

const LOG_POSITION = /^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/i;

/** Whether this text is a position in PostgreSQL's log. */
export function isLogPosition(text: string): boolean {
  return LOG_POSITION.test(text);
}
