import { registerEnumType } from '@nestjs/graphql';
import { AskGuardCode } from '../domain/advocacy/ask-guard.js';
import { BalanceKind, BalanceSide } from '../domain/advocacy/balance.js';
import { LinkKind } from '../domain/advocacy/reach/connections.js';
import { FlagStep } from '../domain/flags/flag.js';
import { StructureSignalKind } from '../domain/structure/signal.js';
import * as terms from '../domain/terms.js';

type Texts<Values> = { [Key in keyof Values]: string };

function register<Values extends Record<string, string>>(
  name: string,
  values: Values,
  description: string,
  texts: Texts<Values>,
): void {
  const entries = Object.entries<string>(texts).map(([key, text]) => [key, { description: text }]);
  registerEnumType(values, { name, description, valuesMap: Object.fromEntries(entries) as Record<keyof Values, object> });
}

/** Gives the words of the field their explanations in the API. Called once, before the schema is made. */
export function registerEnums(): void {
  register('OrganisationLevel', terms.OrganisationLevel, "Where somebody sits in the customer's organisation.", {
    OPERATIONS: 'Works with what we deliver and feels its problems first.',
    MANAGEMENT: 'Selects, funds, approves or renews it.',
    UNKNOWN: 'Not known; never silently treated as operations.',
  });
  register('OrganisationStructure', terms.OrganisationStructure, 'Who decides about us.', {
    HIERARCHICAL: 'Few people at the top: management decides, and satisfied operations prove nothing.',
    FLAT: 'The people who use it: operations decide, and what management says is weak evidence.',
    UNKNOWN: 'Not known: both levels count as deciding, and finding out is a next step.',
  });
  register('Basis', terms.Basis, 'What a level or a structure rests on.', {
    STATED: 'A person or a CRM field said so; never overwritten by an inference.',
    INFERRED: 'Concluded from signals, which are kept.',
  });
  register('AccountKind', terms.AccountKind, 'What kind of account it is.', {
    CUSTOMER: 'A customer.',
    INTERNAL: 'A department of ours that another department serves; outside all revenue figures.',
  });
  register('StakeholderRole', terms.StakeholderRole, "What somebody's voice counts for at the account.", {
    DECISION_MAKER: 'Decides whether we are chosen and kept.',
    APPROVER: 'Must agree to the decision.',
    INFLUENCER: 'Is listened to by those who decide.',
    CHAMPION: 'Speaks for us among colleagues.',
    USER: 'Works with what we deliver.',
    GATEKEEPER: 'Decides who gets through to whom.',
  });
  register('OurFunction', terms.OurFunction, 'A function of our own organisation that meets the customer.', {
    SALES: 'Sales.',
    SERVICE: 'Service.',
    FIELD: 'Field work at the customer.',
    SUPPORT: 'Support.',
    ENGINEERING: 'Engineering.',
    FINANCE: 'Finance.',
    LOGISTICS: 'Logistics.',
    MARKETING: 'Marketing.',
    MANAGEMENT: 'Management.',
    OTHER: 'Any other.',
  });
  register('Standing', terms.Standing, 'The judgement of an account.', {
    SAFE: 'Nothing speaks against it and every deciding level was heard.',
    DIVERGING: 'Not at risk, but its levels are of different minds.',
    AT_RISK: 'A risk of 0.5 or more.',
    UNKNOWN: 'Not at risk as far as is known, but a deciding level is unheard.',
  });
  register('EvidenceGrade', terms.EvidenceGrade, 'How well a divergence is supported.', {
    FACT: 'Proved by the knowledge ledger; no statistics needed.',
    STRONG: 'A probability of 0.8 or more.',
    SUPPORTED: 'A probability from 0.5 and at least two heard on the worse side.',
    SINGLE_VOICE: 'One of several heard on the worse side, and far apart.',
    INSUFFICIENT: 'A level is unheard, or what was heard carries no divergence.',
  });
  register('DivergenceDirection', terms.DivergenceDirection, 'Which level is the more satisfied one.', {
    OPERATIONS_HIGHER: 'Operations.',
    MANAGEMENT_HIGHER: 'Management.',
    NONE: 'Neither, as far as can be told.',
  });
  register('DivergenceCause', terms.DivergenceCause, 'Why the levels diverge; the most specific one that the facts support.', {
    RESOLUTION_UNTOLD: 'A level knows of a problem and not that it is solved.',
    PROBLEM_OPEN: 'A problem is open.',
    STAKEHOLDER_CHANGED: 'Somebody is new there.',
    NO_RECENT_CONTACT: 'We have not been there for long.',
    STALE_ANSWER: 'What was said there is old.',
    SINGLE_VOICE: 'Only one of several was heard.',
    DIFFERENT_CRITERIA: 'The level weighs other things: legitimate, not a fault.',
    UNEXPLAINED: 'Nothing that is recorded explains it.',
  });
  register('RiskReasonCode', terms.RiskReasonCode, 'Why an account is at risk.', {
    STATED_DEFECTION: 'A decision maker said they would not buy again or not recommend us.',
    DECIDING_LEVEL_DISSATISFIED: 'Those who decide are probably dissatisfied.',
    LEVELS_DIVERGE: 'The levels are of different minds.',
    RESOLUTION_UNTOLD: 'A deciding level does not know that a problem is solved.',
    PROBLEM_OPEN: 'A problem is open.',
    KEY_STAKEHOLDER_LEFT: 'A decision maker or champion left and nobody is named to follow.',
    DECIDING_LEVEL_UNHEARD: 'Nobody who decides has said anything lately.',
    DECIDING_LEVEL_SILENT: 'No contact with those who decide for long.',
    DECLINING: 'Those who decide are less satisfied than half a year ago.',
    SINGLE_THREADED: 'We are in contact with fewer than two of those who decide.',
    ONE_PERSON_RELATIONSHIP: 'Nearly all contact hangs on one of our people.',
    PROMISE_BROKEN: 'Promises were broken or are overdue.',
    OVERESTIMATED: 'Our people believe much better of them than they say themselves.',
  });
  register('Provenance', terms.Provenance, 'Who says so; the two are never averaged together.', {
    CUSTOMER_STATED: 'The customer.',
    OUR_ESTIMATE: 'Our own people, after a contact.',
  });
  register('Channel', terms.Channel, 'How we met.', {
    MEETING: 'A meeting.',
    CALL: 'A call.',
    EMAIL: 'E-mail.',
    VISIT: 'A visit at theirs or ours.',
    MESSAGE: 'A message.',
    EVENT: 'An event.',
    TICKET: 'A ticket.',
    OTHER: 'Some other way.',
  });
  register('InteractionOutcome', terms.InteractionOutcome, 'Which way a contact moved the relationship.', {
    TOWARD_PARTNERSHIP: 'Closer together.',
    NEUTRAL: 'Neither way.',
    TOWARD_DISCONNECTION: 'Further apart.',
  });
  register('Measure', terms.Measure, 'What an instrument measures.', {
    SATISFACTION: 'Satisfaction.',
    ADVOCACY: 'Whether they would recommend us.',
    INTENTION: 'Whether they would stay; has no score.',
  });
  register('Severity', terms.Severity, 'How bad a problem is.', {
    LOW: 'A nuisance.',
    MEDIUM: 'It costs them time or money.',
    HIGH: 'It stops work that matters.',
    CRITICAL: 'It endangers their business.',
  });
  register('ProblemStatus', terms.ProblemStatus, 'Whether a problem still stands.', {
    OPEN: 'It stands, for the first time or again.',
    RESOLVED: 'It is solved.',
  });
  register('ProblemKnowledge', terms.ProblemKnowledge, 'What somebody knows of a problem.', {
    UNAWARE: 'Nothing.',
    TOLD_OF_PROBLEM: 'That there is a problem.',
    TOLD_OF_RESOLUTION: 'That it is solved.',
    CONFIRMED_SOLVED: 'That it is solved, and they have said so themselves.',
  });
  register('CommitmentStatus', terms.CommitmentStatus, 'What has become of a promise.', {
    OPEN: 'Not due yet.',
    KEPT: 'Kept.',
    BROKEN: 'Broken, or overdue.',
    RENEGOTIATED: 'Changed with their consent before it was due.',
  });
  register('FlagStatus', terms.FlagStatus, 'Where a flag stands.', {
    OPEN: 'Nobody has taken note yet.',
    ACKNOWLEDGED: 'Somebody has taken note.',
    SNOOZED: 'It rests until a day.',
    CLOSED: 'Closed by a person, or because its reason was gone for a week.',
  });
  register('StructureSignalKind', StructureSignalKind, 'What a signal of the structure was read from.', {
    DECISION: 'An observed decision: the level that took it, and how many had to approve.',
    REPORTING_LINES: 'How deep the reporting lines go.',
    DECISION_MAKERS: 'At which level decision makers and approvers sit.',
    OPPOSITE_TEAM: 'Whether the customer fields a working-level team opposite ours.',
  });
  register('FlagStep', FlagStep, 'What happened to a flag.', {
    OPENED: 'Its reason was found.',
    REOPENED: 'It was opened again.',
    ACKNOWLEDGED: 'Somebody took note.',
    SNOOZED: 'It was laid to rest until a day.',
    WOKE: 'That day came.',
    CLOSED: 'It was closed.',
  });
  registerAdvocacyEnums();
}

/** The words of learning, teaching and amplifying. */
function registerAdvocacyEnums(): void {
  register('AdvocateStatus', terms.AdvocateStatus, 'Where somebody stands who may speak for us among colleagues.', {
    CANDIDATE: 'Says they would recommend us, and knows of no open problem.',
    EQUIPPED: 'Was handed a kit and has not used it yet.',
    ACTIVE: 'Spoke for us within 180 days.',
    RESTING: 'Has not spoken for us lately, or no longer says they would recommend us.',
  });
  register('AmplificationOutcome', terms.AmplificationOutcome, "What an advocate's word did to somebody who heard it.", {
    IN_FAVOUR: 'It moved them our way.',
    NO_CHANGE: 'It changed nothing.',
    AGAINST: 'It moved them away from us.',
    UNKNOWN: 'Not known.',
  });
  register('AskKind', terms.AskKind, 'What we ask somebody to do for us, beyond answering a survey.', {
    REFERENCE: 'To be named, or to speak, as a reference.',
    INTRODUCTION: 'To introduce us to somebody.',
    MEETING: 'To give us their time.',
    OTHER: 'Something else.',
  });
  register('CycleStage', terms.CycleStage, 'How far an account has come within a year.', {
    LEARN: 'We are still finding out about it, or have not begun.',
    TEACH: 'We have shown its people something they can use.',
    AMPLIFY: 'One of its people has spoken for us among colleagues.',
  });
  register('AskGuardCode', AskGuardCode, 'Why somebody is not to be asked for anything now.', {
    PROBLEM_OPEN: 'A problem of the account stands open.',
    RESOLUTION_UNTOLD: 'A level of the account has not been told that a problem is solved.',
    LEVEL_DIVERGING: 'The levels of the account are of different minds.',
    ASKED_RECENTLY: 'They were asked within 30 days.',
  });
  register('BalanceSide', BalanceSide, 'Who gave.', {
    ASKED: 'They: we asked it of them.',
    GIVEN: 'We: we gave it to them.',
  });
  register('BalanceKind', BalanceKind, 'What was asked or given.', {
    ANSWER: 'An answer that we asked for.',
    REFERENCE: 'A reference or an introduction.',
    MEETING: 'Their time.',
    AMPLIFICATION: 'Speaking for us.',
    OTHER: 'Something else that we asked for.',
    TEACHING: 'We showed them something they can use.',
    RESOLUTION_TOLD: 'We told them that a problem is solved.',
    PROMISE_KEPT: 'We kept a promise to them.',
  });
  register('LinkKind', LinkKind, 'What connects two people of an account.', {
    REPORTING_LINE: 'One reports to the other.',
    SHARED_CONTACT: 'They took part in the same contact with us.',
  });
}
