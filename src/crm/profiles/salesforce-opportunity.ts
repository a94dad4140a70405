import { LoyaltyEventKind } from '../../domain/loyalty/terms.js';
import { valueTable } from '../mapping/binding.js';
import { from, translated, type ObjectProfile } from './profile.js';
import { DELETED } from './salesforce-activities.js';

const { RENEWED, EXPANDED, CONTRACTED } = LoyaltyEventKind;

/** Types of business with a customer we have, in the words Salesforce comes with and those most organisations add. */
const TYPES: Readonly<Record<string, LoyaltyEventKind>> = {
  Renewal: RENEWED,
  'Contract Renewal': RENEWED,
  Upgrade: EXPANDED,
  Upsell: EXPANDED,
  'Cross-Sell': EXPANDED,
  Expansion: EXPANDED,
  'Add-On': EXPANDED,
  Downgrade: CONTRACTED,
  Downsell: CONTRACTED,
  Contraction: CONTRACTED,
};

const PREFIXES = ['', 'Existing Customer - ', 'Existing Business - '];

/** New business, and whatever is not listed, tells nothing of loyalty. */
const EVENTS = valueTable(
  Object.fromEntries(
    PREFIXES.flatMap((prefix) => Object.entries(TYPES).map(([type, kind]) => [prefix + type, kind])),
  ),
);

const WON = { 'Closed Won': 'true' };

/** What somebody bought: it tells what an account is worth, and whether it stayed. */
export const OPPORTUNITY: ObjectProfile = {
  object: 'Opportunity',
  fileWords: ['opportunity', 'opportunities'],
  kind: 'deals',
  needs: [['StageName', 'IsWon']],
  columns: {
    id: from('Id', 'Opportunity ID', 'attributes.referenceId'),
    account: from('AccountId', 'attributes.parent'),
    won: {
      columns: [{ column: 'IsWon' }, { column: 'StageName', values: valueTable(WON), otherwise: 'false' }],
    },
    closed: {
      columns: [
        { column: 'IsClosed' },
        { column: 'StageName', values: valueTable({ ...WON, 'Closed Lost': 'true' }), otherwise: 'false' },
      ],
    },
    event: translated('Type', EVENTS),
    amount: from('Amount'),
    currency: from('CurrencyIsoCode'),
    closedOn: from('CloseDate'),
    reason: from('Loss_Reason__c', 'Closed_Lost_Reason__c', 'Loss Reason'),
  },
  skip: [DELETED],
  leftOut: {},
};
