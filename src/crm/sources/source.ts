import type { Table, TableOptions } from '../files/table.js';
import type { RecordKind } from '../mapping/fields.js';
import type { Mapping, MappingEntry } from '../mapping/mapping-file.js';
import type { CrmProfile, ObjectProfile } from '../profiles/profile.js';

/**
 * How well the rows of a file are identified, best first: named in the plan of the folder, by the CRM's own ids, by a
 * tree's reference ids, not at all.
 */
export const IDENTITIES = ['PLAN', 'IDS', 'TREE', 'NONE'] as const;

/** One of IDENTITIES. */
export type Identity = (typeof IDENTITIES)[number];

/** The rows of one object in one file. */
export interface ImportSource {
  readonly table: Table;
  /** Files of one folder belong together: a reference is looked up among them. */
  readonly folder: string;
  /** The CRM's name of the object, or the kind where there is none. */
  readonly object: string;
  readonly kind: RecordKind;
  readonly profile: ObjectProfile | null;
  readonly entry: MappingEntry | null;
  /** Whose ids the rows carry. */
  readonly system: string;
  readonly identity: Identity;
  /** Of a tree that holds several objects: only rows of this type. Null: all rows. */
  readonly rowType: string | null;
  /** A part of an export, such as a list of rows that failed: who is not in it has not vanished. */
  readonly partial: boolean;
}

/** A file of which nothing is imported. */
export interface LeftFile {
  readonly path: string;
  readonly status: 'SKIPPED' | 'REFUSED';
  /** A sentence for a person. */
  readonly reason: string;
}

/** What was found. */
export interface FoundFiles {
  readonly sources: readonly ImportSource[];
  readonly left: readonly LeftFile[];
}

/** What to look for and where. */
export interface SourceSearch {
  readonly paths: readonly string[];
  readonly profile: CrmProfile;
  readonly mapping: Mapping;
  /** The name the ids are kept under, when the mapping does not say otherwise. */
  readonly system: string;
  readonly table: TableOptions;
  /** Whether files named one by one are the whole export, too. */
  readonly full: boolean;
}
