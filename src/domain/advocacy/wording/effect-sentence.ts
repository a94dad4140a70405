import type { Followed } from '../effect.js';

/** What the figures show, and what they do not prove. */
export function effectInWords(audience: Followed, comparable: Followed): string {
  const shown = `${ofPeople(audience, 'who heard the advocate')} ${ofPeople(comparable, 'at comparable accounts')}`;
  const caution =
    'This does not prove that the advocate caused it: advocates choose whom they speak to, and who was unhappy often answers higher the next time whatever happens. The counts say how little or how much this carries.';
  return `${shown} ${caution}`;
}

function ofPeople({ people, heardTwice, higher }: Followed, who: string): string {
  if (heardTwice === 0) return `None of ${people} ${who} answered both before and after.`;
  return `Of ${people} ${who}, ${heardTwice} answered before and after, ${higher} of them higher than before.`;
}
