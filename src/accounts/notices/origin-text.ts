import type { Translate } from '@/messages/translator';
import { mailTime } from '@/platform/mail/mail-time';

/** When something was done. */
interface Origin {
  /** ISO 8601. */
  at: string;
  /** The browser, e.g. `Firefox on Windows`; null when it is unknown. */
  device: string | null;
}

/**
 * When something was done and in which browser, as a sentence of a mail.
 * @param timeZone the reader's; null when it is not known
 */
export function originText({ at, device }: Origin, timeZone: string | null, t: Translate): string {
  return t('accounts.securityNotice.whenAndWhere', {
    when: mailTime(new Date(at), timeZone, t),
    device: device ?? t('accounts.securityNotice.unknownDevice'),
  });
}
