import type { NamedLevel } from '../../standing/levels-standing.js';
import { NAMED_LEVELS } from '../../standing/levels-standing.js';
import type { OrganisationLevel } from '../../terms.js';

/** One person's latest answer to the instrument. */
export interface Voice {
  readonly accountId: string;
  readonly stakeholderId: string;
  /** The level held when answering. */
  readonly level: OrganisationLevel;
  /** 0-100. */
  readonly score: number;
}

/** What must hold before anything is said of a sample (section 9). */
export interface DisclosureMethod {
  /** Fewest accounts in a sample, and fewest whose part in it differs from the last one published. */
  readonly accounts: number;
  /** Largest share of the voices one account may have, 0..1. */
  readonly largestShare: number;
  /** Shares are rounded to this many points of a hundred, scores to as many points, counts down to its multiples. */
  readonly rounding: number;
  /** Answers older than so many days do not count; a benchmark older than that binds no later one. */
  readonly windowDays: number;
}

/** The rules as shipped. */
export const DISCLOSURE: DisclosureMethod = { accounts: 5, largestShare: 0.5, rounding: 5, windowDays: 365 };

/** Why nothing may be said of a sample. */
export type SampleRefusal = 'TOO_FEW_ACCOUNTS' | 'ONE_ACCOUNT_DOMINATES';

/** Everything that forbids publishing figures of these voices; empty when they may be published. */
export function sampleRefusals(
  voices: readonly Pick<Voice, 'accountId'>[],
  { accounts, largestShare }: DisclosureMethod = DISCLOSURE,
): SampleRefusal[] {
  const counts = countsByAccount(voices);
  const largest = Math.max(0, ...counts.values());
  return [
    ...(counts.size < accounts ? (['TOO_FEW_ACCOUNTS'] as const) : []),
    ...(largest > largestShare * voices.length ? (['ONE_ACCOUNT_DOMINATES'] as const) : []),
  ];
}

/** The voices of the level. */
export function voicesOf(level: NamedLevel, voices: readonly Voice[]): Voice[] {
  return voices.filter((voice) => voice.level === level);
}

/**
 * Whether figures of the levels may stand beside those of the whole. If one level could not be published by itself, the
 * other one would give it away by subtraction, and so would the people of unknown level: all parts or none.
 */
export function isSplitPublishable(voices: readonly Voice[], method: DisclosureMethod = DISCLOSURE): boolean {
  const named = NAMED_LEVELS.map((level) => voicesOf(level, voices));
  const rest = voices.filter(({ level }) => !NAMED_LEVELS.some((each) => each === level));
  const parts = rest.length === 0 ? named : [...named, rest];
  return parts.every((part) => sampleRefusals(part, method).length === 0);
}

/** How many voices each account has. */
export function countsByAccount(voices: readonly Pick<Voice, 'accountId'>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { accountId } of voices) counts.set(accountId, (counts.get(accountId) ?? 0) + 1);
  return counts;
}
