/** The words for what accounts were seen to do, and for the plans made with them. Keys equal values, as everywhere. */

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
