/** The fields of one row, read: what is blank is missing, because a blank cell says nothing. */
export interface RowValues {
  /** Where the row begins in its file. */
  readonly line: number;
  /** Dates and instants in ISO form, money and numbers as exact decimals, booleans as `true` or `false`. */
  readonly values: ReadonlyMap<string, string>;
  /** Which column each of them was read from. */
  readonly columns: ReadonlyMap<string, string>;
}

/** What is wrong with a row, told by field; the column follows from it. */
export interface FieldFault {
  readonly ok: false;
  readonly field: string;
  /** A sentence for a person. */
  readonly reason: string;
}

/** What a row is to become, or why it cannot. */
export type Mapped<Input> = { readonly ok: true; readonly input: Input } | FieldFault;

/** A row that can be written. */
export function mapped<Input>(input: Input): Mapped<Input> {
  return { ok: true, input };
}

/** A row that cannot. */
export function faulty(field: string, reason: string): FieldFault {
  return { ok: false, field, reason };
}
