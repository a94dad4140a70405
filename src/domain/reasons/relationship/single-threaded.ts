import { isWithin, lastDays } from '../../instants.js';
import { RiskReasonCode } from '../../judgement-terms.js';
import type { NamedLevel } from '../../standing/levels-standing.js';
import { unattendedAt } from '../../team/team-gaps.js';
import { teamAt } from '../../team/team.js';
import { evidenceOf, type JudgementContext, type Reason } from '../reason.js';

/** At a deciding level we are in contact with fewer than two of the people who are there now. */
export function singleThreaded(context: JudgementContext): Reason | null {
  const { people, weight, days } = context.method.reasons.singleThreaded;
  const thin = context.decidingLevels
    .map((level) => ({
      level,
      known: context.levels.named[level].known,
      metIds: metLately(level, context),
      unattendedIds: unattended(level, context),
    }))
    .filter(({ metIds }) => metIds.length < people);
  if (thin.length === 0) return null;
  return {
    code: RiskReasonCode.SINGLE_THREADED,
    weight,
    figures: { levels: thin, days },
    evidence: evidenceOf(
      'stakeholder',
      thin.flatMap(({ metIds }) => metIds),
    ),
  };
}

function metLately(level: NamedLevel, { facts, at, method, levels }: JudgementContext): string[] {
  const recent = lastDays(at, method.reasons.singleThreaded.days);
  const met = new Set(
    facts.interactions
      .filter((contact) => isWithin(contact.occurredAt, recent))
      .flatMap((contact) => contact.stakeholderIds),
  );
  return levels.named[level].knownIds.filter((id) => met.has(id));
}

/** Whom to give a counterpart to. Without a team on record nobody has one, which says nothing. */
function unattended(level: NamedLevel, { facts, at }: JudgementContext): string[] {
  return teamAt(facts, at).length === 0 ? [] : unattendedAt(level, facts, at);
}
