import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { scanColumns } from './column-scan.js';
import { findPlans } from './json/load-plan.js';
import { isSensitiveColumn } from './privacy/sensitive-columns.js';
import { readTable } from './read-table.js';
import type { ReadRow, Table, TableRow } from './table.js';
import { detectDateOrder } from './values/date-order.js';
import { readDate, readInstant } from './values/dates.js';
import { readMoney } from './values/money.js';
import { readEmail } from './values/plain-values.js';

/** Real exports of other people, which are not part of this repository. */
const DATA = resolve(__dirname, '../../../../shared/data');

const at = (...parts: string[]): string => join(DATA, ...parts);
const dataloader = (name: string): string => at('crm-salesforce/dataloader', name);

async function allRows(table: Table): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of table.rows) rows.push(row);
  return rows;
}

/** Rows of a file that must have no bad one. */
async function goodRows(path: string): Promise<ReadRow[]> {
  const rows = await allRows(await readTable(path));
  return rows.map((row) => {
    if (!row.ok) throw new Error(`${path}:${row.line} ${row.reason}`);
    return row;
  });
}

async function columnOf(path: string, name: string): Promise<string[]> {
  return (await goodRows(path)).map((row) => row.cells.get(name) ?? '');
}

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
}

function realExports(): void {
  describe('the Data Loader files', () => {
    it('reads the same table in every encoding', async () => {
      const expected = (await goodRows(dataloader('csvtext.csv'))).map((row) => [...row.cells]);
      expect(expected).toHaveLength(2);
      for (const name of ['csvtext_BOM_UTF8.csv', 'csvtext_BOM_UTF16BE.csv', 'csvtext_BOM_UTF16LE.csv']) {
        expect((await goodRows(dataloader(name))).map((row) => [...row.cells])).toEqual(expected);
      }
    });

    it.each(['csvtext_BOM_UTF32BE.csv', 'csvtext_BOM_UTF32LE.csv'])('refuses %s as UTF-32', async (name) => {
      await expect(readTable(dataloader(name))).rejects.toMatchObject({ code: 'UTF_32' });
    });

    it('reads Windows-1252 names without damage', async () => {
      const table = await readTable(dataloader('accountData_nosession.csv'));
      expect(table.encoding.name).toBe('windows-1252');
      const rows = await allRows(table);
      expect(rows.every((row) => row.ok)).toBe(true);
      const text = rows.map((row) => row.original.join(' ')).join('\n');
      expect(text).toContain('Crédito Inmo');
      expect(text).toContain('Pébéo of America');
      expect(text).not.toContain('\ufffd');
    });

    it('takes the comma unless told another separator', async () => {
      const path = dataloader('csvSeparator.csv');
      expect((await readTable(path)).columns).toEqual(['column1', 'column2!some', 'column3']);
      expect((await readTable(path, { delimiter: '!' })).columns).toEqual([
        'column1,column2',
        'some,column3',
      ]);
    });

    it('unfolds doubled quotes and trims ideographic spaces off keys', async () => {
      expect(await columnOf(dataloader('csvEscapedQuotes.csv'), 'column1')).toEqual([
        '"The Best" Account',
        'The "Best" Account',
      ]);
      expect((await columnOf(dataloader('upsertAccountCsvTemplate.csv'), 'ORACLE_ID__C'))[0]).toBe(
        '1-000000',
      );
    });

    it('reads every time zone format, and rejects the two malformed dates alone', async () => {
      const good = await columnOf(dataloader('timeZoneFormatTesting.csv'), 'Date');
      expect(detectDateOrder(good).order).toBe('MDY');
      expect(good.map((text) => readInstant(text, { order: 'MDY' }).ok)).toEqual(good.map(() => true));
      const mixed = await columnOf(dataloader('timeZoneFormatTestingWithErrors.csv'), 'Date');
      expect(mixed.map((text) => readInstant(text, { order: 'MDY' }).ok)).toEqual([
        true,
        false,
        false,
        true,
        true,
        true,
      ]);
    });

    it('refuses times that name two offsets', async () => {
      const [text = ''] = await columnOf(dataloader('dateWithTimeZone.csv'), 'DATE');
      expect(readInstant(text)).toMatchObject({ ok: false });
    });
  });

  describe('CSV Spectrum', () => {
    const names = readdirSync(at('csv-torture/csv-spectrum/csvs')).map((name) => name.replace('.csv', ''));
    it.each(names.filter((name) => name !== 'location_coordinates'))('%s', async (name) => {
      const expected = JSON.parse(
        readFileSync(at('csv-torture/csv-spectrum/json', `${name}.json`), 'utf8'),
      ) as unknown;
      const table = await readTable(at('csv-torture/csv-spectrum/csvs', `${name}.csv`));
      const rows = await allRows(table);
      const objects = rows.map((row) =>
        Object.fromEntries(table.columns.map((key, index) => [key, row.original[index]])),
      );
      expect(objects).toEqual(expected);
    });

    it('keeps stray quotes in unquoted cells as text', async () => {
      const [row] = await goodRows(at('csv-torture/csv-spectrum/csvs/location_coordinates.csv'));
      expect(row?.cells.get('Location Coordinates')).toMatch(/^37.36'37\.8"N 121.2'17\.9"W$/);
    });
  });

  describe('CRM exports', () => {
    it('reads every CSV file whole, without one bad row', async () => {
      const readable = ['crm-hubspot', 'crm-salesforce', 'saas-ravenstack']
        .flatMap((folder) => filesBelow(at(folder), '.csv'))
        .filter((path) => !path.includes('UTF32'));
      expect(readable.length).toBeGreaterThan(30);
      for (const path of readable) expect((await goodRows(path)).length).toBeGreaterThan(0);
    });

    it.each([
      ['crm-salesforce/export-powerbi/Account.csv', 18],
      ['crm-salesforce/export-powerbi/Contact.csv', 25],
      ['crm-salesforce/export-powerbi/Opportunity.csv', 36],
      ['crm-salesforce/export-powerbi/OpportunityHistory.csv', 48],
      ['crm-hubspot/contacts_sample_import-1.csv', 11],
      ['crm-salesforce/de-default/Account.json', 10],
      ['crm-salesforce/de-default/Contact.json', 10],
      ['saas-ravenstack/excel-mangled-dates/ravenstack_accounts.csv', 500],
    ])('%s has %d records', async (path, count) => {
      expect(await goodRows(at(path))).toHaveLength(count);
    });

    it('finds one contact in three of HubSpot with a company id', async () => {
      const ids = await columnOf(at('crm-hubspot/contacts_sample_import-1.csv'), 'company_id');
      expect(ids.filter((id) => id !== '')).toHaveLength(3);
    });

    it('reads money in scientific notation, and keeps implausible addresses with a warning', async () => {
      const revenue = await columnOf(at('crm-salesforce/la-sfdg/Account.csv'), 'ANNUALREVENUE');
      expect(readMoney(revenue[0] ?? '')).toMatchObject({ ok: true, value: { amount: '350000000' } });
      const emails = await columnOf(at('crm-salesforce/la-sfdg/Contact.json'), 'Email');
      const doubtful = emails.filter((email) => email.includes('&')).map((email) => readEmail(email));
      expect(doubtful.length).toBeGreaterThan(0);
      expect(doubtful.every((reading) => reading.ok && reading.warning !== undefined)).toBe(true);
    });

    it('learns the order of two-digit dates from their column', async () => {
      const table = await readTable(at('crm-salesforce/export-powerbi/Opportunity.csv'));
      const scan = await scanColumns(table, ['CloseDate', 'LastModifiedDate']);
      expect(scan.get('LastModifiedDate')?.dates.order).toBe('MDY');
      const modified = await columnOf(table.path, 'LastModifiedDate');
      expect(readInstant(modified[0] ?? '', { order: 'MDY' })).toEqual({
        ok: true,
        value: '2026-02-23T20:55:00.000Z',
      });
    });

    it('reports plans with their order and their missing files', async () => {
      const [plan] = await findPlans(at('crm-salesforce/de-default'));
      expect(plan?.files.map((file) => file.sobject).slice(0, 2)).toEqual(['Account', 'Contact']);
      expect(plan?.missing.map((file) => file.sobject)).toEqual(
        expect.arrayContaining(['Car__c', 'Color__c']),
      );
      expect(await findPlans(at('crm-salesforce/easy-spaces'))).toHaveLength(2);
    });

    it('leaves out the birthday of the sample contacts', async () => {
      const table = await readTable(at('crm-salesforce/de-default/Contact.json'));
      expect(table.columns.filter((name) => isSensitiveColumn(name))).toEqual(['Birthdate']);
    });
  });

  describe('dates that a spreadsheet rewrote', () => {
    const path = at('saas-ravenstack/excel-mangled-dates/ravenstack_accounts.csv');

    it('prove no order one by one in 202 of 500 cases, while the others prove the day first', async () => {
      const values = await columnOf(path, 'signup_date');
      expect(detectDateOrder(values)).toEqual({ order: 'DMY', dayFirst: 298, monthFirst: 0, undecided: 202 });
      const sameEitherWay = values.filter((text) => /^(\d\d)-\1-/.test(text)).length;
      expect(values.filter((text) => !readDate(text).ok)).toHaveLength(202 - sameEitherWay);
    });
  });
}

if (existsSync(DATA)) realExports();
else {
  describe('real exports', () => {
    it('are not here: ../shared/data is absent, so only the fixtures of this repository were read', () => {
      expect(existsSync(DATA)).toBe(false);
    });
  });
}
