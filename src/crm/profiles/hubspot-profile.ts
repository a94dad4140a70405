import { valueTable } from '../mapping/binding.js';
import { from, type CrmProfile, type ObjectProfile } from './profile.js';

const COMPANY: ObjectProfile = {
  object: 'Company',
  fileWords: ['company', 'companies'],
  kind: 'accounts',
  needs: [['Name', 'Company name']],
  columns: {
    id: from('company_id', 'Record ID', 'hs_object_id'),
    name: from('Name', 'Company name'),
    domain: from('Domain', 'Company Domain Name'),
    segment: from('Industry'),
    parent: from('Parent Company ID', 'hs_parent_company_id'),
    ownerEmail: from('hubspot_owner_email'),
  },
  skip: [],
  leftOut: { 'Annual Revenue': 'what the customer turns over, not what it is worth to us' },
};

const CONTACT: ObjectProfile = {
  object: 'Contact',
  fileWords: ['contact', 'contacts'],
  kind: 'stakeholders',
  needs: [['Last Name', 'Email']],
  columns: {
    id: from('contact_id', 'Record ID', 'hs_object_id'),
    account: from(
      'company_id',
      'Primary Associated Company ID',
      'Associated Company ID',
      'Associated Company IDs',
      'associatedcompanyid',
    ),
    firstName: from('First Name'),
    lastName: from('Last Name'),
    email: from('Email'),
    title: from('Job Title'),
  },
  skip: [],
  leftOut: {},
};

const DEAL: ObjectProfile = {
  object: 'Deal',
  fileWords: ['deal', 'deals'],
  kind: 'deals',
  needs: [['Deal Stage', 'Is Closed Won']],
  columns: {
    account: from(
      'company_id',
      'Primary Associated Company ID',
      'Associated Company ID',
      'Associated Company IDs',
    ),
    won: {
      columns: [
        { column: 'Is Closed Won' },
        {
          column: 'Deal Stage',
          values: valueTable({ 'Closed Won': 'true', closedwon: 'true' }),
          otherwise: 'false',
        },
      ],
    },
    amount: from('Amount'),
    currency: from('Currency', 'Deal Currency Code'),
    closedOn: from('Close Date'),
  },
  skip: [],
  leftOut: {},
};

/** HubSpot: exports, and files in the form of its import samples. */
export const HUBSPOT: CrmProfile = {
  system: 'hubspot',
  objects: [COMPANY, CONTACT, DEAL],
  otherObjects: ['Ticket', 'Product', 'Note', 'Call', 'Meeting', 'Task', 'Lead'],
  usualId: (id) => id,
};

/** Any other file: nothing is known of it but what a mapping file says. */
export const PLAIN_CSV: CrmProfile = { system: 'csv', objects: [], otherObjects: [], usualId: (id) => id };
