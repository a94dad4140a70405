import type { AccountFacts, Instant, StakeholderFact } from '../facts.js';
import { daysBetween, isWithin, lastDays } from '../instants.js';
import { knowledgeOf, knowsAtLeast } from '../ledger/knowledge.js';
import { isOpenAt } from '../ledger/problem-state.js';
import { isActive } from '../standing/people.js';
import { Measure, ProblemKnowledge, Provenance } from '../terms.js';
import type { AdvocacyFacts } from './advocacy-facts.js';
import { ADVOCACY_METHOD, type AdvocacyMethod } from './advocacy-method.js';
import { AdvocateStatus } from './terms.js';

/** What decides whether somebody is an advocate, and which kind. */
export interface AdvocateFacts {
  /** Whether they are at the account. */
  readonly isActive: boolean;
  /** 0-100: their latest stated advocacy while it is not too old; null when there is none. */
  readonly advocacy: number | null;
  readonly knowsOfOpenProblem: boolean;
  /** When they were last handed a kit. */
  readonly equippedAt: Instant | null;
  /** When they last spoke for us. */
  readonly amplifiedAt: Instant | null;
}

/** What is recorded of one person that decides whether they are an advocate. */
export function advocateFactsOf(
  person: StakeholderFact,
  facts: AccountFacts,
  advocacy: AdvocacyFacts,
  at: Instant,
  method: AdvocacyMethod = ADVOCACY_METHOD,
): AdvocateFacts {
  const equipped = advocacy.equipments.filter(({ stakeholderId }) => stakeholderId === person.id);
  const spoke = advocacy.amplifications.filter(({ advocateId }) => advocateId === person.id);
  return {
    isActive: isActive(person, at),
    advocacy: latestAdvocacy(person.id, facts, at, method),
    knowsOfOpenProblem: knowsOfOpenProblem(person.id, facts, at),
    equippedAt: latestBy(
      equipped.map(({ equippedAt }) => equippedAt),
      at,
    ),
    amplifiedAt: latestBy(
      spoke.map(({ occurredAt }) => occurredAt),
      at,
    ),
  };
}

/**
 * The status of an advocate; null for who is none. A candidate says top-box that they would recommend us and knows of no
 * open problem. Who was equipped or has spoken stays an advocate, but rests once they no longer say so.
 */
export function advocateStatus(
  facts: AdvocateFacts,
  at: Instant,
  method: AdvocacyMethod = ADVOCACY_METHOD,
): AdvocateStatus | null {
  const { equippedAt, amplifiedAt } = facts;
  if (!facts.isActive) return null;
  if (equippedAt === null && amplifiedAt === null) {
    return isTopBox(facts.advocacy, method) && !facts.knowsOfOpenProblem ? AdvocateStatus.CANDIDATE : null;
  }
  if (!isWilling(facts, method)) return AdvocateStatus.RESTING;
  if (amplifiedAt !== null && daysBetween(amplifiedAt, at) <= method.activeDays) return AdvocateStatus.ACTIVE;
  const isFresh = equippedAt !== null && (amplifiedAt === null || equippedAt > amplifiedAt);
  return isFresh ? AdvocateStatus.EQUIPPED : AdvocateStatus.RESTING;
}

/** Whether nothing they said lately speaks against their speaking for us. */
export function isWilling({ advocacy }: AdvocateFacts, method: AdvocacyMethod = ADVOCACY_METHOD): boolean {
  return advocacy === null || isTopBox(advocacy, method);
}

function isTopBox(advocacy: number | null, { topBoxFrom }: AdvocacyMethod): boolean {
  return advocacy !== null && advocacy >= topBoxFrom;
}

function latestAdvocacy(
  stakeholderId: string,
  { answers }: AccountFacts,
  at: Instant,
  { wordDays }: AdvocacyMethod,
): number | null {
  const stated = answers.filter(
    (answer) =>
      answer.stakeholderId === stakeholderId &&
      answer.measure === Measure.ADVOCACY &&
      answer.provenance === Provenance.CUSTOMER_STATED &&
      answer.score !== null &&
      isWithin(answer.answeredAt, lastDays(at, wordDays)),
  );
  const [latest] = stated.sort((a, b) => compare(b.answeredAt, a.answeredAt) || compare(b.id, a.id));
  return latest?.score ?? null;
}

function knowsOfOpenProblem(id: string, { problems, knowledge }: AccountFacts, at: Instant): boolean {
  return problems
    .filter((problem) => isOpenAt(problem, at))
    .some((problem) =>
      knowsAtLeast(knowledgeOf(problem, knowledge, id, at).knowledge, ProblemKnowledge.TOLD_OF_PROBLEM),
    );
}

function latestBy(instants: readonly Instant[], at: Instant): Instant | null {
  return (
    instants
      .filter((instant) => instant <= at)
      .sort()
      .at(-1) ?? null
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
