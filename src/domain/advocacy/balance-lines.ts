import type { AccountFacts, Instant } from '../facts.js';
import { Channel, CommitmentStatus, ProblemKnowledge, Provenance } from '../terms.js';
import type { AdvocacyFacts } from './advocacy-facts.js';
import { AskKind } from './terms.js';

/** What was asked of them, or given to them. */
export enum BalanceKind {
  ANSWER = 'ANSWER',
  REFERENCE = 'REFERENCE',
  MEETING = 'MEETING',
  AMPLIFICATION = 'AMPLIFICATION',
  OTHER = 'OTHER',
  TEACHING = 'TEACHING',
  RESOLUTION_TOLD = 'RESOLUTION_TOLD',
  PROMISE_KEPT = 'PROMISE_KEPT',
}

/** One person gave or was given one thing. */
export interface BalanceLine {
  readonly kind: BalanceKind;
  readonly stakeholderId: string;
  readonly at: Instant;
  /** The record behind it. */
  readonly recordId: string;
}

/** Contacts that take somebody's time at a place and an hour. */
const MEETINGS: readonly Channel[] = [Channel.MEETING, Channel.VISIT];

/** What we asked of the people of an account. */
export function asked(
  { answers, interactions }: AccountFacts,
  { asks, amplifications }: AdvocacyFacts,
): BalanceLine[] {
  const solicited = answers.filter(
    (each) => each.solicited && each.provenance === Provenance.CUSTOMER_STATED,
  );
  const meetings = interactions.filter(({ channel }) => MEETINGS.includes(channel));
  return [
    ...solicited.map(({ id, stakeholderId, answeredAt }) =>
      line(BalanceKind.ANSWER, id, stakeholderId, answeredAt),
    ),
    ...meetings.flatMap(({ id, stakeholderIds, occurredAt }) =>
      stakeholderIds.map((each) => line(BalanceKind.MEETING, id, each, occurredAt)),
    ),
    ...asks.flatMap(({ id, kind, stakeholderId, askedAt }) => {
      const counted = kindOfAsk(kind);
      return counted === null ? [] : [line(counted, id, stakeholderId, askedAt)];
    }),
    ...amplifications.map(({ id, advocateId, occurredAt }) =>
      line(BalanceKind.AMPLIFICATION, id, advocateId, occurredAt),
    ),
  ];
}

/** What we gave to the people of an account. */
export function given({ knowledge, commitments }: AccountFacts, { teachings }: AdvocacyFacts): BalanceLine[] {
  const told = knowledge.filter((entry) => entry.knowledge === ProblemKnowledge.TOLD_OF_RESOLUTION);
  return [
    ...teachings.flatMap(({ id, stakeholderIds, taughtAt }) =>
      stakeholderIds.map((each) => line(BalanceKind.TEACHING, id, each, taughtAt)),
    ),
    ...told.map(({ id, stakeholderId, at }) => line(BalanceKind.RESOLUTION_TOLD, id, stakeholderId, at)),
    ...commitments.flatMap(({ id, madeToIds, settled, settledAt }) =>
      settled === CommitmentStatus.KEPT && settledAt !== null
        ? madeToIds.map((each) => line(BalanceKind.PROMISE_KEPT, id, each, settledAt))
        : [],
    ),
  ];
}

/** A meeting we asked for is counted when it takes place, as the contact it then is. */
function kindOfAsk(kind: AskKind): BalanceKind | null {
  switch (kind) {
    case AskKind.REFERENCE:
    case AskKind.INTRODUCTION:
      return BalanceKind.REFERENCE;
    case AskKind.MEETING:
      return null;
    case AskKind.OTHER:
      return BalanceKind.OTHER;
  }
}

function line(kind: BalanceKind, recordId: string, stakeholderId: string, at: Instant): BalanceLine {
  return { kind, recordId, stakeholderId, at };
}
