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

/** The judgement of an account. */
export enum Standing {
  SAFE = 'SAFE',
  DIVERGING = 'DIVERGING',
  AT_RISK = 'AT_RISK',
  UNKNOWN = 'UNKNOWN',
}

/** How well a divergence is supported by what was recorded. */
export enum EvidenceGrade {
  FACT = 'FACT',
  STRONG = 'STRONG',
  SUPPORTED = 'SUPPORTED',
  SINGLE_VOICE = 'SINGLE_VOICE',
  INSUFFICIENT = 'INSUFFICIENT',
}

/** Which level is the more satisfied one. */
export enum DivergenceDirection {
  OPERATIONS_HIGHER = 'OPERATIONS_HIGHER',
  MANAGEMENT_HIGHER = 'MANAGEMENT_HIGHER',
  NONE = 'NONE',
}

/** Why the levels diverge, most specific first. */
export enum DivergenceCause {
  RESOLUTION_UNTOLD = 'RESOLUTION_UNTOLD',
  PROBLEM_OPEN = 'PROBLEM_OPEN',
  STAKEHOLDER_CHANGED = 'STAKEHOLDER_CHANGED',
  NO_RECENT_CONTACT = 'NO_RECENT_CONTACT',
  STALE_ANSWER = 'STALE_ANSWER',
  SINGLE_VOICE = 'SINGLE_VOICE',
  DIFFERENT_CRITERIA = 'DIFFERENT_CRITERIA',
  UNEXPLAINED = 'UNEXPLAINED',
}

/** Why an account is at risk. */
export enum RiskReasonCode {
  STATED_DEFECTION = 'STATED_DEFECTION',
  DECIDING_LEVEL_DISSATISFIED = 'DECIDING_LEVEL_DISSATISFIED',
  LEVELS_DIVERGE = 'LEVELS_DIVERGE',
  RESOLUTION_UNTOLD = 'RESOLUTION_UNTOLD',
  PROBLEM_OPEN = 'PROBLEM_OPEN',
  KEY_STAKEHOLDER_LEFT = 'KEY_STAKEHOLDER_LEFT',
  DECIDING_LEVEL_UNHEARD = 'DECIDING_LEVEL_UNHEARD',
  DECIDING_LEVEL_SILENT = 'DECIDING_LEVEL_SILENT',
  DECLINING = 'DECLINING',
  SINGLE_THREADED = 'SINGLE_THREADED',
  ONE_PERSON_RELATIONSHIP = 'ONE_PERSON_RELATIONSHIP',
  PROMISE_BROKEN = 'PROMISE_BROKEN',
  OVERESTIMATED = 'OVERESTIMATED',
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

/** The life of a flag. */
export enum FlagStatus {
  OPEN = 'OPEN',
  ACKNOWLEDGED = 'ACKNOWLEDGED',
  SNOOZED = 'SNOOZED',
  CLOSED = 'CLOSED',
}

/** Where somebody stands who may speak for us among colleagues. */
export enum AdvocateStatus {
  CANDIDATE = 'CANDIDATE',
  EQUIPPED = 'EQUIPPED',
  ACTIVE = 'ACTIVE',
  RESTING = 'RESTING',
}

/** What an advocate's word did to somebody who heard it. */
export enum AmplificationOutcome {
  IN_FAVOUR = 'IN_FAVOUR',
  NO_CHANGE = 'NO_CHANGE',
  AGAINST = 'AGAINST',
  UNKNOWN = 'UNKNOWN',
}

/** What we ask somebody to do for us, beyond answering a survey. */
export enum AskKind {
  REFERENCE = 'REFERENCE',
  INTRODUCTION = 'INTRODUCTION',
  MEETING = 'MEETING',
  OTHER = 'OTHER',
}

/** How far an account has come in learning, teaching and amplifying. */
export enum CycleStage {
  LEARN = 'LEARN',
  TEACH = 'TEACH',
  AMPLIFY = 'AMPLIFY',
}

/** What an account was seen to do, whatever anybody there said. */
export enum LoyaltyEventKind {
  RENEWED = 'RENEWED',
  EXPANDED = 'EXPANDED',
  CONTRACTED = 'CONTRACTED',
  LOST = 'LOST',
  WON_BACK = 'WON_BACK',
  REFERRED = 'REFERRED',
}

/** Of the two sides of a relationship, the one whose goal or expectation it is. */
export enum RelationshipSide {
  OURS = 'OURS',
  THEIRS = 'THEIRS',
}

/** How an expectation was found to be met when both sides looked at it. */
export enum CheckInResult {
  MET = 'MET',
  PARTLY = 'PARTLY',
  NOT_MET = 'NOT_MET',
}

/** What has become of a goal of a relationship plan. */
export enum GoalStatus {
  OPEN = 'OPEN',
  REACHED = 'REACHED',
  MISSED = 'MISSED',
  DROPPED = 'DROPPED',
}

/** What a look back is made from: what was on record at the time, or everything by the date it happened on. */
export enum HistoryKnowledge {
  AS_RECORDED = 'AS_RECORDED',
  AS_HAPPENED = 'AS_HAPPENED',
}
