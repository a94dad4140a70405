import type { AccountFacts, AnswerFact, Instant } from '../../facts.js';
import { isWithin, lastDays } from '../../instants.js';
import { levelAt } from '../../map/levels-held.js';
import { isActive } from '../../standing/people.js';
import { type OrganisationLevel, Provenance } from '../../terms.js';
import { EVIDENCE_METHOD } from '../evidence-method.js';
import { isAbout, majority, type Said, type SaidAbout, sideOf } from './said.js';

/** An answer of somebody who was still there, with the level held when it was given. */
export interface Statement {
  readonly answer: AnswerFact;
  readonly level: OrganisationLevel;
}

/** What customers stated in the days before an instant, by who was at the account then, latest first. */
export function statementsBefore(facts: AccountFacts, at: Instant): Statement[] {
  const period = lastDays(at, EVIDENCE_METHOD.days);
  const people = new Map(facts.stakeholders.map((person) => [person.id, person]));
  return facts.answers
    .filter(
      (answer) => answer.provenance === Provenance.CUSTOMER_STATED && isWithin(answer.answeredAt, period),
    )
    .flatMap((answer): Statement[] => {
      const person = people.get(answer.stakeholderId);
      if (!person || !isActive(person, at)) return [];
      return [{ answer, level: levelAt(person.levels, answer.answeredAt) }];
    })
    .sort((a, b) => latestFirst(a.answer, b.answer));
}

/** What a level said last: everybody's latest statement of the kind, taken together. `statements`: latest first. */
export function saidAt(level: OrganisationLevel, about: SaidAbout, statements: readonly Statement[]): Said {
  const latest = new Map<string, Statement>();
  for (const statement of statements.filter(({ answer }) => isAbout(about, answer))) {
    const { stakeholderId } = statement.answer;
    if (!latest.has(stakeholderId)) latest.set(stakeholderId, statement);
  }
  const ofLevel = [...latest.values()].filter((statement) => statement.level === level);
  return majority(ofLevel.map(({ answer }) => sideOf(answer)));
}

function latestFirst(a: AnswerFact, b: AnswerFact): number {
  if (a.answeredAt !== b.answeredAt) return a.answeredAt < b.answeredAt ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}
