import { OrganisationLevel, OrganisationStructure } from '../terms.js';

/** What makes the structure of an account known from signals (section 1). */
export interface StructureMethod {
  /** Fewest independent pieces of evidence. */
  readonly evidence: number;
  /** Smallest share of all weight that must point the same way. */
  readonly share: number;
  /** Decisions older than so many days tell of an organisation that may be gone. */
  readonly days: number;
  /** From so many approvals on, a decision went up and down the organisation. */
  readonly manyApprovals: number;
  /** People in the longest reporting line from which it is deep. */
  readonly deepLine: number;
  /** People in reporting lines from which shallow lines say something. */
  readonly linedPeople: number;
  /** People of operations, and of ours, who stand opposite each other from which they make a working-level team. */
  readonly oppositePeople: number;
}

/** What a signal of an account's structure was read from. */
export enum StructureSignalKind {
  /** An observed decision: the level that took it and how many had to approve. */
  DECISION = 'DECISION',
  /** How deep the reporting lines go. */
  REPORTING_LINES = 'REPORTING_LINES',
  /** At which level decision makers and approvers sit. */
  DECISION_MAKERS = 'DECISION_MAKERS',
  /** Whether the customer fields a working-level team opposite ours. */
  OPPOSITE_TEAM = 'OPPOSITE_TEAM',
}

/** A structure that signals can point to. */
export type KnownStructure = Exclude<OrganisationStructure, OrganisationStructure.UNKNOWN>;

/** One independent piece of evidence for a structure. */
export interface StructureSignal {
  readonly kind: StructureSignalKind;
  readonly leaning: KnownStructure;
  /** What it counts for against other signals, above 0; a plain signal counts 1. */
  readonly weight: number;
  /** The decision it was read from, or the stakeholders. */
  readonly ids: readonly string[];
}

/** The structure in which a level decides; null for a level that is not known. */
export function structureDecidedBy(level: OrganisationLevel): KnownStructure | null {
  switch (level) {
    case OrganisationLevel.MANAGEMENT:
      return OrganisationStructure.HIERARCHICAL;
    case OrganisationLevel.OPERATIONS:
      return OrganisationStructure.FLAT;
    case OrganisationLevel.UNKNOWN:
      return null;
  }
}
