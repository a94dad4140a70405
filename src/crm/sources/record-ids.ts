import type { ExternalIdInput } from '../../common/reference.types.js';
import { referenceTarget } from '../files/json/record-tree.js';
import { read, unreadable, type Reading } from '../files/values/reading.js';
import type { CrmProfile } from '../profiles/profile.js';
import type { ReferenceBook } from './reference-book.js';
import type { ImportSource } from './source.js';

/** Reads the ids and references of one file. */
export class RecordIds {
  constructor(
    private readonly source: ImportSource,
    private readonly profile: CrmProfile,
    private readonly references: ReferenceBook,
  ) {}

  /** The id of a record; `@…` stands for a record of the same set of files. */
  read(text: string): Reading<ExternalIdInput> {
    const reference = referenceTarget(text);
    if (reference === null) return read({ system: this.source.system, id: this.profile.usualId(text) });
    const found = this.references.find(this.source.folder, reference);
    if (found === 'AMBIGUOUS') return unreadable('Two records of the folder have this reference id.');
    return found ? read(found) : unreadable('No record of the folder has this reference id.');
  }
}
