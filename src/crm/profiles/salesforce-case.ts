import { ProblemStatus, Severity } from '../../domain/terms.js';
import { valueTable } from '../mapping/binding.js';
import { from, type ObjectProfile } from './profile.js';
import { DELETED } from './salesforce-activities.js';

const { OPEN, RESOLVED } = ProblemStatus;

/** What went wrong for a customer, and when it was solved. */
export const CASE: ObjectProfile = {
  object: 'Case',
  fileWords: ['case', 'cases'],
  kind: 'problems',
  needs: [['Subject', 'CaseNumber', 'Status']],
  columns: {
    id: from('Id', 'Case ID', 'attributes.referenceId'),
    account: from('AccountId', 'attributes.parent'),
    reportedBy: from('ContactId'),
    title: from('Subject', 'CaseNumber'),
    description: from('Description'),
    // A word of the organisation's own is not taken for one of these: such a row is rejected.
    severity: {
      columns: [
        {
          column: 'Priority',
          values: valueTable({
            Low: Severity.LOW,
            Medium: Severity.MEDIUM,
            High: Severity.HIGH,
            Critical: Severity.CRITICAL,
          }),
        },
      ],
    },
    // What neither column settles follows from whether there is a date of closing.
    status: {
      columns: [
        { column: 'IsClosed', values: valueTable({ true: RESOLVED, 1: RESOLVED, false: OPEN, 0: OPEN }) },
        { column: 'Status', values: valueTable({ Closed: RESOLVED }), otherwise: null },
      ],
    },
    occurredAt: from('CreatedDate', 'Date/Time Opened', 'Opened Date'),
    resolvedAt: from('ClosedDate', 'Date/Time Closed', 'Closed Date'),
    resolution: from('Resolution', 'Resolution__c'),
  },
  skip: [DELETED],
  leftOut: {},
};
