import { AmplificationOutcome, AskKind } from '../../domain/advocacy/terms.js';
import { Channel, InteractionOutcome, OurFunction } from '../../domain/terms.js';
import type { Happening, SeatName } from '../recovery/events.js';
import type { KitName } from './kits.js';
import type { Tale } from '../recovery/problem-tales.js';

const { FIELD, SALES, SERVICE } = OurFunction;
const { TOWARD_PARTNERSHIP, NEUTRAL } = InteractionOutcome;
const { IN_FAVOUR, NO_CHANGE } = AmplificationOutcome;

const learned = (ourFunction: OurFunction, statement: string, ...heardFrom: SeatName[]): Happening => ({
  what: 'learned',
  ourFunction,
  statement,
  heardFrom,
});
const taught = (topic: string, response: InteractionOutcome, ...people: SeatName[]): Happening => ({
  what: 'taught',
  ourFunction: SALES,
  topic,
  people,
  response,
});
const volunteered = (by: SeatName, nps: number): Happening => ({ what: 'volunteered', by, nps });
const equipped = (advocate: SeatName, kit: KitName): Happening => ({ what: 'equipped', advocate, kit });

/** What we learned, what we showed and who spoke for us, by account. */
export const ADVOCACY_TALES: Readonly<Record<string, Tale>> = {
  /** A full cycle: users win over a new managing director, and management goes on speaking for us. */
  'Westmark Pharmacies': [
    [200, learned(FIELD, 'Half of the Monday orders are typed a second time by hand.', 'o0', 'o1')],
    [150, learned(SALES, 'The new managing director wants to see figures of others first.', 'm0-next', 'm1')],
    [
      110,
      {
        what: 'taught',
        ourFunction: SALES,
        topic: 'How pharmacies and clinics of the segment judge their suppliers',
        people: ['m0-next', 'm1'],
        response: NEUTRAL,
        benchmarkOf: 'NPS',
      },
    ],
    [62, volunteered('o0', 10)],
    [62, volunteered('m0-next', 6)],
    [55, equipped('o0', 'ordering')],
    [
      45,
      {
        what: 'amplified',
        advocate: 'o0',
        kit: 'ordering',
        message: 'Since the change nobody types an order twice; that is two hours every Monday.',
        setting: Channel.MEETING,
        audience: [
          ['m0-next', IN_FAVOUR],
          ['m1', IN_FAVOUR],
        ],
      },
    ],
    [30, learned(SERVICE, 'Management wants the same for the two new branches.', 'm0-next', 'm1')],
    [12, { what: 'asked', who: 'o0', kind: AskKind.REFERENCE, note: 'Agreed to be called by two clinics.' }],
    [12, volunteered('m1', 9)],
    [12, equipped('m1', 'ordering')],
    [
      5,
      {
        what: 'amplified',
        advocate: 'm1',
        kit: 'ordering',
        message: 'The two hours on Mondays pay for the service within a year.',
        setting: Channel.MEETING,
        audience: [['m2', IN_FAVOUR]],
      },
    ],
  ],
  /** Two stand ready to speak, and nobody is to be asked while the pallets are wrong. Once it was done all the same. */
  'Aldermoor Castings': [
    [45, learned(FIELD, 'The night shift throws away every ninth casting.', 'o1', 'o3')],
    [30, learned(SALES, 'The board decides on new moulds before the end of the quarter.', 'm0', 'm1')],
    [24, taught('What a casting costs that is thrown away', TOWARD_PARTNERSHIP, 'm0', 'm1')],
    [15, equipped('o0', 'scrap')],
    [15, equipped('o3', 'scrap')],
    [
      5,
      {
        what: 'amplified',
        advocate: 'o3',
        kit: 'scrap',
        message: 'Scrap at the first pour has halved on the two moulds that were changed.',
        setting: Channel.CALL,
        audience: [['m2', NO_CHANGE]],
        overrideReason:
          'Had offered it before the pallets went wrong, and the plan for the moulds closed that day.',
      },
    ],
  ],
};
