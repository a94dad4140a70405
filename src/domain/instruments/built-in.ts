import { Measure } from '../terms.js';
import type { ChoiceInstrument, Instrument, ItemsInstrument, NumberInstrument } from './instrument.js';

/** "How likely are you to recommend us?", 0..10. */
export const NPS: NumberInstrument = {
  kind: 'NUMBER',
  code: 'NPS',
  description: 'How likely it is that they would recommend us, 0 to 10',
  measure: Measure.ADVOCACY,
  min: 0,
  max: 10,
  wholeNumbers: true,
};

/** "How satisfied are you?", 1..5. */
export const CSAT: NumberInstrument = {
  kind: 'NUMBER',
  code: 'CSAT',
  description: 'How satisfied they are, 1 to 5',
  measure: Measure.SATISFACTION,
  min: 1,
  max: 5,
  wholeNumbers: true,
};

/** "Would you recommend us?" in four words. */
export const RECOMMEND: ChoiceInstrument = {
  kind: 'CHOICE',
  code: 'RECOMMEND',
  description: 'Whether they would recommend us',
  measure: Measure.ADVOCACY,
  choices: [
    { code: 'DEFINITELY_NO', words: 'definitely no', score: 0 },
    { code: 'PROBABLY_NO', words: 'probably no', score: 100 / 3 },
    { code: 'PROBABLY_YES', words: 'probably yes', score: 200 / 3 },
    { code: 'DEFINITELY_YES', words: 'definitely yes', score: 100 },
  ],
};

/** "Would you buy from us again?" An intention has no score, and leaving it blank is an answer. */
export const REPURCHASE: ChoiceInstrument = {
  kind: 'CHOICE',
  code: 'REPURCHASE',
  description: 'Whether they would buy from us again',
  measure: Measure.INTENTION,
  choices: [
    { code: 'YES', words: 'yes', score: null },
    { code: 'NO', words: 'no', score: null },
    { code: '', words: 'declined to say', score: null },
  ],
};

/** The six criteria by which people feel connected to a supplier. */
export const POINTS_OF_CONNECTION: ItemsInstrument = {
  kind: 'ITEMS',
  code: 'POINTS_OF_CONNECTION',
  description: 'Six points of connection, each rated 1 to 5, at least four of them',
  measure: Measure.SATISFACTION,
  min: 1,
  max: 5,
  minAnswered: 4,
  items: [
    { code: 'LISTENING', description: 'We listen and stay current' },
    { code: 'IMPORTANCE', description: 'They feel important to us' },
    { code: 'DIFFERENCES', description: 'Differences are addressed openly and without delay' },
    { code: 'HONESTY', description: 'We are honest about proposals' },
    { code: 'RELIABILITY', description: 'We do what we say' },
    { code: 'AUTHENTICITY', description: 'The people they deal with are authentic' },
  ],
};

/** The six elements of a partnership. */
export const PARTNERSHIP: ItemsInstrument = {
  kind: 'ITEMS',
  code: 'PARTNERSHIP',
  description: 'Six elements of a partnership, each rated 1 to 5, at least four of them',
  measure: Measure.SATISFACTION,
  min: 1,
  max: 5,
  minAnswered: 4,
  items: [
    {
      code: 'ABUNDANCE',
      description: 'There is enough for both of us: neither gains at the cost of the other',
    },
    { code: 'TRUST', description: 'Each can rely on the other' },
    { code: 'DREAMS', description: 'We know and support what the other hopes to become' },
    { code: 'TRUTH', description: 'We tell each other the truth, also when it is unwelcome' },
    { code: 'BALANCE', description: 'Giving and taking are in balance' },
    { code: 'GRACE', description: 'Mistakes are forgiven and put right' },
  ],
};

/** The instruments every tenant has. */
export const BUILT_IN_INSTRUMENTS: readonly Instrument[] = [
  NPS,
  CSAT,
  RECOMMEND,
  REPURCHASE,
  POINTS_OF_CONNECTION,
  PARTNERSHIP,
];

/** The built-in instrument of that code, if there is one. */
export function findBuiltInInstrument(code: string): Instrument | undefined {
  return BUILT_IN_INSTRUMENTS.find((instrument) => instrument.code === code);
}
