import type { StakeholderFact } from '../facts.js';
import { isWithin, lastDays } from '../instants.js';
import { DivergenceCause } from '../judgement-terms.js';
import { unheardIds } from '../standing/level-standing.js';
import type { NamedLevel } from '../standing/levels-standing.js';
import { peopleAt } from '../standing/people.js';
import { criteriaSeenDifferently } from './criteria.js';
import { isOneOfSeveral } from './grade.js';
import type { DivergenceContext } from './divergence.js';
import { fixWorstProblem, tellOfResolutions } from './ledger-actions.js';
import { actionAt, type NextAction, NextActionCode } from './next-action.js';
import { cameToLevelAt } from './newcomers.js';

/** Why the levels diverge, as far as the records tell, and what follows from it. */
export interface Explanation {
  readonly cause: DivergenceCause;
  /** At least one, most urgent first. */
  readonly nextActions: readonly NextAction[];
}

type CauseRule = (lower: NamedLevel, context: DivergenceContext) => Explanation | null;

/** Most specific first; a new cause takes its place in this list. */
const CAUSE_RULES: readonly CauseRule[] = [
  resolutionUntold,
  problemOpen,
  stakeholderChanged,
  noRecentContact,
  staleAnswer,
  singleVoice,
  differentCriteria,
];

/** The most specific cause that the records show. */
export function explain(lower: NamedLevel, context: DivergenceContext): Explanation {
  for (const rule of CAUSE_RULES) {
    const explanation = rule(lower, context);
    if (explanation !== null) return explanation;
  }
  const { heardIds } = context.levels.named[lower];
  return {
    cause: DivergenceCause.UNEXPLAINED,
    nextActions: [actionAt(NextActionCode.ASK_WHY, lower, heardIds)],
  };
}

/** The level knows of a problem and not that it is solved. */
function resolutionUntold(lower: NamedLevel, context: DivergenceContext): Explanation | null {
  const untold = tellOfResolutions(context).filter(({ level }) => level === lower);
  return untold.length === 0 ? null : { cause: DivergenceCause.RESOLUTION_UNTOLD, nextActions: untold };
}

/** The level knows of a problem that stands open. */
function problemOpen(lower: NamedLevel, context: DivergenceContext): Explanation | null {
  const fix = fixWorstProblem(context, lower);
  return fix.length === 0 ? null : { cause: DivergenceCause.PROBLEM_OPEN, nextActions: fix };
}

/** Somebody came to the level lately and has not met us since. */
function stakeholderChanged(lower: NamedLevel, context: DivergenceContext): Explanation | null {
  const { facts, at, method } = context;
  const strangers = peopleAt(lower, facts, at).filter((person) => {
    const cameAt = cameToLevelAt(person, at);
    const isNew = cameAt !== null && isWithin(cameAt, lastDays(at, method.divergence.newcomerDays));
    return isNew && !hasMetUsSince(person, cameAt, context);
  });
  if (strangers.length === 0) return null;
  const ids = strangers.map((person) => person.id);
  return {
    cause: DivergenceCause.STAKEHOLDER_CHANGED,
    nextActions: [actionAt(NextActionCode.INTRODUCE_YOURSELF, lower, ids)],
  };
}

function hasMetUsSince(person: StakeholderFact, since: string, { facts }: DivergenceContext): boolean {
  return facts.interactions.some(
    (contact) => contact.occurredAt >= since && contact.stakeholderIds.includes(person.id),
  );
}

/** No interaction with the level for as long as makes a level silent. */
function noRecentContact(lower: NamedLevel, { at, method, levels }: DivergenceContext): Explanation | null {
  const { lastContactAt, knownIds } = levels.named[lower];
  const { days } = method.reasons.decidingLevelSilent;
  if (lastContactAt !== null && isWithin(lastContactAt, lastDays(at, days))) return null;
  return {
    cause: DivergenceCause.NO_RECENT_CONTACT,
    nextActions: [actionAt(NextActionCode.GO_THERE, lower, knownIds)],
  };
}

/** Everything the level said is old. */
function staleAnswer(
  lower: NamedLevel,
  { facts, at, method, levels }: DivergenceContext,
): Explanation | null {
  const { answerIds, heardIds } = levels.named[lower];
  const fresh = lastDays(at, method.divergence.staleDays);
  const counted = facts.answers.filter((answer) => answerIds.includes(answer.id));
  if (counted.some((answer) => isWithin(answer.answeredAt, fresh))) return null;
  return {
    cause: DivergenceCause.STALE_ANSWER,
    nextActions: [actionAt(NextActionCode.ASK_AGAIN, lower, heardIds)],
  };
}

/** One of several known people spoke for the level. */
function singleVoice(lower: NamedLevel, { levels }: DivergenceContext): Explanation | null {
  const standing = levels.named[lower];
  if (!isOneOfSeveral(standing)) return null;
  return {
    cause: DivergenceCause.SINGLE_VOICE,
    nextActions: [actionAt(NextActionCode.ASK_ANOTHER, lower, unheardIds(standing))],
  };
}

/** The level is not less satisfied with everything: it weighs other points of connection. */
function differentCriteria(
  lower: NamedLevel,
  { facts, method, levels }: DivergenceContext,
): Explanation | null {
  const criteria = criteriaSeenDifferently(lower, facts.answers, levels, method.divergence.criterionGap);
  if (criteria.length === 0) return null;
  return {
    cause: DivergenceCause.DIFFERENT_CRITERIA,
    nextActions: [actionAt(NextActionCode.COMPARE_CRITERIA, lower, levels.named[lower].heardIds, criteria)],
  };
}
