/** What came of reading a cell: a value, perhaps with a remark, or the reason why there is none. */
export type Reading<T> =
  | {
      readonly ok: true;
      readonly value: T;
      /** Something a person should look at although the value is kept. */
      readonly warning?: string;
    }
  | {
      readonly ok: false;
      /** A sentence for a person. */
      readonly reason: string;
    };

/** A value that could be read. */
export function read<T>(value: T, warning?: string): Reading<T> {
  return warning === undefined ? { ok: true, value } : { ok: true, value, warning };
}

/** A value that could not be read, and why. */
export function unreadable(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}
