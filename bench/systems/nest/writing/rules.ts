/** The product's own rules, so that the textbook service judges by the same method and only the way around it differs. */
const built = (path: string): Promise<Record<string, unknown>> =>
  import(new URL(path, process.env.STRATA_DIST).href) as Promise<Record<string, unknown>>;

const [assessment, overrides, levels, words, value] = await Promise.all([
  built('domain/assessment.js'),
  built('domain/method-overrides.js'),
  built('domain/map/levels-held.js'),
  built('domain/wording/assessment-in-words.js'),
  built('domain/value-at-risk.js'),
]);

/** A judgement as the rules give it, as far as it is stored. */
export interface Judged {
  standing: string;
  risk: number;
  decidingLevels: string[];
  levels: Record<string, unknown>[];
  divergence: Record<string, unknown>;
  methodVersion: string;
}

/** A judgement in words. */
export interface InWords {
  reasons: { code: string; weight: number; summary: string }[];
  nextAction: string | null;
}

type Means = { operations: number | null; management: number | null };

const merged = (overrides.mergeMethod as (given: object) => { method: unknown })({});
const judge = assessment.assess as (facts: object, at: string, settings: object) => Judged;

/** Judges facts at an instant by the method's own numbers. */
export function assess(facts: object, at: string, means: Means): Judged {
  return judge(facts, at, { method: merged.method, means });
}

export const levelsHeld = levels.levelsHeld as (records: readonly object[]) => unknown[];
export const inWords = words.assessmentInWords as (
  judged: Judged,
  nameOf: (id: string) => string | undefined,
) => InWords;
export const valueAtRisk = value.valueAtRisk as (amount: string, risk: number) => string;
