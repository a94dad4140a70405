import { SENSITIVE_TERMS, type SensitiveKind, type SensitiveTerm } from './sensitive-words.js';

/**
 * What sensitive personal data a column holds by its name, or null. Whole words count, never parts of them: `Race` is
 * one, `Trace` and `Essex` are not. Understands CamelCase, snake_case, UPPERCASE run together, accents and the suffixes
 * of custom fields.
 */
export function sensitiveKind(column: string): SensitiveKind | null {
  const words = wordsOf(column);
  const known = SENSITIVE_TERMS.find((term) => names(term, words));
  return known?.kind ?? null;
}

/** Whether a column is left out of every import because of what it tells about a person. */
export function isSensitiveColumn(column: string): boolean {
  return sensitiveKind(column) !== null;
}

function wordsOf(column: string): string[] {
  const plain = column
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .replace(/ß/g, 'ss')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase();
  return plain.split(/[^\p{L}]+/u).filter((word) => word !== '');
}

function names({ phrase, unless = [] }: SensitiveTerm, words: readonly string[]): boolean {
  if (words.some((word) => unless.includes(word))) return false;
  const wanted = phrase
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .split(' ');
  const inOrder = words.some((_, start) =>
    wanted.every((want, index) => matches(want, words[start + index])),
  );
  return inOrder || runTogether(wanted, words);
}

/** `DATEOFBIRTH__C`, `maritalstatus`, `PERSONBIRTHDATE`: all words in one, perhaps behind the object's name. */
function runTogether(wanted: readonly string[], words: readonly string[]): boolean {
  const joined = wanted.join('');
  return words.some((word) => matches(joined, word) || matches(joined, withoutFrame(word)));
}

function withoutFrame(word: string): string {
  return word.replace(/^(?:person|contact|employee)(?=\p{L}{3})/u, '');
}

function matches(wanted: string, word: string | undefined): boolean {
  if (word === undefined) return false;
  return wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted;
}
