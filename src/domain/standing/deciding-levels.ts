import { OrganisationLevel, OrganisationStructure } from '../terms.js';
import { NAMED_LEVELS, type NamedLevel } from './levels-standing.js';

/** Who decides about us, by structure: both levels while nobody knows. */
export function decidingLevelsOf(structure: OrganisationStructure): readonly NamedLevel[] {
  switch (structure) {
    case OrganisationStructure.HIERARCHICAL:
      return [OrganisationLevel.MANAGEMENT];
    case OrganisationStructure.FLAT:
      return [OrganisationLevel.OPERATIONS];
    case OrganisationStructure.UNKNOWN:
      return NAMED_LEVELS;
  }
}
