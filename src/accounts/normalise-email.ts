/**
 * The one form in which an e-mail address is stored, compared and committed to the chain:
 * trimmed, Unicode NFC, lower case.
 */
export function normaliseEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}
