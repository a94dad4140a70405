/** What was said, or what was there before if nothing was said. Null was said: it clears. */
export function orElse<Value>(said: Value | undefined, before: Value): Value {
  return said === undefined ? before : said;
}

/** Whether a record says the same as what is kept, which may carry more beside it. */
export function saysTheSame<Record extends object>(record: Record, kept: Record): boolean {
  const keys = Object.keys(record) as (keyof Record)[];
  return keys.every((key) => JSON.stringify(record[key]) === JSON.stringify(kept[key]));
}
