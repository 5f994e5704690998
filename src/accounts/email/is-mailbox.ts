import { Address } from 'address-rfc2821';
import { isWholeText } from '@/platform/http/whole-text';

/** Longest address that fits into a path of SMTP (RFC 5321 §4.5.3.1.3, erratum 1690), in octets. */
export const MAX_EMAIL = 254;

/** Two labels at least (RFC 1035 §2.3.4: 63 octets each), the last one not a number. */
const DOMAIN =
  /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Whether a normalised address is a mailbox by the grammar of RFC 5321 and 6531: also `a/b@…`, quoted and
 * international ones, at most 64 octets before the @. Not taken are address literals and single-label domains,
 * which mean a machine of the sender's own network, and letters that cannot be seen.
 */
export function isMailbox(email: string): boolean {
  if (!isWholeText(email) || /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]|(?! )\p{Z}/u.test(email)) return false;
  if (new TextEncoder().encode(email).length > MAX_EMAIL) return false;
  try {
    const { user } = new Address(`<${email}>`);
    // The parser would encode what UTS 46 has refused.
    return user !== '' && DOMAIN.test(email.slice(email.lastIndexOf('@') + 1));
  } catch {
    return false;
  }
}
