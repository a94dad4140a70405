import { HUBSPOT } from './hubspot-profile.js';
import { hasColumnsOf, isOtherObject, objectOfFileName } from './object-names.js';
import { SALESFORCE } from './salesforce-profile.js';

describe('what a file name says about its object', () => {
  it.each([
    ['Account.csv', 'Account'],
    ['ACCOUNTS.CSV', 'Account'],
    ['accountData_nosession.csv', 'Account'],
    ['Contact_Data.csv', 'Contact'],
    ['opportunityData.csv', 'Opportunity'],
    ['Task 2026-11.csv', 'Task'],
  ])('Salesforce: %s holds %s', (name, object) => {
    expect(objectOfFileName(name, SALESFORCE)?.object).toBe(object);
  });

  it.each([
    ['hubspot-crm-exports-all-contacts-2026-01-01.csv', 'Contact'],
    ['companies.csv', 'Company'],
    ['Sample_Deal_Import-1.csv', 'Deal'],
  ])('HubSpot: %s holds %s', (name, object) => {
    expect(objectOfFileName(name, HUBSPOT)?.object).toBe(object);
  });

  it.each(['OpportunityHistory.csv', 'AccountTeamMember.csv', 'ContactRole.csv', 'Lead.csv'])(
    '%s is an object that is not imported',
    (name) => {
      expect(objectOfFileName(name, SALESFORCE)).toBeNull();
      expect(isOtherObject(name, SALESFORCE)).toBe(true);
    },
  );

  it.each(['data.csv', 'my accounts receivable.xlsx.csv.bak', 'upsertAccountCsvTemplate.csv'])(
    '%s says nothing sure',
    (name) => {
      const found = objectOfFileName(name, SALESFORCE);
      expect(found && hasColumnsOf(found, ['No', 'Amount due'])).toBeFalsy();
    },
  );

  it('believes a name only when the columns keep its promise', () => {
    const account = objectOfFileName('Account.csv', SALESFORCE);
    expect(account && hasColumnsOf(account, ['ID', 'NAME'])).toBe(true);
    expect(account && hasColumnsOf(account, ['Invoice', 'Total'])).toBe(false);
  });
});
