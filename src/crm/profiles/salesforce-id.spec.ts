import fc from 'fast-check';
import { isSalesforceId, usualSalesforceId } from './salesforce-id.js';

describe('Salesforce record ids', () => {
  it.each([
    ['001bm00001ZL8U9', '001bm00001ZL8U9AAL'],
    ['0010S00000C1t1v', '0010S00000C1t1vQAB'],
    ['0014W00002578rV', '0014W00002578rVQAQ'],
  ])('completes %s by what its capitals say', (short, long) => {
    expect(usualSalesforceId(short)).toBe(long);
    expect(isSalesforceId(long)).toBe(true);
  });

  it('knows an id whose last characters do not agree with the rest', () => {
    expect(isSalesforceId('001bm00001ZL8U9AAA')).toBe(false);
  });

  it('leaves every other text alone', () => {
    expect(usualSalesforceId('1-000000')).toBe('1-000000');
    expect(usualSalesforceId('Internationally')).toBe('Internationally');
  });

  it('tells ids apart that differ in case only, and gives one form to all spellings', () => {
    const letters = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{13}[0-9]$/);
    fc.assert(
      fc.property(letters, (short) => {
        const long = usualSalesforceId(short);
        expect(long).toHaveLength(18);
        expect(usualSalesforceId(long)).toBe(long);
        const other = short.replace(/[A-Za-z]/, (letter) =>
          letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
        );
        expect(usualSalesforceId(other).toLowerCase()).not.toBe(long.toLowerCase());
      }),
    );
  });
});
