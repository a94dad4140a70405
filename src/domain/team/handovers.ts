import type { AccountFacts, CalendarDate, CommitmentFact, Instant, StakeholderFact } from '../facts.js';
import { dateOf } from '../instants.js';
import { isOpenAt } from '../ledger/problem-state.js';
import { commitmentStatusAt } from '../promises/commitment-status.js';
import { hasLeft, isActive } from '../standing/people.js';
import { CommitmentStatus, StakeholderRole } from '../terms.js';
import { successionOf } from './successor.js';
import { counterpartsOf, teamAt } from './team.js';

/** Roles whose leaving endangers an account. */
export const KEY_ROLES: readonly StakeholderRole[] = [
  StakeholderRole.DECISION_MAKER,
  StakeholderRole.CHAMPION,
];

/** What a stakeholder left behind, and to whom it passes. */
export interface Handover {
  readonly stakeholderId: string;
  readonly endedOn: CalendarDate;
  /** Who takes over; null while the seat is vacant. */
  readonly successorId: string | null;
  /** The roles whose loss endangers the account. */
  readonly keyRoles: readonly StakeholderRole[];
  /** Open problems they reported. */
  readonly problemIds: readonly string[];
  /** Unsettled or broken promises made to them. */
  readonly commitmentIds: readonly string[];
  /** Who of our people looked after them and is on the team still. */
  readonly counterpartIds: readonly string[];
}

/** What one of our people left behind when they left the account team. */
export interface TeamVacancy {
  readonly userId: string;
  readonly until: CalendarDate;
  /** Unsettled or broken promises they answer for. */
  readonly commitmentIds: readonly string[];
  /** Stakeholders they looked after whom nobody looks after now. */
  readonly stakeholderIds: readonly string[];
}

/** Everything departed stakeholders left behind, in the order of their ids. Who leaves nothing behind is not listed. */
export function handovers(facts: AccountFacts, at: Instant): Handover[] {
  return facts.stakeholders
    .filter((person) => hasLeft(person, at))
    .map((person) => handoverOf(person, facts, at))
    .filter(
      ({ keyRoles, problemIds, commitmentIds }) =>
        keyRoles.length + problemIds.length + commitmentIds.length > 0,
    )
    .sort((a, b) => (a.stakeholderId < b.stakeholderId ? -1 : 1));
}

/** What a departed stakeholder left behind. */
export function handoverOf(person: StakeholderFact, facts: AccountFacts, at: Instant): Handover {
  const { id, endedOn, roles } = person;
  const problems = facts.problems.filter(
    (problem) => problem.reportedByIds.includes(id) && isOpenAt(problem, at),
  );
  const promises = facts.commitments.filter(
    (promise) => promise.madeToIds.includes(id) && isPending(promise, at),
  );
  return {
    stakeholderId: id,
    endedOn: endedOn ?? dateOf(at),
    successorId: successionOf(person, facts.stakeholders, at).successorId,
    keyRoles: KEY_ROLES.filter((role) => roles.includes(role)),
    problemIds: sortedIds(problems),
    commitmentIds: sortedIds(promises),
    counterpartIds: counterpartsOf(id, facts, at),
  };
}

/** What our own people left behind and nobody took over, in the order of their ids. */
export function teamVacancies(facts: AccountFacts, at: Instant): TeamVacancy[] {
  const present = new Set(teamAt(facts, at).map(({ userId }) => userId));
  const gone = facts.team.filter(
    ({ userId, until }) => until !== null && until < dateOf(at) && !present.has(userId),
  );
  return [...new Set(gone.map(({ userId }) => userId))]
    .sort()
    .map((userId) => {
      const terms = gone.filter((member) => member.userId === userId);
      const promises = facts.commitments.filter(
        (promise) => promise.ownerId === userId && isPending(promise, at),
      );
      const lookedAfter = new Set(terms.flatMap(({ counterpartIds }) => counterpartIds));
      const unattended = facts.stakeholders.filter(
        (person) =>
          lookedAfter.has(person.id) &&
          isActive(person, at) &&
          counterpartsOf(person.id, facts, at).length === 0,
      );
      return {
        userId,
        until:
          terms
            .map(({ until }) => until ?? '')
            .sort()
            .at(-1) ?? '',
        commitmentIds: sortedIds(promises),
        stakeholderIds: sortedIds(unattended),
      };
    })
    .filter(({ commitmentIds, stakeholderIds }) => commitmentIds.length + stakeholderIds.length > 0);
}

/** A broken promise stays owed until it is kept or settled. */
function isPending(commitment: CommitmentFact, at: Instant): boolean {
  const isSettled = commitment.settledAt !== null && commitment.settledAt <= at;
  return (
    !isSettled && commitment.madeAt <= at && commitmentStatusAt(commitment, at) !== CommitmentStatus.KEPT
  );
}

function sortedIds(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id).sort();
}
