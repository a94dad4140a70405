import type { Instant } from '../../facts.js';
import { OrganisationStructure } from '../../terms.js';

/** A structure, and since when an account has been known to have it. */
export interface StructureSince {
  readonly structure: OrganisationStructure;
  readonly since: Instant;
}

/** The structure an account counts under at an instant. */
export interface StructureThen {
  readonly structure: OrganisationStructure;
  /** Nobody knew the account yet: it is the structure of today. */
  readonly isKnownLater: boolean;
}

/** The structure as it was known at an instant, else as it is known now. `held`: oldest first. */
export function structureThen(held: readonly StructureSince[], at: Instant): StructureThen {
  const then = held.findLast(({ since }) => since <= at);
  if (then) return { structure: then.structure, isKnownLater: false };
  return { structure: held.at(-1)?.structure ?? OrganisationStructure.UNKNOWN, isKnownLater: true };
}
