import type { InputPath } from '../../common/errors.js';

/** The longest list anywhere in a JSON value and where it stands. Without recursion: the value is the caller's. */
export function largestList(value: unknown, at: InputPath): { size: number; path: InputPath } {
  let largest: { size: number; path: InputPath } = { size: 0, path: at };
  const open: { value: object; path: InputPath }[] = isObject(value) ? [{ value, path: at }] : [];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value: current, path } = next;
    if (Array.isArray(current) && current.length > largest.size) largest = { size: current.length, path };
    if (path.length > MAX_NESTING) continue;
    for (const [key, part] of Object.entries(current)) {
      if (isObject(part)) open.push({ value: part, path: [...path, key] });
    }
  }
  return largest;
}

/** No input of the schema nests as deep as this; what lies deeper fits no type and is refused for that. */
const MAX_NESTING = 20;

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
