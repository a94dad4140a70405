import { from, type CrmProfile, type ObjectProfile } from './profile.js';
import { DELETED, EVENT, TASK } from './salesforce-activities.js';
import { CASE } from './salesforce-case.js';
import { OPPORTUNITY } from './salesforce-opportunity.js';
import { usualSalesforceId } from './salesforce-id.js';

const ACCOUNT: ObjectProfile = {
  object: 'Account',
  fileWords: ['account', 'accounts'],
  kind: 'accounts',
  needs: [['Name']],
  columns: {
    id: from('Id', 'Account ID', 'attributes.referenceId'),
    name: from('Name', 'Account Name'),
    segment: from('Industry'),
    parent: from('ParentId', 'Parent Account ID'),
    ownerEmail: from('Owner.Email', 'Owner Email'),
  },
  skip: [DELETED],
  leftOut: { AnnualRevenue: 'what the customer turns over, not what it is worth to us' },
};

const CONTACT: ObjectProfile = {
  object: 'Contact',
  fileWords: ['contact', 'contacts'],
  kind: 'stakeholders',
  needs: [['LastName', 'Name', 'Full Name']],
  columns: {
    id: from('Id', 'Contact ID', 'attributes.referenceId'),
    account: from('AccountId', 'attributes.parent'),
    firstName: from('FirstName'),
    lastName: from('LastName'),
    fullName: from('Name', 'Full Name'),
    email: from('Email'),
    title: from('Title'),
    reportsTo: from('ReportsToId'),
  },
  skip: [DELETED],
  leftOut: {},
};

/** Salesforce: object exports and record trees. */
export const SALESFORCE: CrmProfile = {
  system: 'salesforce',
  objects: [ACCOUNT, CONTACT, OPPORTUNITY, CASE, TASK, EVENT],
  otherObjects: ['Lead', 'Campaign', 'CampaignMember', 'User', 'Product', 'Asset', 'Contract', 'Order'],
  usualId: usualSalesforceId,
};
