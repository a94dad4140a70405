import { BREAK, Kind, visit, type ASTNode, type DocumentNode } from 'graphql';
import type { InputPath } from '../../common/errors.js';

type Place = ASTNode | readonly ASTNode[];

/** Where a value written in the query stands among the arguments of its field: `['filter', 'standing', '1']`. */
export function literalPath(document: DocumentNode, wanted: ASTNode): InputPath {
  let found: InputPath = [];
  visit(document, {
    enter(node, _key, parent, keys, ancestors) {
      if (node !== wanted) return undefined;
      const places: readonly Place[] = [...ancestors, ...(parent ? [parent] : []), node];
      found = places.flatMap((place, depth) => stepInto(place, places[depth - 1], keys[depth]));
      return BREAK;
    },
  });
  return found;
}

/** An argument or an input field is a step by its name, an item of a list by its position. */
function stepInto(place: Place, above: Place | undefined, key: string | number | undefined): string[] {
  if ('kind' in place) {
    return place.kind === Kind.ARGUMENT || place.kind === Kind.OBJECT_FIELD ? [place.name.value] : [];
  }
  const inList = above !== undefined && 'kind' in above && above.kind === Kind.LIST;
  return inList ? [String(key)] : [];
}
