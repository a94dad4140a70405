import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readTable } from '../read-table.js';
import type { TableRow } from '../table.js';
import { isJsonList, isJsonObject, JsonNumber, readJson, type JsonValue } from './json-text.js';
import { findPlans, readPlan } from './load-plan.js';
import { referenceTarget } from './record-tree.js';

const folder = mkdtempSync(join(tmpdir(), 'trees-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function rows(text: string): Promise<TableRow[]> {
  const path = join(folder, 'Tree.json');
  writeFileSync(path, text);
  const found: TableRow[] = [];
  for await (const row of (await readTable(path)).rows) found.push(row);
  return found;
}

const cellsOf = (row: TableRow | undefined): Record<string, string> =>
  row?.ok ? Object.fromEntries(row.cells) : {};

const TREE = `{
  "records": [
    { "attributes": { "type": "Account", "referenceId": "Acme" }, "Name": "Acme", "AnnualRevenue": 350000000.10,
      "Active": true, "Rating": null, "Owner": { "attributes": { "type": "User" }, "Name": "Ada" },
      "Contacts": { "records": [
        { "attributes": { "type": "Contact", "referenceId": "Joe" }, "LastName": " Doe ", "AccountId": "@Acme" }
      ] } },
    "oops",
    { "attributes": { "type": "Account", "referenceId": "Nul" }, "Name": "a\\u0000b" }
  ]
}`;

describe('a record tree is read as rows', () => {
  it('keeps type, reference, exact numbers, lookups and the place of children', async () => {
    const [account, contact] = await rows(TREE);
    expect(account?.line).toBe(3);
    expect(cellsOf(account)).toEqual({
      'attributes.type': 'Account',
      'attributes.referenceId': 'Acme',
      Name: 'Acme',
      AnnualRevenue: '350000000.10',
      Active: 'true',
      Rating: '',
      'Owner.Name': 'Ada',
    });
    expect(contact?.line).toBe(6);
    expect(cellsOf(contact)).toEqual({
      'attributes.type': 'Contact',
      'attributes.referenceId': 'Joe',
      'attributes.parent': '@Acme',
      'attributes.parentList': 'Contacts',
      LastName: 'Doe',
      AccountId: '@Acme',
    });
  });

  it('marks what is no record and what cannot be stored, and goes on', async () => {
    const found = await rows(TREE);
    expect(found.map((row) => (row.ok ? 'ok' : row.fault))).toEqual([
      'ok',
      'ok',
      'NOT_A_RECORD',
      'NUL_CHARACTER',
    ]);
  });

  it.each([
    ['{\n  "records": [\n    {"a": x}\n  ]\n}', { code: 'JSON_BROKEN', details: { line: 3, column: 11 } }],
    ['{"records": [', { code: 'JSON_BROKEN', details: { line: 1, column: 14 } }],
    ['{"records": [{"a":1,\n"a":2}]}', { code: 'JSON_BROKEN', details: { line: 2, column: 1 } }],
    ['{"rows": []}', { code: 'JSON_NOT_A_TREE' }],
    ['[1, 2]', { code: 'JSON_NOT_A_TREE' }],
    [`{"records": ${'['.repeat(100)}`, { code: 'JSON_BROKEN' }],
  ])('refuses %j with the place', async (text, refusal) => {
    await expect(rows(text)).rejects.toMatchObject(refusal);
  });

  it('recognises references', () => {
    expect(referenceTarget('@AccountRef1')).toBe('AccountRef1');
    expect(referenceTarget('@ada on chat')).toBeNull();
    expect(referenceTarget('a@b.org')).toBeNull();
  });

  it('reads the same values as the platform', () => {
    const plain = (value: JsonValue): unknown => {
      if (value instanceof JsonNumber) return Number(value.text);
      if (isJsonList(value)) return value.map(plain);
      if (isJsonObject(value))
        return Object.fromEntries([...value.members].map(([name, member]) => [name, plain(member)]));
      return value;
    };
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom(undefined, 2, '\t'), (text, space) => {
        const written = JSON.stringify(JSON.parse(text), null, space);
        expect(plain(readJson(written))).toEqual(JSON.parse(written));
      }),
    );
  });
});

describe('a plan gives the order and says what is missing', () => {
  const plan = join(folder, 'data-plan.json');

  it('in both spellings of its files', async () => {
    writeFileSync(join(folder, 'A.json'), '{"records": []}');
    writeFileSync(plan, '[{"sobject":"B","files":["B.json"]},{"sobject":"A","files":[{"file":"A.json"}]}]');
    const [found] = await findPlans(folder);
    expect(found?.files).toEqual([{ sobject: 'A', path: join(folder, 'A.json') }]);
    expect(found?.missing).toEqual([{ sobject: 'B', path: join(folder, 'B.json') }]);
  });

  it.each([
    ['{"sobject":"A"}', 'PLAN_BROKEN'],
    ['[{"sobject":"A"}]', 'PLAN_BROKEN'],
    ['[{"sobject":"A","files":["../../etc/passwd"]}]', 'PLAN_BROKEN'],
    ['[{"sobject":"A","files":["/etc/passwd"]}]', 'PLAN_BROKEN'],
    ['[{', 'JSON_BROKEN'],
  ])('and is refused as %s', async (text, code) => {
    writeFileSync(plan, text);
    await expect(readPlan(plan)).rejects.toMatchObject({ code, details: { path: plan } });
  });
});
