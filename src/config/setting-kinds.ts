import { resolve } from 'node:path';
import { PROJECT_ROOT } from './project-root.js';

/** One thing that can be set from outside: its default, what it means, and how its text becomes a value. */
export interface Setting<Value> {
  /** The text used when nothing is set; undefined where leaving it out has a meaning of its own. */
  readonly fallback: string | undefined;
  /** One sentence for the person who sets it. */
  readonly meaning: string;
  /** The value that the text stands for, or `wrong(what is needed)`. */
  readonly read: (text: string) => Value | Wrong;
}

/** Why a text cannot be used, as the end of the sentence "PORT is 'abc': ...". */
export class Wrong {
  constructor(readonly needed: string) {}
}

/** A count or a size; `from` and `to` are both allowed. */
export function wholeNumber(fallback: number, from: number, to: number, meaning: string): Setting<number> {
  const read = (text: string): number | Wrong => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    return value >= from && value <= to ? value : new Wrong(`a whole number from ${from} to ${to} is needed`);
  };
  return { fallback: String(fallback), meaning: `${meaning} (${from} to ${to})`, read };
}

/** One word of a closed list, spelled exactly as in the list. */
export function oneOf<Word extends string>(
  words: readonly Word[],
  fallback: Word,
  meaning: string,
): Setting<Word> {
  const list = `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
  const read = (text: string): Word | Wrong =>
    words.find((word) => word === text) ?? new Wrong(`${list} is needed`);
  return { fallback, meaning: `${meaning} (${list})`, read };
}

/** The name or address of a network interface. */
export function networkAddress(fallback: string, meaning: string): Setting<string> {
  const needed =
    "an address such as 127.0.0.1, 0.0.0.0, :: or a host name is needed, without 'http://' or a port";
  const read = (text: string): string | Wrong =>
    /^[A-Za-z0-9._-]+$/.test(text) || /^[0-9A-Fa-f:.]*::?[0-9A-Fa-f:.]*$/.test(text)
      ? text
      : new Wrong(needed);
  return { fallback, meaning, read };
}

/** A folder; a relative one counts from the project's root, wherever the command was typed. */
export function folder(fallback: string, meaning: string): Setting<string> {
  return { fallback, meaning, read: (text) => resolve(PROJECT_ROOT, text) };
}

/** The address of a PostgreSQL database, with its user and database named so that nothing is guessed. */
export function postgresUrl(meaning: string): Setting<string | undefined> {
  return { fallback: undefined, meaning, read: (text) => postgresUrlFault(text) ?? text };
}

/** A server by name or address, and port. */
export function server(meaning: string): Setting<string | undefined> {
  const read = (text: string): string | Wrong => {
    const port = /^(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]):(\d{1,5})$/.exec(text)?.[1];
    const isPort = Number(port) >= 1 && Number(port) <= 65_535;
    return isPort ? text : new Wrong('a host and its port like replica.internal:5432 are needed');
  };
  return { fallback: undefined, meaning, read };
}

function postgresUrlFault(text: string): Wrong | undefined {
  const shape = 'an address like postgres://user:password@host:5432/database is needed';
  if (!URL.canParse(text)) return new Wrong(shape);
  const url = new URL(text);
  if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:') {
    return new Wrong(`${shape}, and this one begins with '${url.protocol}'`);
  }
  if (url.username === '') return new Wrong(`${shape}, and the user is missing`);
  if (url.pathname.length < 2) return new Wrong(`${shape}, and the database is missing`);
  return undefined;
}
