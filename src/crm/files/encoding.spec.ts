import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { surveyBytes } from './byte-survey.js';
import { decideEncoding } from './encoding.js';
import { Utf8Walk } from './utf8-walk.js';

const folder = mkdtempSync(join(tmpdir(), 'encoding-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function encodingOf(bytes: Buffer, named?: string): Promise<string> {
  const path = join(folder, 'file.csv');
  writeFileSync(path, bytes);
  return decideEncoding(await surveyBytes(path), named).name;
}

async function refusalOf(bytes: Buffer, named?: string): Promise<{ code: string; line?: number }> {
  const error: unknown = await encodingOf(bytes, named).catch((refusal: unknown) => refusal);
  const { code, details } = error as { code: string; details: { line?: number } };
  return { code, line: details.line };
}

const TEXT = 'Name,City\r\nJosé Núñez,"Köln, Süd"\r\n';

describe('the encoding of a file is told from its bytes, or the file is refused', () => {
  it.each([
    ['plain ASCII', Buffer.from('Name,City\n'), 'utf-8'],
    ['UTF-8', Buffer.from(TEXT), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`), 'utf-8'],
    ['UTF-16 LE with a mark', iconv.encode(TEXT, 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['UTF-16 BE with a mark', iconv.encode(TEXT, 'utf-16be', { addBOM: true }), 'utf-16be'],
    ['UTF-16 LE without', iconv.encode(TEXT, 'utf-16le'), 'utf-16le'],
    ['UTF-16 BE without', iconv.encode(TEXT, 'utf-16be'), 'utf-16be'],
    ['Windows-1252', iconv.encode(TEXT, 'windows-1252'), 'windows-1252'],
  ])('%s', async (_, bytes, expected) => {
    expect(await encodingOf(bytes)).toBe(expected);
  });

  it('sees the first Windows-1252 byte behind the second megabyte', async () => {
    const bytes = Buffer.concat([
      Buffer.alloc(2_200_000, 'plain text\n'),
      iconv.encode('Müller', 'windows-1252'),
    ]);
    expect(await encodingOf(bytes)).toBe('windows-1252');
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'EMPTY'],
    ['a mark alone', Buffer.from('\ufeff'), 'EMPTY'],
    ['xlsx', Buffer.from('PK\u0003\u0004....', 'latin1'), 'SPREADSHEET'],
    ['xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'SPREADSHEET'],
    ['gzip', Buffer.from('1f8b0800', 'hex'), 'ARCHIVE'],
    ['PDF', Buffer.from('%PDF-1.7'), 'PDF'],
    ['a web page', Buffer.from('\n<!DOCTYPE html><table>'), 'MARKUP'],
    ['UTF-32 LE', iconv.encode(TEXT, 'utf-32le', { addBOM: true }), 'UTF_32'],
    ['UTF-32 BE', iconv.encode(TEXT, 'utf-32be', { addBOM: true }), 'UTF_32'],
    ['UTF-32 without a mark', iconv.encode(TEXT, 'utf-32le'), 'UTF_32'],
    [
      'half a character at the end',
      iconv.encode(TEXT, 'utf-16le', { addBOM: true }).subarray(0, -1),
      'CUT_OFF',
    ],
    ['many NULs', Buffer.from('ab\0c\0\0defghij\0'.repeat(8)), 'BINARY'],
    ['bytes that Windows-1252 lacks', Buffer.from('6e616d650a818d90', 'hex'), 'UNKNOWN_ENCODING'],
    [
      'Cyrillic in one byte',
      iconv.encode('Наименование;Город\nРомашка;Москва\n', 'windows-1251'),
      'UNKNOWN_ENCODING',
    ],
  ])('refuses %s', async (_, bytes, code) => {
    expect((await refusalOf(bytes)).code).toBe(code);
  });

  it('refuses a mixture of UTF-8 and Windows-1252 and says where it turns', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Name\nJosé\nJürgen\n'),
      iconv.encode('Müller\n', 'windows-1252'),
    ]);
    expect(await refusalOf(bytes)).toEqual({ code: 'MIXED_ENCODING', line: 4 });
  });

  it('takes the caller at its word, unless the name is unknown', async () => {
    expect(await encodingOf(iconv.encode('Имя', 'windows-1251'), 'windows-1251')).toBe('windows-1251');
    expect((await refusalOf(Buffer.from('a'), 'klingon')).code).toBe('ENCODING_NOT_SUPPORTED');
  });

  it('agrees with the platform on what is UTF-8, however the bytes are cut', () => {
    const strict = new TextDecoder('utf-8', { fatal: true });
    const isUtf8 = (bytes: Uint8Array): boolean => {
      try {
        strict.decode(bytes);
        return true;
      } catch {
        return false;
      }
    };
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }).map((text) => Uint8Array.from(Buffer.from(text))),
      fc.uint8Array({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const walk = new Utf8Walk();
        for (const bytes of pieces) walk.walk(bytes);
        walk.finish();
        expect(walk.invalid === 0).toBe(isUtf8(Buffer.concat(pieces)));
      }),
      { numRuns: 500 },
    );
  });
});
