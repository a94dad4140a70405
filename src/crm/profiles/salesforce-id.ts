const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const SHORT = /^[A-Za-z0-9]{15}$/;
const LONG = /^[A-Za-z0-9]{18}$/;

/**
 * A record id in its 18-character form; anything else comes back as it is. The last three characters tell, five bits
 * each, which of the other fifteen are capitals (Salesforce, "Record IDs are case-sensitive", 15 to 18 characters).
 */
export function usualSalesforceId(id: string): string {
  // All ids hold a digit early on; a plain word of 15 letters is none.
  if (!SHORT.test(id) || !/\d/.test(id)) return id;
  return id + capitalsOf(id);
}

/** Whether a text is a record id of 18 characters whose last three agree with the rest. */
export function isSalesforceId(text: string): boolean {
  return LONG.test(text) && capitalsOf(text.slice(0, 15)) === text.slice(15).toUpperCase();
}

function capitalsOf(id: string): string {
  return [0, 5, 10]
    .map((start) => {
      const bits = [...id.slice(start, start + 5)].map((letter, bit) =>
        /[A-Z]/.test(letter) ? 1 << bit : 0,
      );
      return ALPHABET[bits.reduce((sum, bit) => sum + bit, 0)] ?? '';
    })
    .join('');
}
