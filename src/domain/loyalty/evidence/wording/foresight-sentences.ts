import { OrganisationLevel, OrganisationStructure } from '../../../terms.js';
import { levelInWords } from '../../../wording/phrases.js';
import { EVIDENCE_METHOD } from '../../evidence-method.js';
import type { Foresight, LevelForesight, PairedForesight } from '../foresight.js';
import { areaInWords, countOf, isOpen } from '../../figures-in-words.js';

const WHERE: Readonly<Record<OrganisationStructure, string>> = {
  [OrganisationStructure.HIERARCHICAL]: 'hierarchical accounts',
  [OrganisationStructure.FLAT]: 'flat accounts',
  [OrganisationStructure.UNKNOWN]: 'accounts of unknown structure',
};

/** Which level's satisfaction told decisions apart, and how far that carries. */
export function foresightInWords({ structure, levels, managementLessOperations }: Foresight): string {
  const where = WHERE[structure];
  if (levels.every(({ stayed, left }) => stayed + left === 0))
    return `At ${where} nobody was heard before a decision.`;
  if (levels.every(({ area }) => area === null)) {
    const counts = levels.map((each) => `${levelInWords(each.level)} before ${sides(each)}`).join(', ');
    return `At ${where} it takes at least ${EVIDENCE_METHOD.fewest} that stayed and ${EVIDENCE_METHOD.fewest} that left to tell; heard were ${counts}.`;
  }
  return `At ${where} ${levels.map(levelInSentence).join('; ')}. ${comparison(managementLessOperations)}`;
}

function levelInSentence(each: LevelForesight): string {
  const level = levelInWords(each.level);
  const { area, low, high } = each;
  if (area === null || low === null || high === null) {
    return `of ${level} too few were heard (${sides(each)})`;
  }
  const sense =
    low > 0.5 ? 'told them apart' : high < 0.5 ? 'pointed the wrong way' : 'may have told nothing';
  return `the satisfaction of ${level} ${sense} (area ${areaInWords(area)}, ${areaInWords(low)} to ${areaInWords(high)}; ${sides(each)})`;
}

function comparison(paired: PairedForesight): string {
  const both = countOf(paired.stayed + paired.left, 'decision');
  const { difference, low, high } = paired;
  if (difference === null) return `Both levels were heard before ${both}: too few to compare them.`;
  if (low === null || high === null || isOpen(paired)) {
    return `Over the ${both} before which both were heard, neither proved the better guide.`;
  }
  const better = levelInWords(difference > 0 ? OrganisationLevel.MANAGEMENT : OrganisationLevel.OPERATIONS);
  const ends = [low, high]
    .map(Math.abs)
    .sort((a, b) => a - b)
    .map(areaInWords)
    .join(' to ');
  return `Over the ${both} before which both were heard, ${better} was the better guide, by ${areaInWords(Math.abs(difference))} (${ends}).`;
}

function sides({ stayed, left }: { readonly stayed: number; readonly left: number }): string {
  return `${stayed} that stayed and ${left} that left`;
}
