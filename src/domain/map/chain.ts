/** A link that is about to be set: what `id` leads to from now on; null for nothing. */
export interface NewLink {
  readonly id: string;
  readonly next: string | null;
}

/** Those of the new links that would close a circle: an account above itself, a person who is their own boss. */
export function closingCircles(links: readonly NewLink[], known: ReadonlyMap<string, string>): Set<string> {
  const after = new Map(known);
  for (const { id, next } of links) {
    if (next === null) after.delete(id);
    else after.set(id, next);
  }
  return new Set(links.filter(({ id }) => leadsBack(id, after)).map(({ id }) => id));
}

function leadsBack(start: string, next: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  for (let at = next.get(start); at !== undefined && !seen.has(at); at = next.get(at)) {
    if (at === start) return true;
    seen.add(at);
  }
  return false;
}
