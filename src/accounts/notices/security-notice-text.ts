import type { JobPayload } from '@/jobs/job-kinds';
import { env } from '@/platform/env';
import { mailTime } from '@/platform/mail/mail-time';
import type { SecurityEvent } from './queue-security-notice';

/** The words of one notice. They name no report, no diagnosis and no viewer's address. */
interface NoticeText {
  subject: string;
  paragraphs: string[];
  /** How the reader can check that the mail is real. */
  check: string;
}

/** What happened, when, from where, and what to do if it was not the account's owner. */
export function securityNoticeText(
  { at, device, event }: Pick<JobPayload<'mail-security-notice'>, 'at' | 'device' | 'event'>,
  timeZone: string | null,
): NoticeText {
  const { subject, happened, ifNotYou, check } = describeEvent(event);
  const from = device === null ? 'a browser that we could not recognise' : device;
  return {
    subject,
    paragraphs: [
      happened,
      `When: ${mailTime(new Date(at), timeZone)}. From: ${from}.`,
      'If this was you, there is nothing to do.',
      `If it was not you: set a new password now. This ends every session of your account. ${ifNotYou}`,
    ],
    check,
  };
}

function describeEvent(event: SecurityEvent) {
  const site = new URL(env().APP_URL).host;
  const logIn = `You need not press the button: type ${site} into your browser and log in.`;
  switch (event.kind) {
    case 'password-reset':
      return {
        subject: 'Your password was changed',
        happened:
          'A new password was set for your MedAnchor account, with the link that we mailed to this address.',
        ifNotYou:
          'Somebody can read your mail: change the password of your mailbox first, then this one.',
        // Whoever lost the account cannot log in to look.
        check: `You need not press the button: type ${site} into your browser. Your old password no longer works there. If you did not change it, choose “Forgotten your password?” on that page; we then mail you a link.`,
      };
    case 'wallet-bound':
      return {
        subject: 'A wallet was connected to your account',
        happened: `The wallet ${event.address} was connected to your MedAnchor account. From now on it seals your reports and decides who may see them.`,
        ifNotYou:
          'Then log in and connect your own wallet again. Reports that are sealed already still belong to the wallet that sealed them.',
        check: `${logIn} The page “Wallet” shows the same address.`,
      };
    case 'anchored': {
      const many = event.reports > 1;
      const whom = many ? 'them' : 'it';
      return {
        subject: `${many ? `${event.reports} reports were` : 'A report was'} sent to be sealed`,
        happened: `Your wallet asked the blockchain to seal ${many ? `${event.reports} of your reports` : 'one of your reports'}. ${mayOpen(event.viewers, whom)} This holds as soon as the blockchain confirms it; if it does not, we write to you again.`,
        ifNotYou:
          'Then log in, open your reports, and take away everybody who should not see them.',
        check: `${logIn} The page of ${many ? 'each' : 'the'} report shows how far it is.`,
      };
    }
    case 'viewers-changed':
      return {
        subject: 'A change of who may see your report was sent',
        happened: `Your wallet asked the blockchain to change who may see one of your reports. ${mayOpen(event.viewers, 'it')} This holds as soon as the blockchain confirms it; if it does not, we write to you again.`,
        ifNotYou: 'Then log in, open the report, and take away everybody who should not see it.',
        check: `${logIn} The page of the report shows how far it is.`,
      };
  }
}

/** Who may open the reports when the blockchain has confirmed it. Their doctor always may. */
function mayOpen(viewers: number, whom: 'it' | 'them'): string {
  const those = `you and the doctor who wrote ${whom}`;
  if (viewers === 0) return `Only ${those} may then see ${whom}.`;
  return `Besides ${those}, ${viewers === 1 ? 'one person' : `${viewers} people`} may then see ${whom}.`;
}
