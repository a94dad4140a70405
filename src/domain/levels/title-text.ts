/** One word of a title, folded. */
export interface Token {
  readonly text: string;
  /** True for `director's`: a word that owns what follows is never the head. */
  readonly possessive: boolean;
}

/** What stands before a part of a title: nothing, a comma, a slash, an `and`, a dash or a bracket. */
export type SegmentOpener = '' | ',' | '/' | '&' | '-' | '(';

/** A part of a title between separators. */
export interface Segment {
  readonly opener: SegmentOpener;
  readonly tokens: readonly Token[];
}

/** Longer text is no title; reading stops here, in UTF-16 code units, so that pasted pages cost nothing. */
export const TITLE_LENGTH_READ = 300;

const MARKS = /\p{M}+/gu;
const UMLAUTS_WRITTEN_OUT = /([aou])e(?=\p{L})/gu;
const PLAIN = /^[ -~]*$/;
const APOSTROPHES = /[’‘`´ʼ＇]/g;
const SAME_LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ß: 'ss',
    æ: 'a',
    ø: 'o',
    œ: 'o',
    ı: 'i',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ς: 'σ',
    ة: 'ه',
    ى: 'ي',
    ی: 'ي',
    ک: 'ك',
    ـ: '',
  }),
);
const SAME_LETTER = new RegExp(`[${[...SAME_LETTERS.keys()].join('')}]`, 'g');

/**
 * Folds spellings of the same word together: width, case, diacritics, and umlauts written out (`ae`, `oe`, `ue`, `aa`),
 * because many systems strip or transcribe them. The result is for comparing, not for showing.
 */
export function foldText(text: string): string {
  return (PLAIN.test(text) ? text.toLowerCase() : foldLetters(text))
    .replace(UMLAUTS_WRITTEN_OUT, '$1')
    .replaceAll('aa', 'a');
}

function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(APOSTROPHES, "'")
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(SAME_LETTER, (letter) => SAME_LETTERS.get(letter) ?? letter);
}

const GENDER_MARKER = /[([]?(?<![\p{L}\p{N}])[mfwdhx](?:\s?[/|]\s?[mfwdhxi]\*?){1,3}(?![\p{L}\p{N}])[)\]]?/gu;
const GENDER_NOTE = /\((?:gn|all genders?|alle geschlechter|hf|fh|mwd|wmd)\)/g;
const GENDER_ENDING =
  /(?<=\p{L}\p{L}\p{L})[/(*:_·•][-‐]?(?:innen|in|ne|e|a|o|as|os|euse|rice|trice|ere|iere)\)?(?![\p{L}\p{N}])/gu;
const DOTTED_INITIALS = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])/gu;
const LETTER_AND_LETTER = /(?<![\p{L}\p{N}])(\p{L})\s?&\s?(\p{L})(?![\p{L}\p{N}])/gu;
const ELISION = /(?<![\p{L}\p{N}])(d|l|dell|all|nell|sull|qu)'(?=\p{L})/gu;
const PIECE = /[\p{L}\p{N}]+(?:'s?(?![\p{L}\p{N}]))?|[,;:/\\|&+()[\]{}•·~\n\r\t]|[–—]|\s-+|-+\s/gu;

const CONJUNCTIONS: ReadonlySet<string> = new Set(
  'and und et y e og och ja ve es oraz och & a& και و и та і și si şi amp dan và'.split(' ').map(foldText),
);

/** Folds a title and cuts it into its parts. Gender markers such as `(m/w/d)` and `Leiter:in` vanish. */
export function readSegments(title: string): Segment[] {
  const text = withoutSigns(foldText(title.slice(0, TITLE_LENGTH_READ)));
  const segments: Segment[] = [];
  let tokens: Token[] = [];
  let opener: SegmentOpener = '';
  for (const [piece] of text.matchAll(PIECE)) {
    const next = openerOf(piece);
    if (next === null) {
      tokens.push(tokenOf(piece));
      continue;
    }
    if (tokens.length > 0) segments.push({ opener, tokens });
    tokens = [];
    opener = next;
  }
  if (tokens.length > 0) segments.push({ opener, tokens });
  return segments;
}

const SIGNS = /[^\p{L}\p{N} ,-]/u;

/** Most titles carry none of the signs these spellings need, so they are looked for first. */
function withoutSigns(text: string): string {
  if (!SIGNS.test(text)) return text;
  return text
    .replace(GENDER_NOTE, ' ')
    .replace(GENDER_MARKER, ' ')
    .replace(GENDER_ENDING, '')
    .replace(DOTTED_INITIALS, (initials) => initials.replaceAll('.', ''))
    .replace(LETTER_AND_LETTER, '$1$2')
    .replace(ELISION, '$1 ');
}

const WORD = /^[\p{L}\p{N}]/u;

function openerOf(piece: string): SegmentOpener | null {
  if (CONJUNCTIONS.has(piece) || piece === '+') return '&';
  if (WORD.test(piece)) return null;
  const sign = piece.trim();
  if (sign === '') return ',';
  if (sign.startsWith('-') || sign === '–' || sign === '—' || sign === '~') return '-';
  if (/^[,;:\n\r\t•·]$/.test(sign)) return ',';
  if (/^[/\\|]$/.test(sign)) return '/';
  return /^[()[\]{}]$/.test(sign) ? '(' : null;
}

function tokenOf(piece: string): Token {
  const owner = piece.indexOf("'");
  return owner < 0 ? { text: piece, possessive: false } : { text: piece.slice(0, owner), possessive: true };
}
