/**
 * What makes two seats one person's: the same e-mail address and the same name. The address alone does not, because
 * teams share mailboxes; the name alone does not, because people share names.
 */
export function personKey(fullName: string, email: string): string {
  return JSON.stringify([
    fullName.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim(),
    email.toLowerCase(),
  ]);
}

/** An address in its usual form: no surrounding space, the domain in lower case. */
export function usualEmail(email: string): string {
  const trimmed = email.trim();
  const at = trimmed.lastIndexOf('@');
  return trimmed.slice(0, at) + trimmed.slice(at).toLowerCase();
}
