import { FileRefused } from '../file-refused.js';

/** A number as it was written, because a float would change what stands in the file. */
export class JsonNumber {
  constructor(readonly text: string) {}
}

/** An object and the line on which it begins. */
export interface JsonObject {
  /** 1-based. */
  readonly line: number;
  readonly members: ReadonlyMap<string, JsonValue>;
}

/** A JSON value whose objects know their line and whose numbers keep their digits. */
export type JsonValue = string | boolean | null | JsonNumber | JsonObject | readonly JsonValue[];

/** Nesting allowed; record trees need about ten. */
const MAX_DEPTH = 64;

/**
 * Reads JSON after RFC 8259. JSON.parse is not used because its errors do not always say where, its numbers lose
 * digits, and it keeps the last of two equal names without a word.
 * @throws FileRefused `JSON_BROKEN` with line and column.
 */
export function readJson(text: string): JsonValue {
  const reader = new JsonReader(text);
  return reader.document();
}

/** Whether a value is an object, as opposed to a list, a text, a number or nothing. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && 'members' in value;
}

/** Whether a value is a list. */
export function isJsonList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

class JsonReader {
  private pos = 0;
  private line = 1;
  private lineStart = 0;

  constructor(private readonly text: string) {}

  document(): JsonValue {
    const value = this.value(0);
    this.space();
    if (this.pos < this.text.length) this.fail();
    return value;
  }

  private value(depth: number): JsonValue {
    this.space();
    const start = this.text[this.pos];
    if (depth > MAX_DEPTH) this.fail();
    if (start === '{') return this.object(depth);
    if (start === '[') return this.list(depth);
    if (start === '"') return this.string();
    if (this.word('true')) return true;
    if (this.word('false')) return false;
    if (this.word('null')) return null;
    return new JsonNumber(this.match(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y));
  }

  private object(depth: number): JsonObject {
    const { line } = this;
    const members = new Map<string, JsonValue>();
    this.items('{', '}', () => {
      this.space();
      const at = this.pos;
      const name = this.string();
      if (members.has(name)) this.fail(at);
      this.space();
      this.expect(':');
      members.set(name, this.value(depth + 1));
    });
    return { line, members };
  }

  private list(depth: number): JsonValue[] {
    const values: JsonValue[] = [];
    this.items('[', ']', () => values.push(this.value(depth + 1)));
    return values;
  }

  private items(open: string, close: string, item: () => void): void {
    this.expect(open);
    this.space();
    if (this.taken(close)) return;
    do {
      item();
      this.space();
    } while (this.taken(','));
    this.expect(close);
  }

  /** RFC 8259 forbids control characters in strings, so a line break never stands in one. */
  private string(): string {
    const literal = this.match(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y);
    return JSON.parse(literal) as string;
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.pos;
    const [found] = pattern.exec(this.text) ?? [];
    if (found === undefined) return this.fail();
    this.pos += found.length;
    return found;
  }

  private word(word: string): boolean {
    if (!this.text.startsWith(word, this.pos)) return false;
    this.pos += word.length;
    return true;
  }

  private taken(mark: string): boolean {
    if (this.text[this.pos] !== mark) return false;
    this.pos += 1;
    return true;
  }

  private expect(mark: string): void {
    if (!this.taken(mark)) this.fail();
  }

  private space(): void {
    for (; ' \t\r\n'.includes(this.text[this.pos] ?? '!'); this.pos += 1) {
      if (this.text[this.pos] !== '\n') continue;
      this.line += 1;
      this.lineStart = this.pos + 1;
    }
  }

  private fail(at = this.pos): never {
    throw new FileRefused('JSON_BROKEN', { line: this.line, column: at - this.lineStart + 1 });
  }
}
