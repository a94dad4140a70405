import DataLoader from 'dataloader';
import { Operation } from './operation/operation.js';

/** Loads many records at once, keyed by the id they were asked by; a missing key means there is none. */
export type BatchLoad<Value> = (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>;

type Loaders = Map<object, Map<string, DataLoader<string, unknown>>>;

const LOADERS = {};

/**
 * Collects the ids that sibling fields ask for and loads them in one statement.
 * One batch per operation, `owner` (usually the resolver) and `name`; the name carries the field's arguments where
 * they differ between siblings.
 */
export function loadBatched<Value>(
  owner: object,
  name: string,
  key: string,
  load: BatchLoad<Value>,
): Promise<Value | null> {
  const ofOwner = loadersOf(owner);
  let loader = ofOwner.get(name) as DataLoader<string, Value | null> | undefined;
  if (!loader) {
    loader = new DataLoader<string, Value | null>(async (keys) => {
      const found = await load(keys);
      return keys.map((wanted) => found.get(wanted) ?? null);
    });
    ofOwner.set(name, loader);
  }
  return loader.load(key);
}

/** The same for several records at once, in the order asked for; what there is not is left out. */
export async function loadManyBatched<Value>(
  owner: object,
  name: string,
  keys: readonly string[],
  load: BatchLoad<Value>,
): Promise<Value[]> {
  const found = await Promise.all(keys.map((key) => loadBatched(owner, name, key, load)));
  return found.filter((value) => value !== null);
}

/** Forgets what was loaded in this operation, because a write is about to change it. */
export function forgetLoaded(): void {
  Operation.current()
    .part<Loaders>(LOADERS, () => new Map())
    .clear();
}

/** Rows by one of their values. */
export function keyBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** Rows in groups, in the order they came. */
export function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

function loadersOf(owner: object): Map<string, DataLoader<string, unknown>> {
  const loaders = Operation.current().part<Loaders>(LOADERS, () => new Map());
  let ofOwner = loaders.get(owner);
  if (ofOwner) return ofOwner;
  ofOwner = new Map<string, DataLoader<string, unknown>>();
  loaders.set(owner, ofOwner);
  return ofOwner;
}
