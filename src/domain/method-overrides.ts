import { METHOD_DEFAULTS, type Method } from './method.js';
import { OurFunction } from './terms.js';

/** Why an override is refused. */
export type OverrideRefusal =
  'UNKNOWN_SETTING' | 'NOT_AN_OBJECT' | 'NOT_A_NUMBER' | 'NOT_WHOLE' | 'OUT_OF_RANGE' | 'CONTRADICTION';

/** A refused override: where, why, and what would be allowed. */
export interface OverrideError {
  /** E.g. `reasons.declining.points`; empty for the whole. */
  readonly path: string;
  readonly reason: OverrideRefusal;
  readonly min?: number;
  readonly max?: number;
}

/** The method a tenant works with, or everything that is wrong with its overrides. */
export type MergedMethod =
  | { readonly ok: true; readonly method: Method }
  | { readonly ok: false; readonly errors: readonly OverrideError[] };

/** The names of all numbers of the method, wherever they stand. */
type Setting<T> = { [K in keyof T]: T[K] extends number ? K : Setting<T[K]> }[keyof T];

interface Limits {
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
}

const SHARE: Limits = { min: 0, max: 1 };
const POINTS: Limits = { min: 0, max: 100 };
const DAYS: Limits = { min: 1, max: 3650, whole: true };
const PEOPLE: Limits = { min: 1, max: 1000, whole: true };
/** Strictly between 0 and 1: at the ends the formulas divide by zero. */
const OPEN_SHARE: Limits = { min: 0.01, max: 0.99 };
/** What makes things worse never makes them lighter. */
const FACTOR: Limits = { min: 1, max: 10 };
const DEVIATION: Limits = { min: 1, max: 100 };

const LIMITS: Readonly<Record<Setting<Method>, Limits>> = {
  halfLifeDays: DAYS,
  windowDays: DAYS,
  levelSd: DEVIATION,
  levelCorrelation: { min: -0.99, max: 0.99 },
  answerSd: DEVIATION,
  defaultMean: POINTS,
  ownMeanFromHeard: PEOPLE,
  credibility: OPEN_SHARE,
  relevantGap: POINTS,
  strongFrom: OPEN_SHARE,
  supportedFrom: OPEN_SHARE,
  supportedHeard: PEOPLE,
  singleVoiceGap: POINTS,
  newcomerDays: DAYS,
  staleDays: DAYS,
  criterionGap: { min: 0, max: 4 },
  weight: SHARE,
  below: POINTS,
  from: OPEN_SHARE,
  span: SHARE,
  strong: SHARE,
  supported: SHARE,
  singleVoice: SHARE,
  otherWayRound: SHARE,
  days: DAYS,
  points: POINTS,
  halfYearDays: DAYS,
  people: PEOPLE,
  share: SHARE,
  interactions: PEOPLE,
  low: SHARE,
  medium: SHARE,
  high: SHARE,
  critical: SHARE,
  agedDays: DAYS,
  agedFactor: FACTOR,
  recurringFactor: FACTOR,
  most: OPEN_SHARE,
  likeness: OPEN_SHARE,
  evidence: PEOPLE,
  manyApprovals: PEOPLE,
  deepLine: PEOPLE,
  linedPeople: PEOPLE,
  oppositePeople: PEOPLE,
  goneDays: DAYS,
  closedDays: DAYS,
  topBoxFrom: POINTS,
  wordDays: DAYS,
  activeDays: DAYS,
  askDays: DAYS,
  cycleDays: DAYS,
  quarterDays: DAYS,
  functionsNeeded: { min: 1, max: Object.keys(OurFunction).length, whole: true },
  nearestShown: { min: 1, max: 20, whole: true },
  effectDays: DAYS,
  behaviourDays: DAYS,
  atRiskFrom: OPEN_SHARE,
};

/** The method with a tenant's overrides: any part of `Method`, as parsed from JSON. */
export function mergeMethod(overrides: unknown): MergedMethod {
  const errors: OverrideError[] = [];
  const method = mergePart(METHOD_DEFAULTS, overrides, '', errors) as Method;
  if (errors.length === 0) errors.push(...contradictions(method));
  return errors.length === 0 ? { ok: true, method } : { ok: false, errors };
}

function mergePart(defaults: object, overrides: unknown, path: string, errors: OverrideError[]): object {
  if (typeof overrides !== 'object' || overrides === null || Array.isArray(overrides)) {
    errors.push({ path, reason: 'NOT_AN_OBJECT' });
    return defaults;
  }
  const merged: Record<string, unknown> = { ...defaults };
  for (const [key, value] of Object.entries(overrides)) {
    const keyPath = path === '' ? key : `${path}.${key}`;
    if (!Object.hasOwn(defaults, key)) errors.push({ path: keyPath, reason: 'UNKNOWN_SETTING' });
    else merged[key] = mergeSetting(key, merged[key], value, keyPath, errors);
  }
  return merged;
}

function mergeSetting(
  key: string,
  current: unknown,
  value: unknown,
  path: string,
  errors: OverrideError[],
): unknown {
  if (typeof current === 'object' && current !== null) return mergePart(current, value, path, errors);
  const { min, max, whole = false } = LIMITS[key as Setting<Method>];
  if (typeof value !== 'number' || !Number.isFinite(value)) errors.push({ path, reason: 'NOT_A_NUMBER' });
  else if (value < min || value > max) errors.push({ path, reason: 'OUT_OF_RANGE', min, max });
  else if (whole && !Number.isInteger(value)) errors.push({ path, reason: 'NOT_WHOLE' });
  return value;
}

/** Settings that are allowed each by itself but would turn the rules upside down together. */
function contradictions({ divergence, reasons }: Method): OverrideError[] {
  const { levelsDiverge: diverge, decidingLevelDissatisfied: dissatisfied, problemOpen: problem } = reasons;
  const contradictory: readonly (readonly [string, boolean])[] = [
    ['divergence.supportedFrom', divergence.supportedFrom > divergence.strongFrom],
    ['reasons.levelsDiverge.supported', diverge.supported > diverge.strong],
    ['reasons.levelsDiverge.singleVoice', diverge.singleVoice > diverge.supported],
    ['reasons.decidingLevelDissatisfied.span', dissatisfied.weight + dissatisfied.span > 1],
    ['reasons.problemOpen.low', problem.low > problem.medium],
    ['reasons.problemOpen.medium', problem.medium > problem.high],
    ['reasons.problemOpen.high', problem.high > problem.critical],
  ];
  return contradictory.filter(([, holds]) => holds).map(([path]) => ({ path, reason: 'CONTRADICTION' }));
}
