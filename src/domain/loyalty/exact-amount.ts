const MILLION = 1_000_000n;
const MICRO_PER_CENT = 10_000n;
const FACTOR_SCALE = 1_000_000_000n;

/** An amount in millionths, exactly: amounts are decimal text with up to six places. */
export function microsOf(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.');
  const micros = BigInt(whole) * MILLION + BigInt(fraction.slice(0, 6).padEnd(6, '0'));
  return amount.startsWith('-') ? -micros : micros;
}

/** The text of an amount in millionths: two decimal places, more only where they say something. */
export function amountOf(micros: bigint): string {
  const sign = micros < 0n ? '-' : '';
  const size = micros < 0n ? -micros : micros;
  const fraction = String(size % MILLION).padStart(6, '0');
  return `${sign}${size / MILLION}.${fraction.slice(0, 2)}${fraction.slice(2).replace(/0+$/, '')}`;
}

/** The sum of amounts in millionths, exactly. */
export function sumOfMicros(amounts: readonly string[]): bigint {
  return amounts.reduce((total, amount) => total + microsOf(amount), 0n);
}

/** An amount in millionths times a factor, rounded half away from zero to cents; the factor counts to nine places. */
export function timesFactor(micros: bigint, factor: number): bigint {
  const scaled = micros * BigInt(Math.round(factor * Number(FACTOR_SCALE)));
  return toCents(scaled, FACTOR_SCALE);
}

/** The share, 0..1 or more, that one amount is of another; null of nothing. */
export function shareOf(part: bigint, whole: bigint): number | null {
  return whole === 0n ? null : Number((part * FACTOR_SCALE) / whole) / Number(FACTOR_SCALE);
}

/** An amount in millionths divided by a count of at least one, rounded half away from zero to cents. */
export function dividedBy(micros: bigint, count: number): bigint {
  return toCents(micros, BigInt(count));
}

function toCents(scaled: bigint, scale: bigint): bigint {
  const unit = scale * MICRO_PER_CENT;
  const size = scaled < 0n ? -scaled : scaled;
  const cents = (size + unit / 2n) / unit;
  return (scaled < 0n ? -cents : cents) * MICRO_PER_CENT;
}
