/** Whether following `next` from `start` comes back to `start`: an account above itself, a person who is their own boss. */
export function closesCircle(start: string, next: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  for (let at = next.get(start); at !== undefined && !seen.has(at); at = next.get(at)) {
    if (at === start) return true;
    seen.add(at);
  }
  return false;
}
