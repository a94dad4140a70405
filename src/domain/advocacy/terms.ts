/** The words for who speaks for us, and for how an account gets there. Keys equal values, as everywhere. */

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
