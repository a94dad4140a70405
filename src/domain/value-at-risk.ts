const MILLION = 1_000_000n;
const MICRO_PER_CENT = 10_000n;

/** Annual value times risk, rounded half up to cents, exactly: amounts are decimal text with up to six places. */
export function valueAtRisk(annualAmount: string, risk: number): string {
  const [whole = '0', fraction = ''] = annualAmount.split('.');
  const micros = BigInt(whole) * MILLION + BigInt(fraction.slice(0, 6).padEnd(6, '0'));
  const atRisk = (micros * BigInt(Math.round(risk * 1_000_000))) / MILLION;
  const cents = (atRisk + MICRO_PER_CENT / 2n) / MICRO_PER_CENT;
  return `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
}
