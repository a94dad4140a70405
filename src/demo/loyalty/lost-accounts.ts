import type { DemoAccount } from '../stories/accounts.js';
import type { StoryName } from '../stories/stories.js';

/** An account of the demo that is no longer with us. Its story is told up to the day it left. */
export interface LostAccount extends DemoAccount {
  /** Days ago on which it left. */
  readonly lostDaysAgo: number;
  readonly reason: string;
}

/** name, segment, story, owner, thousands of euros a year, days ago of the loss, reason */
type Row = readonly [string, string, StoryName, string, number, number, string];

const ROWS: readonly Row[] = [
  // What was recorded told of these beforehand.
  [
    'Ardenne Haulage',
    'Logistics',
    'unhappyTop',
    'ines.albrecht',
    310,
    95,
    'Management chose another supplier',
  ],
  ['Bexley Foundry', 'Manufacturing', 'unhappyTop', 'tomasz.wolny', 190, 410, 'New board, new supplier'],
  [
    'Calder Instruments',
    'Manufacturing',
    'wouldNotBuyAgain',
    'jonas.eklund',
    240,
    150,
    'Said so, and did so',
  ],
  ['Drummond Hospitals', 'Healthcare', 'wouldNotBuyAgain', 'priya.raman', 420, 300, 'Did not buy again'],
  ['Eskdale Power', 'Energy', 'declining', 'jonas.eklund', 280, 220, 'Service fell short of the contract'],
  [
    'Fenwick Grocers',
    'Retail',
    'fellSilent',
    'tomasz.wolny',
    130,
    510,
    'Nobody had spoken to them for months',
  ],
  [
    'Garrick Transit',
    'Public sector',
    'championLeft',
    'ines.albrecht',
    170,
    265,
    'Tender won by a competitor',
  ],
  [
    'Hollis Dental',
    'Healthcare',
    'unhappyUsers',
    'jonas.eklund',
    90,
    355,
    'The teams refused to go on with it',
  ],
  // Nothing that was recorded did.
  [
    'Inverlane Mills',
    'Manufacturing',
    'contentHierarchy',
    'priya.raman',
    150,
    180,
    'Bought by a group with its own supplier',
  ],
  ['Jessamy Stores', 'Retail', 'contentHierarchy', 'tomasz.wolny', 75, 455, 'Price'],
  ['Kilbride Wind', 'Energy', 'contentUsers', 'priya.raman', 110, 120, 'Site closed'],
  ['Lorimer Boats', 'Manufacturing', 'contentUsers', 'ines.albrecht', 60, 330, 'Insolvent'],
  ['Montrose Archives', 'Public sector', 'contentHierarchy', 'jonas.eklund', 50, 560, 'Budget cut'],
];

/** The accounts of the demo that left within two years. */
export const LOST_ACCOUNTS: readonly LostAccount[] = ROWS.map(
  ([name, segment, story, owner, thousands, lostDaysAgo, reason]) => ({
    ...{ name, segment, story, owner, thousands, lostDaysAgo, reason },
    renewsIn: -lostDaysAgo,
    parent: null,
  }),
);
