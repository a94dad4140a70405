/**
 * The words of the field. Each enum's keys equal its values, because GraphQL shows the keys and the database stores
 * the values.
 */

/** Where somebody sits in the customer's organisation. Unknown is never silently treated as operations. */
export enum OrganisationLevel {
  OPERATIONS = 'OPERATIONS',
  MANAGEMENT = 'MANAGEMENT',
  UNKNOWN = 'UNKNOWN',
}

/** Who decides about us: few people at the top, the people who use what we deliver, or not known. */
export enum OrganisationStructure {
  HIERARCHICAL = 'HIERARCHICAL',
  FLAT = 'FLAT',
  UNKNOWN = 'UNKNOWN',
}

/** Whether a person or a CRM field said so, or we concluded it from signals. */
export enum Basis {
  STATED = 'STATED',
  INFERRED = 'INFERRED',
}

/** Who stated it. A person's word outlasts every import of a field. */
export enum StatedBy {
  PERSON = 'PERSON',
  FIELD = 'FIELD',
}

/** A customer, or a department of ours that another department serves. */
export enum AccountKind {
  CUSTOMER = 'CUSTOMER',
  INTERNAL = 'INTERNAL',
}

/** What somebody's voice counts for at the account. One person may hold several roles. */
export enum StakeholderRole {
  DECISION_MAKER = 'DECISION_MAKER',
  APPROVER = 'APPROVER',
  INFLUENCER = 'INFLUENCER',
  CHAMPION = 'CHAMPION',
  USER = 'USER',
  GATEKEEPER = 'GATEKEEPER',
}

/** The functions of our own organisation that meet the customer. */
export enum OurFunction {
  SALES = 'SALES',
  SERVICE = 'SERVICE',
  FIELD = 'FIELD',
  SUPPORT = 'SUPPORT',
  ENGINEERING = 'ENGINEERING',
  FINANCE = 'FINANCE',
  LOGISTICS = 'LOGISTICS',
  MARKETING = 'MARKETING',
  MANAGEMENT = 'MANAGEMENT',
  OTHER = 'OTHER',
}

/** Who says so: the customer, or our own people after a contact. The two are never averaged together. */
export enum Provenance {
  CUSTOMER_STATED = 'CUSTOMER_STATED',
  OUR_ESTIMATE = 'OUR_ESTIMATE',
}

/** How we met. */
export enum Channel {
  MEETING = 'MEETING',
  CALL = 'CALL',
  EMAIL = 'EMAIL',
  VISIT = 'VISIT',
  MESSAGE = 'MESSAGE',
  EVENT = 'EVENT',
  TICKET = 'TICKET',
  OTHER = 'OTHER',
}

/** Which way a contact moved the relationship. */
export enum InteractionOutcome {
  TOWARD_PARTNERSHIP = 'TOWARD_PARTNERSHIP',
  NEUTRAL = 'NEUTRAL',
  TOWARD_DISCONNECTION = 'TOWARD_DISCONNECTION',
}

/** How bad a problem is. */
export enum Severity {
  LOW = 'LOW',
  MEDIUM = 'MEDIUM',
  HIGH = 'HIGH',
  CRITICAL = 'CRITICAL',
}

/** What a satisfaction instrument measures. Intentions have no score. */
export enum Measure {
  SATISFACTION = 'SATISFACTION',
  ADVOCACY = 'ADVOCACY',
  INTENTION = 'INTENTION',
}

/** Whether a problem still stands. */
export enum ProblemStatus {
  OPEN = 'OPEN',
  RESOLVED = 'RESOLVED',
}

/** What somebody at the customer knows of a problem. */
export enum ProblemKnowledge {
  UNAWARE = 'UNAWARE',
  TOLD_OF_PROBLEM = 'TOLD_OF_PROBLEM',
  TOLD_OF_RESOLUTION = 'TOLD_OF_RESOLUTION',
  CONFIRMED_SOLVED = 'CONFIRMED_SOLVED',
}

/** What became of a promise. */
export enum CommitmentStatus {
  OPEN = 'OPEN',
  KEPT = 'KEPT',
  BROKEN = 'BROKEN',
  RENEGOTIATED = 'RENEGOTIATED',
}
