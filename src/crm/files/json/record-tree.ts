import { FileRefused } from '../file-refused.js';
import { isJsonList, isJsonObject, JsonNumber, type JsonObject, type JsonValue } from './json-text.js';

/** Columns that a record's place in a tree becomes, so that it survives being written to a list of failed rows. */
export const TREE_COLUMNS = {
  /** The object's name: `Contact`. */
  type: 'attributes.type',
  /** What other records of the export point to as `@…`. */
  referenceId: 'attributes.referenceId',
  /** For a record inside another one's child list: a reference (`@…`) to that parent; empty when it has no id. */
  parent: 'attributes.parent',
  /** For such a record: the name of the list, `Contacts`. */
  parentList: 'attributes.parentList',
} as const;

/** A record of a tree with its values as text. */
export interface TreeRecord {
  /** The 1-based line on which the record begins; for what is no object, that of the object around it. */
  readonly line: number;
  /** Null when what stands in the list is not a record. Lookups' fields are named `Account.Name`; null becomes ''. */
  readonly cells: ReadonlyMap<string, string> | null;
  /** What stood there instead of a record. */
  readonly text: string;
}

/** The id behind a reference such as `@AccountRef1`, or null when the value is an ordinary one. */
export function referenceTarget(value: string): string | null {
  return /^@([A-Za-z0-9_.-]+)$/.exec(value)?.[1] ?? null;
}

/** All records of a tree, parents before their children. @throws FileRefused when there is no list of records. */
export function treeRecords(root: JsonValue): TreeRecord[] {
  const list = isJsonObject(root) ? childList(root) : undefined;
  if (!isJsonObject(root) || list === undefined) throw new FileRefused('JSON_NOT_A_TREE');
  return list.flatMap((value) => recordAndChildren(value, root.line, []));
}

type Placement = readonly (readonly [string, string])[];

function recordAndChildren(value: JsonValue, line: number, placement: Placement): TreeRecord[] {
  if (!isJsonObject(value)) return [{ line, cells: null, text: textOf(value) }];
  const cells = new Map<string, string>([...attributesOf(value), ...placement]);
  const children: TreeRecord[] = [];
  const referenceId = cells.get(TREE_COLUMNS.referenceId) ?? '';
  for (const [name, member] of value.members) {
    if (name === 'attributes') continue;
    const list = isJsonObject(member) ? childList(member) : undefined;
    if (list === undefined) addCells(cells, name, member);
    const parent = referenceId === '' ? '' : `@${referenceId}`;
    const inside: Placement = [
      [TREE_COLUMNS.parent, parent],
      [TREE_COLUMNS.parentList, name],
    ];
    for (const child of list ?? []) children.push(...recordAndChildren(child, value.line, inside));
  }
  return [{ line: value.line, cells, text: '' }, ...children];
}

function childList(object: JsonObject): readonly JsonValue[] | undefined {
  const list = object.members.get('records');
  return isJsonList(list) ? list : undefined;
}

function attributesOf(record: JsonObject): Placement {
  const attributes = record.members.get('attributes');
  if (!isJsonObject(attributes)) return [];
  const names = [
    ['type', TREE_COLUMNS.type],
    ['referenceId', TREE_COLUMNS.referenceId],
  ] as const;
  return names.flatMap(([name, column]) => {
    const value = attributes.members.get(name);
    return typeof value === 'string' ? [[column, value] as const] : [];
  });
}

function addCells(cells: Map<string, string>, name: string, value: JsonValue): void {
  if (!isJsonObject(value)) {
    cells.set(name, textOf(value));
    return;
  }
  for (const [inner, member] of value.members) {
    if (inner !== 'attributes') addCells(cells, `${name}.${inner}`, member);
  }
}

function textOf(value: JsonValue): string {
  if (value === null) return '';
  if (value instanceof JsonNumber) return value.text;
  if (typeof value !== 'object') return String(value);
  return isJsonList(value) ? `[${value.map((item) => textOf(item)).join(', ')}]` : '{…}';
}
