import { applyDecorators } from '@nestjs/common';
import { Extensions, ResolveField, type ResolveFieldOptions, type ReturnTypeFunc } from '@nestjs/graphql';

/** Marks, among a field's extensions, one that is worked out for all of its parents at once. */
export const TOGETHER = 'together';

/** Marks, among a property's extensions, one that holds a promise: all others are read as they are. */
export const AWAITED = 'awaited';

/**
 * A field of many parents that is worked out in one call: the method takes the parents as an array and returns their
 * values in the same order (see `inOrderOf`). Under a list of accounts it runs once, not once per account, and what it
 * found is there when the answer is put together. Arguments are checked once, because siblings share them.
 */
export function ResolveTogether(type: ReturnTypeFunc, options: ResolveFieldOptions): MethodDecorator {
  return applyDecorators(ResolveField(type, options), Extensions({ [TOGETHER]: true }));
}

/** What was found by id, in the order of the ids; null where there is nothing. */
export function inOrderOf<Value>(
  ids: readonly (string | null)[],
  found: ReadonlyMap<string, Value>,
): (Value | null)[] {
  return ids.map((id) => (id === null ? null : (found.get(id) ?? null)));
}

/** The same for lists; empty where there is nothing. */
export function listsInOrderOf<Value>(
  ids: readonly string[],
  found: ReadonlyMap<string, Value[]>,
): Value[][] {
  return ids.map((id) => found.get(id) ?? []);
}

/** The ids there are, each once. */
export function known(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

export function idOf({ id }: { readonly id: string }): string {
  return id;
}
