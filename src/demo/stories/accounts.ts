import type { StoryName } from './stories.js';

/** One account of the demo: what it is called and what it shows. */
export interface DemoAccount {
  readonly name: string;
  readonly segment: string;
  readonly story: StoryName;
  /** E-mail name of the one of our people who looks after it. */
  readonly owner: string;
  /** What it is worth to us in a year, in thousands of euros. */
  readonly thousands: number;
  /** Days until the contract is renewed. */
  readonly renewsIn: number;
  /** Name of the account it belongs to. */
  readonly parent: string | null;
}

/** name, segment, story, owner, thousands of euros a year, days until the renewal, parent */
type Row = readonly [string, string, StoryName, string, number, number, string?];

const ROWS: readonly Row[] = [
  ['Northmere Shipping', 'Logistics', 'unhappyTop', 'ines.albrecht', 640, 74],
  ['Northmere Ports', 'Logistics', 'contentHierarchy', 'ines.albrecht', 210, 190, 'Northmere Shipping'],
  ['Kestrel Freight', 'Logistics', 'unhappyTopOfUsers', 'tomasz.wolny', 615, 82],
  ['Talvik Cold Chain', 'Logistics', 'silentTop', 'ines.albrecht', 180, 130],
  ['Ostrander Couriers', 'Logistics', 'contentUsers', 'tomasz.wolny', 95, 240],
  ['Veldhaven Terminals', 'Logistics', 'deciderLeft', 'jonas.eklund', 330, 58],
  ['Rautasalo Rail', 'Logistics', 'fellSilent', 'priya.raman', 270, 101],
  ['Brightwell Parcel', 'Logistics', 'nobodyAsked', 'jonas.eklund', 60, 310],
  ['Aldermoor Castings', 'Manufacturing', 'contentHierarchy', 'tomasz.wolny', 410, 160],
  ['Haldane Precision', 'Manufacturing', 'unhappyBase', 'tomasz.wolny', 290, 145],
  ['Corvane Robotics', 'Manufacturing', 'contentUsers', 'priya.raman', 350, 205],
  ['Marlstone Valves', 'Manufacturing', 'championLeft', 'ines.albrecht', 225, 66],
  ['Sundermann Presswerk', 'Manufacturing', 'wouldNotBuyAgain', 'jonas.eklund', 480, 39],
  ['Pellworm Bearings', 'Manufacturing', 'contentHierarchy', 'jonas.eklund', 150, 270],
  ['Tessaro Ceramics', 'Manufacturing', 'declining', 'priya.raman', 310, 95],
  ['Ironbridge Tooling', 'Manufacturing', 'recovered', 'tomasz.wolny', 260, 220],
  ['Lindqvist Paper', 'Manufacturing', 'unheardTop', 'jonas.eklund', 390, 118],
  ['Quarrington Glass', 'Manufacturing', 'singleThread', 'ines.albrecht', 140, 175],
  ['Saint-Aubin Textiles', 'Manufacturing', 'observedHierarchy', 'priya.raman', 120, 290],
  ['Halcyon Care Group', 'Healthcare', 'unhappyTop', 'priya.raman', 520, 61],
  ['Halcyon Diagnostics', 'Healthcare', 'contentHierarchy', 'priya.raman', 130, 200, 'Halcyon Care Group'],
  ['Meridale Clinics', 'Healthcare', 'contentHierarchy', 'ines.albrecht', 300, 250],
  ['Oakhurst Rehabilitation', 'Healthcare', 'overestimated', 'ines.albrecht', 245, 88],
  ['Lunaro Imaging', 'Healthcare', 'unhappyUsers', 'jonas.eklund', 185, 48],
  ['Westmark Pharmacies', 'Healthcare', 'deciderSucceeded', 'priya.raman', 275, 180],
  ['Brackendale Hospices', 'Healthcare', 'unheardUsers', 'tomasz.wolny', 70, 300],
  ['Fjordlys Hospitals', 'Healthcare', 'silentTop', 'priya.raman', 430, 135],
  ['Civitas Laboratories', 'Healthcare', 'contentUsers', 'jonas.eklund', 160, 215],
  ['Solvane Energy', 'Energy', 'contentHierarchy', 'jonas.eklund', 720, 230],
  ['Thornfield Grid', 'Energy', 'declining', 'jonas.eklund', 560, 92],
  ['Bluewater Turbines', 'Energy', 'unhappyBase', 'priya.raman', 340, 165],
  ['Karst Geothermal', 'Energy', 'wouldNotRecommend', 'tomasz.wolny', 115, 72],
  ['Emberline Utilities', 'Energy', 'unhappyTop', 'ines.albrecht', 450, 52],
  ['Helios Rooftop', 'Energy', 'contentUsers', 'tomasz.wolny', 90, 260],
  ['Stavoren Pumps', 'Energy', 'nobodyAsked', 'ines.albrecht', 85, 155],
  ['Juniper & Vale', 'Retail', 'contentUsers', 'ines.albrecht', 175, 195],
  ['Carraway Markets', 'Retail', 'championLeft', 'tomasz.wolny', 380, 70],
  ['Dovetail Interiors', 'Retail', 'unhappyTopOfUsers', 'priya.raman', 110, 140],
  ['Penrose Outfitters', 'Retail', 'contentHierarchy', 'tomasz.wolny', 205, 185],
  ['Merlo Gastronomia', 'Retail', 'unheardTop', 'jonas.eklund', 65, 320],
  ['Orchard Lane Foods', 'Retail', 'recovered', 'ines.albrecht', 320, 210],
  ['Kobayane Stationers', 'Retail', 'contentEverywhere', 'jonas.eklund', 55, 275],
  ['Ravensholm Council', 'Public sector', 'overestimated', 'tomasz.wolny', 360, 79],
  ['Greater Elmsby Transit', 'Public sector', 'fellSilent', 'jonas.eklund', 295, 125],
  ['Vantaa Lakes Water', 'Public sector', 'contentHierarchy', 'priya.raman', 235, 235],
  ['Port Authority of Selwick', 'Public sector', 'wouldNotBuyAgain', 'ines.albrecht', 500, 45],
  ['Ashcombe Schools', 'Public sector', 'observedUsers', 'tomasz.wolny', 80, 280],
  ['Dunmarrow Archives', 'Public sector', 'singleThread', 'priya.raman', 45, 150],
];

/** All accounts of the demo; a parent stands before what belongs to it. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = ROWS.map(
  ([name, segment, story, owner, thousands, renewsIn, parent = null]) => ({
    name,
    segment,
    story,
    owner,
    thousands,
    renewsIn,
    parent,
  }),
);
