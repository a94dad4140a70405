import type { AskingEffect } from '../asking.js';
import { countOf, differenceInWords, isOpen } from '../../figures-in-words.js';

/** What asking did to the answers of one instrument. */
export function askingInWords(effect: AskingEffect): string {
  const { instrument, solicited, volunteered } = effect;
  const who = `${countOf(solicited.people, 'person')} who ${solicited.people === 1 ? 'was' : 'were'} asked and ${volunteered.people} who volunteered`;
  const counted = who.replace('persons', 'people');
  const difference = differenceInWords(effect, 1);
  if (difference === null) return `${instrument}: ${counted} are too few to compare.`;
  const caution = isOpen(effect) ? ', which may be chance' : '';
  return `${instrument}: of ${counted}, those asked answered ${difference}${caution}.`;
}
