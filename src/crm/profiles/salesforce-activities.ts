import { Channel } from '../../domain/terms.js';
import { valueTable } from '../mapping/binding.js';
import { from, type ObjectProfile, type SkipRule } from './profile.js';

/** Rows that somebody deleted in the CRM. */
export const DELETED: SkipRule = {
  column: 'IsDeleted',
  when: (value) => value === 'true' || value === '1',
  reason: 'in the recycle bin of the CRM',
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

/** What was done, once it is done. */
export const TASK: ObjectProfile = {
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

/** What stood in the calendar. */
export const EVENT: ObjectProfile = {
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
