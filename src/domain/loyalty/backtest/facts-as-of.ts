import type { AccountFacts, AnswerFact, CalendarDate, Instant, StakeholderFact } from '../../facts.js';
import { dateOf } from '../../instants.js';
import { factsKnownAt } from '../../standing/facts-known.js';
import { inferStructure } from '../../structure/infer-structure.js';
import type { StructureMethod } from '../../structure/signal.js';

/** Everything that ever happened at one account, with what a cut at a past date needs beside the facts. */
export interface AccountHistory {
  readonly accountId: string;
  /** As recorded by now; answers that were corrected are among them. */
  readonly facts: AccountFacts;
  /** By id of a corrected answer: when the answer that took its place was given. */
  readonly correctedAt: ReadonlyMap<string, Instant>;
  /** Whether somebody stated the structure: then it has no dates and counts throughout. */
  readonly isStructureStated: boolean;
}

/**
 * What would have been known at an instant had everything been recorded as it happened. Beyond what a judgement leaves out
 * by itself, nobody who came later is known, no departure that lay ahead, no correction given later; and a structure that
 * was inferred is inferred again from what is left.
 */
export function factsAsOf(history: AccountHistory, at: Instant, method: StructureMethod): AccountFacts {
  const known = factsKnownAt(history.facts, at);
  const today = dateOf(at);
  const cut: AccountFacts = {
    ...known,
    stakeholders: peopleAsOf(known.stakeholders, today),
    answers: known.answers.filter((answer) => stoodAt(answer, history, at)),
    team: known.team.map((member) => ({ ...member, until: notAhead(member.until, today) })),
  };
  if (history.isStructureStated) return cut;
  return { ...cut, structure: inferStructure(cut, at, method).structure };
}

/** When anything with a date first happened at the account; null when nothing has one. */
export function firstHappenedAt({ facts }: AccountHistory): Instant | null {
  const dates: (string | null)[] = [
    ...facts.stakeholders.flatMap(({ startedOn, levels }) => [startedOn, ...levels.map(({ from }) => from)]),
    ...facts.answers.map(({ answeredAt }) => answeredAt),
    ...facts.interactions.map(({ occurredAt }) => occurredAt),
    ...facts.problems.map(({ occurredAt }) => occurredAt),
    ...facts.commitments.map(({ madeAt }) => madeAt),
    ...facts.team.map(({ since }) => since),
    ...facts.decisions.map(({ decidedOn }) => decidedOn),
  ];
  const known = dates.filter((date) => date !== null);
  return known.reduce<string | null>((first, date) => (first === null || date < first ? date : first), null);
}

/** Who follows somebody has no date of its own; a successor who had not come yet cannot have been named. */
function peopleAsOf(people: readonly StakeholderFact[], today: CalendarDate): StakeholderFact[] {
  const there = people.filter(({ startedOn }) => startedOn === null || startedOn <= today);
  const ids = new Set(there.map(({ id }) => id));
  return there.map((person) => ({
    ...person,
    endedOn: notAhead(person.endedOn, today),
    successorId: person.successorId !== null && ids.has(person.successorId) ? person.successorId : null,
  }));
}

function stoodAt({ id }: AnswerFact, { correctedAt }: AccountHistory, at: Instant): boolean {
  const corrected = correctedAt.get(id);
  return corrected === undefined || corrected > at;
}

function notAhead(day: CalendarDate | null, today: CalendarDate): CalendarDate | null {
  return day !== null && day <= today ? day : null;
}
