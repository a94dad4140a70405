/** Scripts written without spaces: their words cannot be split, so pairs of signs stand in for them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** Up to so many letters, a word is taken for filling ("the", "is", "not") unless it is all capitals ("VPN"). */
const FILLING_LETTERS = 3;

/** Words count as forms of one word when they share so many letters at the beginning ... */
const STEM_LETTERS = 4;
/** ... and these make up so much of the shorter word. */
const STEM_SHARE = 0.7;

/**
 * How alike two titles are, 0 to 1: the share of letters of both that stand in words of both, after Dice (1945). The
 * order of the words, capitals, accents, numbers, filling words and endings do not count; long words count for more
 * than short ones, because they say more.
 */
export function likenessOfTitles(one: string, other: string): number {
  const ones = wordsOf(one);
  const others = wordsOf(other);
  const total = letters(ones) + letters(others);
  if (total === 0) return 0;
  return (letters(sharedWith(others, ones)) + letters(sharedWith(ones, others))) / total;
}

/** The words that tell what a title is about; all of them when none stands out. */
function wordsOf(title: string): string[] {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC');
  const raw = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = raw.filter((word) => !/^\p{N}+$/u.test(word) && !isFilling(word));
  const chosen = telling.length > 0 ? telling : raw;
  return [...new Set(chosen.map((word) => word.toLowerCase()).flatMap(piecesOf))];
}

function isFilling(word: string): boolean {
  return [...word].length <= FILLING_LETTERS && word !== word.toUpperCase();
}

function piecesOf(word: string): string[] {
  const signs = [...word];
  if (!UNSPACED.test(word) || signs.length < 3) return [word];
  return signs.slice(1).map((sign, index) => `${signs[index] ?? ''}${sign}`);
}

function sharedWith(others: readonly string[], words: readonly string[]): string[] {
  return words.filter((word) => others.some((other) => isSameWord(word, other)));
}

function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared += 1;
  return shared >= STEM_LETTERS && shared >= STEM_SHARE * Math.min(one.length, other.length);
}

function letters(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length, 0);
}
