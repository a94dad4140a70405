import { InvalidArgumentError } from 'commander';

/** A whole number of at least 1. */
export function count(text: string): number {
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value < 1)
    throw new InvalidArgumentError('A whole number of 1 or more is needed.');
  return value;
}

/** A number, with a point and decimals where needed: `0.35`. Whether it makes sense is for the API to say. */
export function decimal(text: string): number {
  if (!/^-?\d{1,15}(\.\d{1,6})?$/.test(text))
    throw new InvalidArgumentError('A number such as 0.35 is needed.');
  return Number(text);
}

/** An exact amount, as text: `1250.50`. */
export function amount(text: string): string {
  decimal(text);
  return text;
}

/** A calendar date, `2027-01-31`. */
export function date(text: string): string {
  const isDate =
    /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
  if (!isDate) throw new InvalidArgumentError('A date such as 2027-01-31 is needed.');
  return text;
}

/** One word of a closed list, in any case, with `-` or `_` between its parts. */
export function word<Word extends string>(words: readonly Word[]): (text: string) => Word {
  return (text) => {
    const wanted = text.toUpperCase().replaceAll('-', '_');
    const found = words.find((candidate) => candidate.toUpperCase() === wanted);
    if (found === undefined) throw new InvalidArgumentError(`One of ${words.join(', ')} is needed.`);
    return found;
  };
}

/** Several words of a closed list, separated by commas. */
export function words<Word extends string>(list: readonly Word[]): (text: string) => Word[] {
  const one = word(list);
  return (text) => text.split(',').map((part) => one(part.trim()));
}
