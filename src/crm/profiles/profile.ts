import type { FieldSource, ValueTable } from '../mapping/binding.js';
import type { RecordKind } from '../mapping/fields.js';

/** Rows of an object that are no records for us. */
export interface SkipRule {
  readonly column: string;
  /** The words, in lower case, that make a row one to skip. */
  readonly when: (value: string) => boolean;
  /** What is said about the skipped rows: `in the recycle bin`. */
  readonly reason: string;
}

/** A CRM's object and what its columns mean to us. */
export interface ObjectProfile {
  /** As the CRM calls it: `Account`. */
  readonly object: string;
  /** What files of it are called, in lower case, one word each. */
  readonly fileWords: readonly string[];
  readonly kind: RecordKind;
  /** By field; column names match in any case, and without their spaces, underscores and points. */
  readonly columns: Readonly<Record<string, FieldSource>>;
  readonly skip: readonly SkipRule[];
  /** A file is one of this object only if it has one column of each of these groups. */
  readonly needs: readonly (readonly string[])[];
  /** Columns one might expect to be used, and why they are not. */
  readonly leftOut: Readonly<Record<string, string>>;
}

/** What is known of a CRM without any mapping file. */
export interface CrmProfile {
  /** The name its ids are kept under. */
  readonly system: string;
  readonly objects: readonly ObjectProfile[];
  /** Objects that are recognised and not imported. */
  readonly otherObjects: readonly string[];
  /** An id in the one form that equals all its spellings. */
  readonly usualId: (id: string) => string;
}

/** A field read from the first of these columns that is filled. */
export function from(...columns: string[]): FieldSource {
  return { columns: columns.map((column) => ({ column })) };
}

/** A field read through a table; what the table does not list says nothing. */
export function translated(column: string, values: ValueTable): FieldSource {
  return { columns: [{ column, values, otherwise: null }] };
}

/** A column name without what differs between exports of the same column. */
export function plainHeader(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.-]/g, '');
}
