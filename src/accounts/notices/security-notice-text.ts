import { mailTime } from '@/platform/mail-time';
import type { JobPayload } from '@/jobs/job-kinds';
import type { SecurityEvent } from './queue-security-notice';

/** The words of one notice. They name no report, no diagnosis and no viewer's address. */
interface NoticeText {
  subject: string;
  paragraphs: string[];
}

/** What happened, when, from where, and what to do if it was not the account's owner. */
export function securityNoticeText(
  { at, device, event }: Pick<JobPayload<'mail-security-notice'>, 'at' | 'device' | 'event'>,
  timeZone: string | null,
): NoticeText {
  const { subject, happened, ifNotYou } = describeEvent(event);
  const from = device === null ? 'a browser that we could not recognise' : device;
  return {
    subject,
    paragraphs: [
      happened,
      `When: ${mailTime(new Date(at), timeZone)}. From: ${from}.`,
      'If this was you, there is nothing to do.',
      `If it was not you: set a new password now. This ends every session of your account. ${ifNotYou}`,
    ],
  };
}

function describeEvent(event: SecurityEvent) {
  switch (event.kind) {
    case 'password-reset':
      return {
        subject: 'Your password was changed',
        happened:
          'A new password was set for your MedAnchor account, with the link that we mailed to this address.',
        ifNotYou:
          'Somebody can read your mail: change the password of your mailbox first, then this one.',
      };
    case 'wallet-bound':
      return {
        subject: 'A wallet was connected to your account',
        happened: `The wallet ${event.address} was connected to your MedAnchor account. From now on it seals your reports and decides who may see them.`,
        ifNotYou:
          'Then log in and connect your own wallet again. Reports that are sealed already still belong to the wallet that sealed them.',
      };
    case 'anchored': {
      const many = event.reports > 1;
      const what = many ? `${event.reports} reports were` : 'A report was';
      const whom = many ? 'them' : 'it';
      return {
        subject: `${what} sealed on the blockchain`,
        happened: `${what} sent to the blockchain from your wallet. ${mayOpen(event.viewers, whom)}`,
        ifNotYou:
          'Then log in, open your reports, and take away everybody who should not see them.',
      };
    }
    case 'viewers-changed':
      return {
        subject: 'Who may see your report has changed',
        happened: `The list of people who may see one of your reports was changed from your wallet. ${mayOpen(event.viewers, 'it')}`,
        ifNotYou: 'Then log in, open the report, and take away everybody who should not see it.',
      };
  }
}

function mayOpen(viewers: number, whom: 'it' | 'them'): string {
  if (viewers === 0) return `Nobody but you may see ${whom}.`;
  return `${viewers === 1 ? 'One person' : `${viewers} people`} may see ${whom}.`;
}
