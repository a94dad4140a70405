import { ACCOUNT, ANSWER, LOYALTY_EVENT, SEAT } from './tenant-rows.js';

const RESULT = 'index status error { code message path }';

/** Batches name themselves, their items and what became of each in the same words, so that one method can send them. */
export const UPSERT_ACCOUNTS = `mutation ($items: [AccountInput!]!, $atomic: Boolean) {
  batch: upsertAccounts(accounts: $items, atomic: $atomic) { results { ${RESULT} row: account { ${ACCOUNT} } } } }`;
export const UPSERT_STAKEHOLDERS = `mutation ($items: [StakeholderInput!]!, $atomic: Boolean) {
  batch: upsertStakeholders(stakeholders: $items, atomic: $atomic) { results { ${RESULT} row: stakeholder { ${SEAT} } } } }`;
export const RECORD_SATISFACTION = `mutation ($items: [SatisfactionAnswerInput!]!, $atomic: Boolean) {
  batch: recordSatisfaction(answers: $items, atomic: $atomic) { results { ${RESULT} row: answer { ${ANSWER} } } } }`;
export const RECORD_LOYALTY_EVENTS = `mutation ($items: [LoyaltyEventInput!]!, $atomic: Boolean) {
  batch: recordLoyaltyEvents(events: $items, atomic: $atomic) { results { ${RESULT} row: event { ${LOYALTY_EVENT} } } } }`;

export const REPORT =
  'mutation ($input: ReportProblemInput!) { reportProblem(input: $input) { problem { id } } }';
export const RESOLVE =
  'mutation ($ref: RefInput!, $at: DateTime!) { resolveProblem(problem: $ref, resolvedAt: $at, resolution: "Solved") { problem { id } } }';
export const REOPEN =
  'mutation ($ref: RefInput!, $at: DateTime!) { reopenProblem(problem: $ref, reopenedAt: $at, reason: "Back again") { problem { id } } }';
export const TELL =
  'mutation ($input: RecordKnowledgeInput!) { recordKnowledge(input: $input) { problem { id } } }';
