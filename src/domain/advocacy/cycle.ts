import type { AccountFacts, Instant } from '../facts.js';
import { isWithin, lastDays } from '../instants.js';
import { peopleAt } from '../standing/people.js';
import type { NamedLevel } from '../standing/levels-standing.js';
import { decidingLevelsOf } from '../standing/deciding-levels.js';
import { type OurFunction } from '../terms.js';
import type { AdvocacyFacts } from './advocacy-facts.js';
import { ADVOCACY_METHOD, type AdvocacyMethod } from './advocacy-method.js';
import { advocateFactsOf, advocateStatus } from './advocate-status.js';
import type { AskGuard } from './ask-guard.js';
import { type Coverage, coverageOf } from './coverage.js';
import type { Path } from './reach/connections.js';
import { type Reach, reachOf } from './reach/reach.js';
import { AdvocateStatus, CycleStage } from './terms.js';

/** What to do next to bring learning, teaching and amplifying forward. */
export type NextStep =
  | { readonly code: 'LEARN_FIRST' }
  | { readonly code: 'HEAR_LEVEL'; readonly level: NamedLevel; readonly stakeholderIds: readonly string[] }
  | { readonly code: 'ASK_OUR_FUNCTIONS'; readonly functions: readonly OurFunction[] }
  | { readonly code: 'TEACH_LEVEL'; readonly level: NamedLevel; readonly stakeholderIds: readonly string[] }
  | { readonly code: 'WIN_ADVOCATE' }
  | { readonly code: 'EQUIP'; readonly stakeholderIds: readonly string[] }
  | { readonly code: 'LIFT_GUARD'; readonly guards: readonly AskGuard[] }
  | { readonly code: 'ASK_ADVOCATE'; readonly path: Path; readonly targetId: string }
  | { readonly code: 'FIND_A_WAY'; readonly targetId: string }
  | { readonly code: 'WIN_ANOTHER_ADVOCATE'; readonly advocateId: string }
  | { readonly code: 'KEEP_GOING' };

/** How often each of the three was done within the cycle. */
export interface CycleCounts {
  readonly insights: number;
  readonly teachings: number;
  readonly amplifications: number;
}

/** Where an account stands in learning, teaching and amplifying. */
export interface Cycle {
  readonly stage: CycleStage;
  readonly nextStep: NextStep;
  readonly counts: CycleCounts;
  readonly coverage: Coverage;
  readonly reach: Reach;
}

interface CycleContext {
  readonly facts: AccountFacts;
  readonly advocacy: AdvocacyFacts;
  readonly at: Instant;
  readonly method: AdvocacyMethod;
  readonly guards: readonly AskGuard[];
  readonly coverage: Coverage;
  readonly reach: Reach;
  readonly counts: CycleCounts;
}

/**
 * The stage an account has reached within a year and the first thing that is missing, in the order learn, teach, amplify.
 * `guards` are those of the account.
 */
export function cycleOf(
  facts: AccountFacts,
  advocacy: AdvocacyFacts,
  guards: readonly AskGuard[],
  at: Instant,
  method: AdvocacyMethod = ADVOCACY_METHOD,
): Cycle {
  const period = lastDays(at, method.cycleDays);
  const counts = {
    insights: advocacy.insights.filter(({ learnedAt }) => isWithin(learnedAt, period)).length,
    teachings: advocacy.teachings.filter(({ taughtAt }) => isWithin(taughtAt, period)).length,
    amplifications: advocacy.amplifications.filter(({ occurredAt }) => isWithin(occurredAt, period)).length,
  };
  const coverage = coverageOf(facts, advocacy, at, method);
  const reach = reachOf(facts, advocacy, at, method);
  const nextStep = nextStepOf({ facts, advocacy, at, method, guards, coverage, reach, counts });
  return { stage: stageOf(counts), nextStep, counts, coverage, reach };
}

function stageOf({ teachings, amplifications }: CycleCounts): CycleStage {
  if (amplifications > 0) return CycleStage.AMPLIFY;
  return teachings > 0 ? CycleStage.TEACH : CycleStage.LEARN;
}

function nextStepOf(context: CycleContext): NextStep {
  return toLearn(context) ?? toTeach(context) ?? toWinAdvocates(context) ?? toReach(context);
}

function toLearn({ facts, at, coverage, counts, method }: CycleContext): NextStep | null {
  if (counts.insights === 0) return { code: 'LEARN_FIRST' };
  const deciding = decidingLevelsOf(facts.structure);
  const unheard = coverage.levels.find(
    ({ level, isHeardLately }) => deciding.includes(level) && !isHeardLately,
  );
  if (unheard)
    return { code: 'HEAR_LEVEL', level: unheard.level, stakeholderIds: idsAt(unheard.level, facts, at) };
  const recorded = coverage.functions.filter(({ insights }) => insights > 0);
  if (recorded.length >= method.functionsNeeded) return null;
  const functions = coverage.functions.filter(({ insights }) => insights === 0);
  return { code: 'ASK_OUR_FUNCTIONS', functions: functions.map(({ ourFunction }) => ourFunction) };
}

function toTeach({ facts, advocacy, at, method }: CycleContext): NextStep | null {
  const period = lastDays(at, method.cycleDays);
  const lately = advocacy.teachings.filter(({ taughtAt }) => isWithin(taughtAt, period));
  const taught = new Set(lately.flatMap(({ stakeholderIds }) => stakeholderIds));
  const untaught = decidingLevelsOf(facts.structure).find((level) => {
    const people = idsAt(level, facts, at);
    return people.length > 0 && !people.some((id) => taught.has(id));
  });
  if (untaught === undefined) return null;
  return { code: 'TEACH_LEVEL', level: untaught, stakeholderIds: idsAt(untaught, facts, at) };
}

function toWinAdvocates({ facts, advocacy, at, method }: CycleContext): NextStep | null {
  const standing = facts.stakeholders.map((person) => ({
    id: person.id,
    status: advocateStatus(advocateFactsOf(person, facts, advocacy, at, method), at, method),
  }));
  const having = (...wanted: AdvocateStatus[]): string[] =>
    standing
      .filter(({ status }) => status !== null && wanted.includes(status))
      .map(({ id }) => id)
      .sort();
  if (having(AdvocateStatus.EQUIPPED, AdvocateStatus.ACTIVE).length > 0) return null;
  const candidates = having(AdvocateStatus.CANDIDATE);
  if (candidates.length > 0) return { code: 'EQUIP', stakeholderIds: candidates };
  return { code: 'WIN_ADVOCATE' };
}

function toReach({ reach, guards }: CycleContext): NextStep {
  const missing = reach.levels.flatMap(({ unreached }) => unreached);
  const deciders = missing.filter(({ isDecisionMaker }) => isDecisionMaker);
  const wanted = [...deciders, ...missing.filter(({ isDecisionMaker }) => !isDecisionMaker)];
  const [first] = wanted;
  if (first && guards.length > 0) return { code: 'LIFT_GUARD', guards };
  const near = wanted.find(({ nearest }) => nearest.length > 0);
  const [path] = near?.nearest ?? [];
  if (near && path) return { code: 'ASK_ADVOCATE', path, targetId: near.stakeholderId };
  if (first) return { code: 'FIND_A_WAY', targetId: first.stakeholderId };
  const [speaker] = reach.speakerIds;
  if (speaker !== undefined && reach.restsOnOnePerson)
    return { code: 'WIN_ANOTHER_ADVOCATE', advocateId: speaker };
  return { code: 'KEEP_GOING' };
}

function idsAt(level: NamedLevel, facts: AccountFacts, at: Instant): string[] {
  return peopleAt(level, facts, at)
    .map(({ id }) => id)
    .sort();
}
