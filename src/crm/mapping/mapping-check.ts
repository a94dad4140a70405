import type { FieldSource } from './binding.js';
import type { FieldRule } from './fields.js';
import { MappingRefused } from './mapping-refused.js';

/** Fields that no word of a file tells by itself: "Primary" may be a level of anything. */
const NEEDS_TABLE = new Set(['level', 'structure', 'roles']);

/** Checks what somebody wrote down for a field. @throws MappingRefused */
export function checkWritten(field: string, rule: FieldRule, { columns, constant }: FieldSource): void {
  if (NEEDS_TABLE.has(field) && columns.some(({ values }) => values === undefined)) {
    throw new MappingRefused('VALUES_NEEDED', { field, words: rule.choices ?? [] });
  }
  const known = rule.type === 'BOOLEAN' ? ['true', 'false'] : rule.choices;
  if (!known) return;
  const meant = columns.flatMap(({ values, otherwise }) => [...(values?.values() ?? []), otherwise ?? null]);
  for (const word of [...meant, constant ?? null]) {
    if (word !== null && !known.includes(word)) {
      throw new MappingRefused('UNKNOWN_VALUE', { field, value: word, known });
    }
  }
}
