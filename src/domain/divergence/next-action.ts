import type { ModelMethod } from '../method.js';
import { gapOf, posterior } from '../model/posterior.js';
import { type LevelStanding, unheardIds } from '../standing/level-standing.js';
import { type LevelsStanding, NAMED_LEVELS, type NamedLevel } from '../standing/levels-standing.js';
import { OrganisationStructure } from '../terms.js';

/** What to do next about the levels of an account. */
export enum NextActionCode {
  /** People know of a problem and not that it is solved. */
  TELL_RESOLUTION = 'TELL_RESOLUTION',
  /** A problem stands open. */
  FIX_PROBLEM = 'FIX_PROBLEM',
  /** Somebody new at the less satisfied level has not met us. */
  INTRODUCE_YOURSELF = 'INTRODUCE_YOURSELF',
  /** We have not been in contact with the less satisfied level for long. */
  GO_THERE = 'GO_THERE',
  /** What the less satisfied level said is old. */
  ASK_AGAIN = 'ASK_AGAIN',
  /** Somebody else's answer at this level sharpens the picture most. */
  ASK_ANOTHER = 'ASK_ANOTHER',
  /** The level weighs other criteria: talk about those. */
  COMPARE_CRITERIA = 'COMPARE_CRITERIA',
  /** Nothing recorded explains it. */
  ASK_WHY = 'ASK_WHY',
  /** People are known at the level, and none was heard. */
  ASK_FIRST = 'ASK_FIRST',
  /** Nobody is known at the level. */
  FIND_PEOPLE = 'FIND_PEOPLE',
  /** The structure of the account is unknown. */
  FIND_OUT_WHO_DECIDES = 'FIND_OUT_WHO_DECIDES',
}

/** A next action, the level it is about, and the people concerned. */
export interface NextAction {
  readonly code: NextActionCode;
  /** Null for an action about the account as a whole. */
  readonly level: NamedLevel | null;
  readonly stakeholderIds: readonly string[];
  /** The criteria the level rates markedly lower; empty for every other action than COMPARE_CRITERIA. The widest apart first. */
  readonly criteria: readonly string[];
  /** The problem to tell of or to solve; null for every other action. */
  readonly problem: ProblemNamed | null;
}

/** A problem as people call it. */
export interface ProblemNamed {
  readonly id: string;
  readonly title: string;
}

/** An action about some people of a level. */
export function actionAt(
  code: NextActionCode,
  level: NamedLevel,
  stakeholderIds: readonly string[],
  criteria: readonly string[] = [],
): NextAction {
  return { code, level, stakeholderIds, criteria, problem: null };
}

/**
 * The questions worth asking next: every unheard level first; when both were heard, the level where one more answer
 * narrows the gap between the levels most. Levels where it helps equally are both named.
 */
export function nextQuestions(levels: LevelsStanding, model: ModelMethod): NextAction[] {
  const unheard = NAMED_LEVELS.filter((level) => levels.named[level].heard === 0);
  if (unheard.length > 0) return unheard.map((level) => firstQuestion(levels.named[level], level));
  const askable = NAMED_LEVELS.filter((level) => unheardIds(levels.named[level]).length > 0);
  const doubts = askable.map((level) => doubtAfterOneMore(level, levels, model));
  const least = Math.min(...doubts);
  return askable
    .filter((_, index) => (doubts[index] ?? Infinity) - least < 1e-9)
    .map((level) => actionAt(NextActionCode.ASK_ANOTHER, level, unheardIds(levels.named[level])));
}

/** Finding out who decides, while the structure is unknown. */
export function whoDecides(structure: OrganisationStructure): NextAction[] {
  if (structure !== OrganisationStructure.UNKNOWN) return [];
  const code = NextActionCode.FIND_OUT_WHO_DECIDES;
  return [{ code, level: null, stakeholderIds: [], criteria: [], problem: null }];
}

function firstQuestion(standing: LevelStanding, level: NamedLevel): NextAction {
  if (standing.known === 0) return actionAt(NextActionCode.FIND_PEOPLE, level, []);
  return actionAt(NextActionCode.ASK_FIRST, level, standing.knownIds);
}

/** Standard deviation of the gap once the level has one more answer; where the answers lie does not matter for it. */
function doubtAfterOneMore(level: NamedLevel, { named }: LevelsStanding, model: ModelMethod): number {
  const [operations, management] = NAMED_LEVELS.map((each) => ({
    score: null,
    effectiveN: named[each].effectiveN + (each === level ? 1 : 0),
  }));
  const nothing = { score: null, effectiveN: 0 };
  const means = { operations: null, management: null };
  return gapOf(posterior(operations ?? nothing, management ?? nothing, means, model), 0).sd;
}
