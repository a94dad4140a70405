import { Channel } from '../../domain/terms.js';
import { valueTable } from './binding.js';
import { from, type CrmProfile, type ObjectProfile, type SkipRule } from './profile.js';
import { usualSalesforceId } from './salesforce-id.js';

const DELETED: SkipRule = {
  column: 'IsDeleted',
  when: (value) => value === 'true' || value === '1',
  reason: 'in the recycle bin of the CRM',
};

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

const OPPORTUNITY: ObjectProfile = {
  object: 'Opportunity',
  fileWords: ['opportunity', 'opportunities'],
  kind: 'deals',
  needs: [['StageName', 'IsWon']],
  columns: {
    account: from('AccountId', 'attributes.parent'),
    won: {
      columns: [
        { column: 'IsWon' },
        { column: 'StageName', values: valueTable({ 'Closed Won': 'true' }), otherwise: 'false' },
      ],
    },
    amount: from('Amount'),
    currency: from('CurrencyIsoCode'),
    closedOn: from('CloseDate'),
  },
  skip: [DELETED],
  leftOut: {},
};

const CHANNELS = valueTable({
  Call: Channel.CALL,
  Email: Channel.EMAIL,
  ListEmail: Channel.EMAIL,
  Meeting: Channel.MEETING,
  Visit: Channel.VISIT,
  LinkedIn: Channel.MESSAGE,
  Message: Channel.MESSAGE,
});

/** Ids of leads begin with these: leads belong to no account. */
const LEAD_PREFIX = '00q';

const WITH_LEAD: SkipRule = {
  column: 'WhoId',
  when: (value) => value.startsWith(LEAD_PREFIX),
  reason: 'contacts with leads, who belong to no account',
};

const ACTIVITY = {
  kind: 'interactions',
  columns: {
    id: from('Id', 'Activity ID', 'attributes.referenceId'),
    account: from('AccountId', 'WhatAccountId'),
    stakeholders: from('WhoId'),
    subject: from('Subject'),
    notes: from('Description'),
  },
  leftOut: {},
} as const;

function channelFrom(columns: readonly string[], constant: Channel): ObjectProfile['columns'] {
  return {
    channel: { columns: columns.map((column) => ({ column, values: CHANNELS, otherwise: null })), constant },
  };
}

const OPEN = new Set(['not started', 'in progress', 'waiting on someone else', 'deferred', 'open']);

const TASK: ObjectProfile = {
  ...ACTIVITY,
  object: 'Task',
  fileWords: ['task', 'tasks'],
  needs: [['WhoId'], ['ActivityDate', 'CompletedDateTime']],
  columns: {
    ...ACTIVITY.columns,
    ...channelFrom(['Type', 'TaskSubtype'], Channel.OTHER),
    occurredAt: from('CompletedDateTime', 'ActivityDate'),
  },
  skip: [
    DELETED,
    WITH_LEAD,
    {
      column: 'IsClosed',
      when: (value) => value === 'false' || value === '0',
      reason: 'a task not yet done',
    },
    { column: 'Status', when: (value) => OPEN.has(value), reason: 'a task not yet done' },
  ],
};

const EVENT: ObjectProfile = {
  ...ACTIVITY,
  object: 'Event',
  fileWords: ['event', 'events'],
  needs: [['WhoId'], ['ActivityDate', 'ActivityDateTime', 'StartDateTime']],
  columns: {
    ...ACTIVITY.columns,
    ...channelFrom(['Type', 'EventSubtype'], Channel.MEETING),
    occurredAt: from('StartDateTime', 'ActivityDateTime', 'ActivityDate'),
  },
  skip: [DELETED, WITH_LEAD],
};

/** Salesforce: object exports and record trees. */
export const SALESFORCE: CrmProfile = {
  system: 'salesforce',
  objects: [ACCOUNT, CONTACT, OPPORTUNITY, TASK, EVENT],
  otherObjects: [
    'Lead',
    'Case',
    'Campaign',
    'CampaignMember',
    'User',
    'Product',
    'Asset',
    'Contract',
    'Order',
  ],
  usualId: usualSalesforceId,
};
