import { externalKey, type ExternalIdInput } from '../../common/reference.types.js';

/** The records that the files of an import have named, so that a second row of one is noticed, and one that is gone. */
export class SeenRecords {
  private readonly lines = new Map<string, number>();

  /** Notes that a row names a record. Returns the line of an earlier row that did, or null. */
  claim(kind: string, id: ExternalIdInput, line: number): number | null {
    const key = kind + externalKey(id);
    const earlier = this.lines.get(key);
    if (earlier === undefined) this.lines.set(key, line);
    return earlier ?? null;
  }

  /** Whether any row named this record. */
  has(kind: string, id: ExternalIdInput): boolean {
    return this.lines.has(kind + externalKey(id));
  }
}
