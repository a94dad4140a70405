import type { Instant } from '../../facts.js';
import { NAMED_LEVELS } from '../../standing/levels-standing.js';
import { OrganisationLevel, OrganisationStructure } from '../../terms.js';
import type { ConfirmationFact } from './expectation.js';

/** Who at one level confirmed the wording that holds. */
export interface LevelConfirmation {
  readonly level: OrganisationLevel;
  /** Whether an expectation is shared only once this level has confirmed it. */
  readonly isNeeded: boolean;
  /** Null if it never confirmed this wording. */
  readonly lastConfirmedAt: Instant | null;
  /** Everybody who did, in the order of their ids. */
  readonly stakeholderIds: readonly string[];
}

/** How far an expectation is shared. */
export interface Sharing {
  /** Both named levels, and the unknown one if somebody of it confirmed. */
  readonly levels: readonly LevelConfirmation[];
  /** The latest confirmation of this wording; null while there is none. */
  readonly last: Pick<ConfirmationFact, 'at' | 'level'> | null;
  /** Whether every level that is needed has confirmed it. */
  readonly isShared: boolean;
}

/**
 * Which levels must confirm. Where few decide at the top, word travels badly between the levels, so both must say so; in a
 * flat account those who use what we deliver. While nobody knows who decides, both.
 */
export function levelsNeeded(structure: OrganisationStructure): readonly OrganisationLevel[] {
  return structure === OrganisationStructure.FLAT ? [OrganisationLevel.OPERATIONS] : NAMED_LEVELS;
}

/** How far the wording of a revision is shared at an account of a structure. The order of the confirmations is no matter. */
export function sharingOf(
  confirmations: readonly ConfirmationFact[],
  revision: number,
  structure: OrganisationStructure,
): Sharing {
  const current = confirmations.filter((confirmation) => confirmation.revision === revision);
  const needed = levelsNeeded(structure);
  const levels = [...NAMED_LEVELS, OrganisationLevel.UNKNOWN].map((level) => {
    const ofLevel = current.filter((confirmation) => confirmation.level === level);
    return {
      level,
      isNeeded: needed.includes(level),
      lastConfirmedAt: latestOf(ofLevel)?.at ?? null,
      stakeholderIds: [...new Set(ofLevel.map(({ stakeholderId }) => stakeholderId))].sort(),
    };
  });
  const last = latestOf(current);
  return {
    levels: levels.filter(
      ({ level, stakeholderIds }) => level !== OrganisationLevel.UNKNOWN || stakeholderIds.length > 0,
    ),
    last: last && { at: last.at, level: last.level },
    isShared: levels.every(({ isNeeded, lastConfirmedAt }) => !isNeeded || lastConfirmedAt !== null),
  };
}

/** Of several at the same instant, that of management first: two levels in one meeting are told the same. */
function latestOf(confirmations: readonly ConfirmationFact[]): ConfirmationFact | null {
  return confirmations.reduce<ConfirmationFact | null>((latest, next) => {
    if (latest === null || next.at > latest.at) return next;
    return next.at === latest.at && rankOf(next) > rankOf(latest) ? next : latest;
  }, null);
}

function rankOf({ level }: ConfirmationFact): number {
  return [OrganisationLevel.UNKNOWN, OrganisationLevel.OPERATIONS, OrganisationLevel.MANAGEMENT].indexOf(
    level,
  );
}
