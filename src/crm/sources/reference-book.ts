import { createHash } from 'node:crypto';
import type { ExternalIdInput } from '../../common/reference.types.js';
import { TREE_COLUMNS } from '../files/json/record-tree.js';
import type { CrmProfile } from '../profiles/profile.js';
import { isSalesforceId } from '../profiles/salesforce-id.js';
import type { ImportSource } from './source.js';

/** Ids of 1 to 200 characters are kept; what names a record is cut before that. */
const MAX_LABEL = 120;

/** Whom the reference ids of record trees mean. They are unique within the files of one folder only. */
export class ReferenceBook {
  private readonly known = new Map<string, ExternalIdInput | 'AMBIGUOUS'>();
  private readonly folders = new Set<string>();

  constructor(private readonly profile: CrmProfile) {}

  /** Learns the reference ids of a tree. */
  async learn({ table, folder }: ImportSource): Promise<void> {
    if (!table.columns.includes(TREE_COLUMNS.referenceId)) return;
    this.folders.add(folder);
    for await (const row of table.rows) {
      const reference = row.ok ? row.cells.get(TREE_COLUMNS.referenceId) : undefined;
      if (!row.ok || !reference) continue;
      const identity = this.identityOf(reference, row.cells);
      const key = keyOf(folder, reference);
      const before = this.known.get(key);
      const same = before === undefined || (before !== 'AMBIGUOUS' && before.id === identity.id);
      this.known.set(key, same ? identity : 'AMBIGUOUS');
    }
  }

  /**
   * The record a reference means: of the same folder, else of any other that was imported with it. AMBIGUOUS when
   * several records share it, undefined when none has it.
   */
  find(folder: string, reference: string): ExternalIdInput | 'AMBIGUOUS' | undefined {
    const own = this.known.get(keyOf(folder, reference));
    if (own) return own;
    const elsewhere = [...this.folders].flatMap((other) => this.known.get(keyOf(other, reference)) ?? []);
    return elsewhere.length > 1 ? 'AMBIGUOUS' : elsewhere[0];
  }

  /**
   * A reference id often hides the real record id. One that does not is only a number within its files, so what the
   * record is called becomes part of its id: else AccountRef1 of two unrelated folders would be one account.
   */
  private identityOf(reference: string, cells: ReadonlyMap<string, string>): ExternalIdInput {
    const hidden = /^ref([A-Za-z0-9]{18})$/.exec(reference)?.[1];
    if (hidden !== undefined && isSalesforceId(hidden))
      return { system: this.profile.system, id: this.profile.usualId(hidden) };
    return { system: `${this.profile.system}-tree`, id: `${reference}/${labelOf(cells)}` };
  }
}

function keyOf(folder: string, reference: string): string {
  return JSON.stringify([folder, reference]);
}

function labelOf(cells: ReadonlyMap<string, string>): string {
  const first =
    ['Email', 'Name', 'LastName', 'Subject'].map((column) => cells.get(column)).find(Boolean) ?? '';
  const label = first.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  if (label.length <= MAX_LABEL) return label;
  return createHash('sha256').update(label).digest('hex');
}
