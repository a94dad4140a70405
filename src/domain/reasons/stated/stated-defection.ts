import type { AnswerFact } from '../../facts.js';
import { lastDays, isWithin } from '../../instants.js';
import { RECOMMEND, REPURCHASE } from '../../instruments/built-in.js';
import { RiskReasonCode } from '../../judgement-terms.js';
import { isActive } from '../../standing/people.js';
import { latestPerInstrument } from '../../standing/voices.js';
import { Provenance, StakeholderRole } from '../../terms.js';
import { evidenceOf, type JudgementContext, type Reason } from '../reason.js';

/** The choices that announce leaving, per instrument. */
const DEFECTION: Readonly<Record<string, string>> = {
  [REPURCHASE.code]: 'NO',
  [RECOMMEND.code]: 'DEFINITELY_NO',
};

/** A decision maker, of whatever level, last said they would not buy again, or definitely not recommend us. */
export function statedDefection(context: JudgementContext): Reason | null {
  const { facts, at, method } = context;
  const statements = facts.stakeholders
    .filter((person) => person.roles.includes(StakeholderRole.DECISION_MAKER) && isActive(person, at))
    .flatMap((person) => latestPerInstrument(recentStatements(person.id, context)))
    .filter((answer) => answer.choice === DEFECTION[answer.instrument]);
  if (statements.length === 0) return null;
  return {
    code: RiskReasonCode.STATED_DEFECTION,
    weight: method.reasons.statedDefection.weight,
    figures: { statements: statements.map(statementOf) },
    evidence: evidenceOf(
      'answer',
      statements.map(({ id }) => id),
    ),
  };
}

function recentStatements(stakeholderId: string, { facts, at, method }: JudgementContext): AnswerFact[] {
  const recent = lastDays(at, method.standing.windowDays);
  return facts.answers.filter(
    (answer) =>
      answer.stakeholderId === stakeholderId &&
      answer.instrument in DEFECTION &&
      answer.provenance === Provenance.CUSTOMER_STATED &&
      isWithin(answer.answeredAt, recent),
  );
}

function statementOf({ stakeholderId, instrument, choice, answeredAt }: AnswerFact) {
  return { stakeholderId, instrument, choice: choice ?? '', answeredAt };
}
