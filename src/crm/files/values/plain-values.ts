import { read, unreadable, type Reading } from './reading.js';

const YES = new Set(['true', 'yes', 'y', '1']);
const NO = new Set(['false', 'no', 'n', '0']);

/** Reads TRUE/FALSE, yes/no, y/n, 1/0 in any case. Anything else is refused: a blank is neither. */
export function readBoolean(text: string): Reading<boolean> {
  const word = text.trim().toLowerCase();
  if (YES.has(word)) return read(true);
  if (NO.has(word)) return read(false);
  return unreadable('The value is neither yes nor no (true/false, yes/no, 1/0).');
}

/**
 * Reads text as it stands: formulas, HTML and control characters are text. Only what no database can store as text is
 * refused: NUL and halves of characters.
 */
export function readText(text: string): Reading<string> {
  if (text.includes('\0')) return unreadable('The text holds a NUL character, which cannot be stored.');
  if (/\p{Surrogate}/u.test(text)) return unreadable('The text holds half of a character.');
  return read(text);
}

/** What an address looks like that a mail server would take: RFC 5321 in its everyday part. */
const EVERYDAY_ADDRESS =
  /^[^\s@"(),:;<>[\]\\]{1,64}@(?=.{4,255}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u;

/**
 * Reads an e-mail address: trimmed, the domain in lower case (domains have no case, local parts may). An implausible
 * one, say with `&` in its domain, is kept with a warning, because it still tells one person from another.
 */
export function readEmail(text: string): Reading<string> {
  const stored = readText(text.trim());
  if (!stored.ok) return stored;
  const at = stored.value.lastIndexOf('@');
  const address = at < 0 ? stored.value : stored.value.slice(0, at) + stored.value.slice(at).toLowerCase();
  return EVERYDAY_ADDRESS.test(address) ? read(address) : read(address, 'suspicious e-mail');
}
