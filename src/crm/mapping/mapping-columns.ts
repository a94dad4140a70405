import { valueTable, type ColumnRule, type FieldSource } from './binding.js';
import { asObject, asText, refuseUnknownKeys, type Members } from './mapping-json.js';
import { MappingRefused } from './mapping-refused.js';

/** Stands in a table of values for every word that the table does not list. */
const ANY_OTHER = '*';

/**
 * The columns of an entry, by field. A field is given by a column name, by a list of them (the first that is not blank
 * counts), by `{ column, values }` with a table, by `{ value }` for all rows alike, or by null to take it away.
 */
export function readColumns(value: unknown, at: string): Map<string, FieldSource | null> {
  return new Map(
    Object.entries(asObject(value, at)).map(([field, source]) => [field, sourceOf(source, `${at}.${field}`)]),
  );
}

function sourceOf(value: unknown, at: string): FieldSource | null {
  if (value === null) return null;
  if (Array.isArray(value)) {
    if (value.length === 0) throw new MappingRefused('WRONG_SHAPE', { at });
    return { columns: value.map((column, index) => columnOf(column, `${at}[${index}]`)) };
  }
  if (typeof value === 'object' && 'value' in value) {
    const object = asObject(value, at);
    refuseUnknownKeys(object, ['value'], at);
    return { columns: [], constant: asText(object.value, `${at}.value`) };
  }
  return { columns: [columnOf(value, at)] };
}

function columnOf(value: unknown, at: string): ColumnRule {
  if (typeof value === 'string') return { column: asText(value, at) };
  const object = asObject(value, at);
  refuseUnknownKeys(object, ['column', 'values'], at);
  const column = asText(object.column, `${at}.column`);
  return object.values === undefined
    ? { column }
    : { column, ...tableOf(asObject(object.values, `${at}.values`), at) };
}

function tableOf(values: Members, at: string): Pick<ColumnRule, 'values' | 'otherwise'> {
  const entries: Record<string, string | null> = {};
  for (const [word, meaning] of Object.entries(values)) {
    entries[word] = meaning === null ? null : asText(meaning, `${at}.values.${word}`);
  }
  const { [ANY_OTHER]: otherwise, ...listed } = entries;
  return { values: valueTable(listed), ...(otherwise !== undefined && { otherwise }) };
}
