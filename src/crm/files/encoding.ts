import iconv from 'iconv-lite';
import type { ByteSurvey } from './byte-survey.js';
import { FileRefused, type FileRefusal } from './file-refused.js';

/** How to turn the bytes of a file into text. */
export interface FileEncoding {
  /** The name as iconv-lite knows it: `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`, or what the caller named. */
  readonly name: string;
  /** Whether a byte-order mark said so, the bytes showed it, or the caller named it. */
  readonly basis: 'MARK' | 'DETECTED' | 'NAMED';
}

const SIGNATURES: readonly (readonly [FileRefusal, Buffer])[] = [
  ['SPREADSHEET', Buffer.from('504b0304', 'hex')],
  ['SPREADSHEET', Buffer.from('d0cf11e0', 'hex')],
  ['ARCHIVE', Buffer.from('1f8b', 'hex')],
  ['ARCHIVE', Buffer.from('504b0506', 'hex')],
  ['PDF', Buffer.from('%PDF-', 'latin1')],
  ['UTF_32', Buffer.from('fffe0000', 'hex')],
  ['UTF_32', Buffer.from('0000feff', 'hex')],
];

const MARKS: readonly (readonly [string, Buffer])[] = [
  ['utf-8', Buffer.from('efbbbf', 'hex')],
  ['utf-16le', Buffer.from('fffe', 'hex')],
  ['utf-16be', Buffer.from('feff', 'hex')],
];

/** Above this share of NUL bytes the text is four bytes wide: UTF-16 has at most one NUL in two. */
const UTF_32_NULS = 0.6;
/** From this share of NULs on one side of the byte pairs, and next to none on the other, the text is UTF-16. */
const UTF_16_NULS = 0.3;
/** From this share of NULs on, without a pattern, it is no text at all. Fewer are rejected cell by cell. */
const BINARY_NULS = 0.05;
/** With fewer, a short file may only have a damaged cell or two. */
const BINARY_MINIMUM = 16;
/** Valid UTF-8 characters per invalid byte from which a file is a mixture; by chance they are rarer in Windows-1252. */
const MIXED_SHARE = 0.1;
/** Accented letters among all letters: above this no Western European language, so Windows-1252 would be a guess. */
const WESTERN_SHARE = 0.3;
/** Files with fewer high bytes are too short for that share to mean anything. */
const WESTERN_MINIMUM = 20;

/**
 * The encoding of a file, from a survey of all its bytes, or from the caller.
 * @throws FileRefused when the file is no text, is UTF-32, mixes encodings, or cannot be told.
 */
export function decideEncoding(survey: ByteSurvey, named?: string): FileEncoding {
  refuseOtherFormats(survey.head);
  const marked = MARKS.find(([, mark]) => startsWith(survey.head, mark))?.[0];
  if (named !== undefined) return namedEncoding(named);
  if (marked === 'utf-8') return utf8OrRefused(survey);
  const wide = marked ?? wideByNuls(survey.head);
  if (wide === undefined) return narrow(survey);
  if (survey.bytes % 2 !== 0) throw new FileRefused('CUT_OFF', { encoding: wide });
  return { name: wide, basis: marked ? 'MARK' : 'DETECTED' };
}

function refuseOtherFormats(head: Buffer): void {
  if (head.length === 0) throw new FileRefused('EMPTY');
  const signature = SIGNATURES.find(([, bytes]) => startsWith(head, bytes));
  if (signature) throw new FileRefused(signature[0]);
  if (/^\s*<(?:!doctype|html|table|\?xml)/i.test(head.toString('latin1', 0, 200)))
    throw new FileRefused('MARKUP');
  const text = MARKS.reduce(
    (rest, [, mark]) => (startsWith(rest, mark) ? rest.subarray(mark.length) : rest),
    head,
  );
  if (text.length === 0) throw new FileRefused('EMPTY');
  if (nulShare(text, 0, 1) > UTF_32_NULS) throw new FileRefused('UTF_32');
}

function namedEncoding(name: string): FileEncoding {
  if (!iconv.encodingExists(name) || /utf-?32|ucs-?4/i.test(name)) {
    throw new FileRefused('ENCODING_NOT_SUPPORTED', { encoding: name });
  }
  return { name, basis: 'NAMED' };
}

function utf8OrRefused({ utf8 }: ByteSurvey): FileEncoding {
  if (utf8.invalid > 0) throw new FileRefused('MIXED_ENCODING', { line: utf8.firstInvalidLine });
  return { name: 'utf-8', basis: 'MARK' };
}

function wideByNuls(head: Buffer): string | undefined {
  const even = nulShare(head, 0, 2);
  const odd = nulShare(head, 1, 2);
  if (odd > UTF_16_NULS && even < BINARY_NULS) return 'utf-16le';
  if (even > UTF_16_NULS && odd < BINARY_NULS) return 'utf-16be';
  const nuls = nulShare(head, 0, 1);
  if (nuls > BINARY_NULS && nuls * head.length >= BINARY_MINIMUM) throw new FileRefused('BINARY');
  return undefined;
}

function narrow({ utf8 }: ByteSurvey): FileEncoding {
  if (utf8.invalid === 0) return { name: 'utf-8', basis: 'DETECTED' };
  if (utf8.sequences > utf8.invalid * MIXED_SHARE) {
    throw new FileRefused('MIXED_ENCODING', { line: utf8.firstInvalidLine });
  }
  const western = utf8.high < WESTERN_MINIMUM || utf8.high <= (utf8.high + utf8.letters) * WESTERN_SHARE;
  if (utf8.undefinedIn1252 > 0 || !western) {
    throw new FileRefused('UNKNOWN_ENCODING', { line: utf8.firstInvalidLine });
  }
  return { name: 'windows-1252', basis: 'DETECTED' };
}

function startsWith(bytes: Buffer, prefix: Buffer): boolean {
  return bytes.subarray(0, prefix.length).equals(prefix);
}

/** Share of NUL bytes among the bytes at `offset`, `offset + step`, ... */
function nulShare(bytes: Buffer, offset: number, step: number): number {
  let nuls = 0;
  let seen = 0;
  for (let index = offset; index < bytes.length; index += step) {
    seen += 1;
    if (bytes[index] === 0) nuls += 1;
  }
  return seen === 0 ? 0 : nuls / seen;
}
