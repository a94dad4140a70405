import type { Instant } from '../../facts.js';
import { daysBetween } from '../../instants.js';
import { NAMED_LEVELS } from '../../standing/levels-standing.js';
import { type PublishedFigures, publishedFigures } from './figures.js';
import {
  type DisclosureMethod,
  DISCLOSURE,
  type SampleRefusal,
  sampleRefusals,
  type Voice,
  voicesOf,
} from './sample.js';

/** A benchmark that was shown, with the voices it was made of, which are never shown. */
export interface Published {
  readonly figures: PublishedFigures;
  readonly voices: readonly Voice[];
  readonly publishedAt: Instant;
}

/** What happens when a benchmark is asked for. */
export type Publication =
  | { readonly kind: 'REFUSED'; readonly refusals: readonly SampleRefusal[] }
  /** The last one is shown again. */
  | { readonly kind: 'KEPT' }
  | { readonly kind: 'RENEWED'; readonly figures: PublishedFigures };

/**
 * What is shown of the voices now, after what was shown before. Two benchmarks that differ by one account would reveal
 * that account; so a new one is published only when what differs between it and each earlier one could itself be
 * published: at least five accounts, none with more than half of the changed voices, at each level that was shown. Until
 * then the last one is shown again, unaltered. `earlier` are those published before, oldest first.
 */
export function publicationOf(
  voices: readonly Voice[],
  earlier: readonly Published[],
  at: Instant,
  method: DisclosureMethod = DISCLOSURE,
): Publication {
  const refusals = sampleRefusals(voices, method);
  if (refusals.length > 0) return { kind: 'REFUSED', refusals };
  const binding = earlier.filter(({ publishedAt }) => daysBetween(publishedAt, at) <= method.windowDays);
  const last = binding.at(-1);
  const isSame = last !== undefined && changedVoices(last.voices, voices).length === 0;
  if (isSame || binding.some((each) => !mayStandBeside(each, voices, method))) return { kind: 'KEPT' };
  return { kind: 'RENEWED', figures: publishedFigures(voices, mayShowLevels(binding), method) };
}

/** Levels that were left out once stay out: what had changed meanwhile could be worked out when they come back. */
function mayShowLevels(binding: readonly Published[]): boolean {
  const hasShown = binding.some(({ figures }) => figures.levels.length > 0);
  const last = binding.at(-1);
  return !hasShown || (last !== undefined && last.figures.levels.length > 0);
}

/** Whether nobody can work out one account from figures of these voices and the earlier ones. */
function mayStandBeside(earlier: Published, voices: readonly Voice[], method: DisclosureMethod): boolean {
  if (!isHidden(changedVoices(earlier.voices, voices), method)) return false;
  if (earlier.figures.levels.length === 0) return true;
  return NAMED_LEVELS.every((level) =>
    isHidden(changedVoices(voicesOf(level, earlier.voices), voicesOf(level, voices)), method),
  );
}

/** Nothing changed, or enough that the change itself could be published. */
function isHidden(changed: readonly Voice[], method: DisclosureMethod): boolean {
  return changed.length === 0 || sampleRefusals(changed, method).length === 0;
}

/** The voices of either sample that the other one does not have with the same score at the same level. */
export function changedVoices(before: readonly Voice[], after: readonly Voice[]): Voice[] {
  const old = new Set(before.map(keyOf));
  const fresh = new Set(after.map(keyOf));
  return [
    ...before.filter((voice) => !fresh.has(keyOf(voice))),
    ...after.filter((voice) => !old.has(keyOf(voice))),
  ];
}

function keyOf({ accountId, stakeholderId, level, score }: Voice): string {
  return JSON.stringify([accountId, stakeholderId, level, score]);
}
