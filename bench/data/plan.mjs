/** How large the data are at full size. */
export const FULL = { tenants: 20, accounts: 200_000 };

/** The exponent of the tenants' sizes (Zipf): the largest holds a third of all accounts, the smallest a hundredth. */
const INEQUALITY = 1.2;

/** Answers of the two accounts that differ in nothing else; they belong to a tenant beside the twenty. */
export const ANSWERS_OF_PAIR = [10, 100_000];

/** How many accounts each tenant has, largest first; a tenant has at least ten. */
export function accountsByTenant(scale) {
  const weights = Array.from({ length: FULL.tenants }, (_, place) => (place + 1) ** -INEQUALITY);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => Math.max(10, Math.round((FULL.accounts * scale * weight) / sum)));
}
