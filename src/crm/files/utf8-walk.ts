const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** The five bytes that Windows-1252 leaves without a character. */
const UNDEFINED_IN_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Allowed range of the second byte after a lead byte: RFC 3629, section 4 (no overlong forms, no surrogates). */
function secondByteRange(lead: number): readonly [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf];
  if (lead === 0xed) return [0x80, 0x9f];
  if (lead === 0xf0) return [0x90, 0xbf];
  if (lead === 0xf4) return [0x80, 0x8f];
  return [0x80, 0xbf];
}

/** Bytes that must follow a lead byte, or -1 when the byte cannot begin a character. */
function followers(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 1;
  if (lead >= 0xe0 && lead <= 0xef) return 2;
  if (lead >= 0xf0 && lead <= 0xf4) return 3;
  return -1;
}

/** Walks over bytes in chunks as if they were UTF-8 and counts what fits and what does not; strict after RFC 3629. */
export class Utf8Walk {
  /** Complete characters of two bytes or more. */
  sequences = 0;
  /** Bytes that belong to no valid UTF-8 character. */
  invalid = 0;
  /** The 1-based line of the first such byte; 0 while there is none. */
  firstInvalidLine = 0;
  /** Line feeds and lone carriage returns so far. */
  lineBreaks = 0;
  /** ASCII letters so far. */
  letters = 0;
  /** Bytes of 0x80 and above so far. */
  high = 0;
  /** Bytes that Windows-1252 does not define. */
  undefinedIn1252 = 0;

  private missing = 0;
  private taken = 0;
  private low = 0x80;
  private top = 0xbf;
  private previous = 0;

  /** Takes the next bytes; characters may straddle chunks. */
  walk(chunk: Uint8Array): void {
    for (const byte of chunk) {
      if (byte < 0x80) this.ascii(byte);
      else this.highByte(byte);
      this.previous = byte;
    }
  }

  /** Ends the walk: a character begun and not completed is invalid. */
  finish(): void {
    this.abandon();
  }

  private ascii(byte: number): void {
    if (this.missing > 0) this.abandon();
    if (byte === CARRIAGE_RETURN || (byte === LINE_FEED && this.previous !== CARRIAGE_RETURN))
      this.lineBreaks += 1;
    const lower = byte | 0x20;
    if (lower >= 0x61 && lower <= 0x7a) this.letters += 1;
  }

  private highByte(byte: number): void {
    this.high += 1;
    if (UNDEFINED_IN_1252.has(byte)) this.undefinedIn1252 += 1;
    if (this.missing > 0 && byte >= this.low && byte <= this.top) return this.follow();
    if (this.missing > 0) this.abandon();
    const needed = followers(byte);
    if (needed < 0) return this.reject(1);
    this.missing = needed;
    this.taken = 1;
    [this.low, this.top] = secondByteRange(byte);
  }

  private follow(): void {
    this.missing -= 1;
    this.taken += 1;
    this.low = 0x80;
    this.top = 0xbf;
    if (this.missing === 0) this.sequences += 1;
  }

  private abandon(): void {
    if (this.missing > 0) this.reject(this.taken);
    this.missing = 0;
  }

  private reject(bytes: number): void {
    this.invalid += bytes;
    if (this.firstInvalidLine === 0) this.firstInvalidLine = this.lineBreaks + 1;
  }
}
