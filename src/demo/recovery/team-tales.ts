import { CommitmentStatus, OurFunction } from '../../domain/terms.js';
import type { Happening, SeatName } from './events.js';
import type { Tale } from './problem-tales.js';

const { KEPT, BROKEN, RENEGOTIATED } = CommitmentStatus;
const { SALES, SERVICE, SUPPORT } = OurFunction;

const joined = (colleague: string, ourFunction: OurFunction, ...counterparts: SeatName[]): Happening => ({
  what: 'joined',
  colleague,
  ourFunction,
  counterparts,
});
const leads = (colleague: string, ...counterparts: SeatName[]): Happening => ({
  ...joined(colleague, SALES, ...counterparts),
  what: 'joined',
  colleague,
  ourFunction: SALES,
  counterparts,
  leads: true,
});
const promised = (promise: string, dueInDays: number, words: string, ...to: SeatName[]): Happening => ({
  what: 'promised',
  promise,
  words,
  to,
  dueInDays,
});
const settled = (promise: string, status: CommitmentStatus, note: string): Happening => ({
  what: 'settled',
  promise,
  status,
  note,
});

/** Our people on some accounts and whom they look after, by account. */
export const TEAM_TALES: Readonly<Record<string, Tale>> = {
  'Northmere Shipping': [
    [420, leads('ines.albrecht', 'm0', 'm1')],
    [420, joined('mireille.caron', SERVICE, 'o0', 'o1')],
    [420, joined('daniel.osei', SUPPORT, 'o2')],
  ],
  'Pellworm Bearings': [
    [420, leads('jonas.eklund', 'm0', 'm1', 'm2')],
    [420, joined('mireille.caron', SERVICE, 'o0', 'o1', 'o2', 'o3')],
  ],
  'Vantaa Lakes Water': [
    [420, leads('priya.raman', 'm0', 'm1', 'm2')],
    [420, joined('daniel.osei', SERVICE, 'o0', 'o1')],
  ],
  'Solvane Energy': [
    [420, leads('jonas.eklund', 'm0', 'm1')],
    [420, joined('daniel.osei', SUPPORT, 'o0')],
  ],
  /** The leader stayed; who served them left, and nobody came. */
  'Meridale Clinics': [
    [420, leads('ines.albrecht', 'm0')],
    [420, joined('daniel.osei', SERVICE, 'o0', 'o1', 'm2')],
    [
      55,
      {
        what: 'promised',
        promise: 'hotline',
        words: 'Name a new contact for the hotline',
        to: ['o0'],
        dueInDays: 120,
        owner: 'daniel.osei',
      },
    ],
    [34, { what: 'left', colleague: 'daniel.osei' }],
  ],
  /** Handed over in good order. */
  'Juniper & Vale': [
    [420, leads('ines.albrecht', 'o0')],
    [420, joined('daniel.osei', SERVICE, 'o1', 'o2')],
    [62, { what: 'left', colleague: 'daniel.osei', successor: 'mireille.caron' }],
  ],
};

/** What we promised and what became of it, by account. */
export const PROMISE_TALES: Readonly<Record<string, Tale>> = {
  'Northmere Shipping': [
    [55, promised('berths', 34, 'Send the berth plan two weeks ahead', 'o0', 'o1')],
    [34, settled('berths', KEPT, 'Sent for the whole quarter.')],
    [12, promised('review', 30, 'Bring the figures of the year to a meeting with the board', 'm0')],
  ],
  /** Kept late, and broken: said so ourselves. */
  'Meridale Clinics': [
    [200, promised('training', 30, 'Train the night shift', 'o1')],
    [150, settled('training', KEPT, 'Two weeks late, because the trainer was ill.')],
    [110, promised('spares', 45, 'Keep spare parts in the clinic', 'o0', 'm2')],
    [62, settled('spares', BROKEN, 'The supplier cannot deliver this year.')],
  ],
  'Penrose Outfitters': [
    [110, promised('catalogue', 60, 'Deliver the spring catalogue with new pictures', 'm0')],
    [62, settled('catalogue', RENEGOTIATED, 'They want it with the summer range instead.')],
    [62, promised('summer', 30, 'Deliver the summer range with new pictures', 'm0')],
    [45, settled('summer', KEPT, 'Delivered; they were content.')],
  ],
  /** Overdue since a few days, and nobody has noticed. */
  'Aldermoor Castings': [[34, promised('moulds', 30, 'Come back with a price for the new moulds', 'm2')]],
};

/** Decisions we observed, from which the structure of an account is inferred. */
export const DECISION_TALES: Readonly<Record<string, Tale>> = {
  'Saint-Aubin Textiles': [
    [200, { what: 'decided', subject: 'A second dyeing line', by: 'm0', approvals: 3 }],
    [62, { what: 'decided', subject: 'Another size of spools', by: 'm1', approvals: 2 }],
  ],
  'Ashcombe Schools': [
    [420, joined('tomasz.wolny', SALES, 'o0', 'o1')],
    [420, joined('mireille.caron', SERVICE, 'o2', 'o3')],
    [200, { what: 'decided', subject: 'Tablets for two more schools', by: 'o0', approvals: 0 }],
    [110, { what: 'decided', subject: 'A later delivery day', by: 'o1', approvals: 0 }],
    [62, { what: 'decided', subject: 'Renewal of the maintenance', by: 'o0', approvals: 1 }],
  ],
};
