import type { WalletRecovery } from '@/generated/prisma/client';
import type { JobPayload } from '@/jobs/job-kinds';
import type { Translate } from '@/messages/translator';
import { mailTime } from '@/platform/mail/mail-time';
import { shortAddress } from '@/registry/contract/short-address';
import { lapseOf } from '@/registry/recovery/recovery-limits';

/** What can happen to a recovery that its patient gets a mail about. */
export type RecoveryNews = JobPayload<'mail-recovery-news'>['news'];

/** A mail about a recovery. */
interface NewsText {
  subject: string;
  paragraphs: string[];
}

/** What the mail is about. */
interface NewsMatter {
  recovery: WalletRecovery;
  /** Why it was declined; null when it was not. */
  declineReason: string | null;
  /** The patient's. */
  timeZone: string | null;
}

/** The mail to the patient. It names wallets, never a report; times are in the patient's zone. */
export function recoveryNews(
  news: RecoveryNews,
  { recovery, declineReason, timeZone }: NewsMatter,
  t: Translate,
): NewsText {
  const time = (at: Date | null) =>
    at === null ? t('registry.recoveryNews.unknownTime') : mailTime(at, timeZone, t);
  const old = shortAddress(recovery.oldAddress);
  const next = shortAddress(recovery.newAddress);
  const { opensAt, requestedAt } = recovery;
  const lapse = time(opensAt === null ? null : lapseOf(opensAt));
  const asked = requestedAt === null ? 'unasked' : 'asked';
  switch (news) {
    case 'requested':
      return {
        subject: t('registry.recoveryNews.requested.subject'),
        paragraphs: [
          t('registry.recoveryNews.requested.body', { next, old }),
          t('registry.recoveryNews.requested.ifNotYou'),
        ],
      };
    case 'finishing':
      return {
        subject: t('registry.recoveryNews.finishing.subject'),
        paragraphs: [
          t('registry.recoveryNews.finishing.body', { next, old }),
          t('registry.recoveryNews.finishing.ifNotYou'),
        ],
      };
    case 'cancelled':
      return {
        subject: t('registry.recoveryNews.cancelled.subject'),
        paragraphs: [t('registry.recoveryNews.cancelled.body', { old })],
      };
    case 'declined':
      return {
        subject: t('registry.recoveryNews.declined.subject'),
        paragraphs: [
          t('registry.recoveryNews.declined.body', { next, old }),
          declineReason ?? '',
          t('registry.recoveryNews.declined.askAgain'),
        ],
      };
    case 'proposed':
      return {
        subject: t('registry.recoveryNews.proposed.subject'),
        paragraphs: [
          t('registry.recoveryNews.proposed.body', { next, old, time: time(opensAt) }),
          t(`registry.recoveryNews.proposed.howToStop.${asked}`, { old }),
        ],
      };
    case 'vetoed':
      return {
        subject: t('registry.recoveryNews.vetoed.subject'),
        paragraphs: [
          recovery.vetoer === recovery.oldAddress
            ? t('registry.recoveryNews.vetoed.byOldWallet', { old })
            : t('registry.recoveryNews.vetoed.byAdministrator', { old }),
          t('registry.recoveryNews.vetoed.ifUnexpected'),
        ],
      };
    case 'undone':
      return undoneNews(recovery.state, { old, next, time: time(opensAt) }, t);
    case 'ready':
      return {
        subject: t(`registry.recoveryNews.ready.${asked}.subject`),
        paragraphs: [
          t(`registry.recoveryNews.ready.${asked}.body`, { next, old, lapse }),
          t(`registry.recoveryNews.ready.${asked}.whatToDo`, { old, lapse }),
        ],
      };
    case 'executed':
      return {
        subject: t(`registry.recoveryNews.executed.${asked}.subject`),
        paragraphs: [
          t(`registry.recoveryNews.executed.${asked}.body`, { next, old }),
          ...(asked === 'unasked' ? [t('registry.recoveryNews.executed.unasked.whatToDo')] : []),
        ],
      };
  }
}

/** A reorganisation dropped what the last mail was about: what is true now depends on the recovery's state. */
function undoneNews(
  state: WalletRecovery['state'],
  { old, next, time }: { old: string; next: string; time: string },
  t: Translate,
): NewsText {
  if (state === 'PROPOSED') {
    return {
      subject: t('registry.recoveryNews.runsAgain.subject'),
      paragraphs: [
        t('registry.recoveryNews.runsAgain.body', { old, next, time }),
        t('registry.recoveryNews.runsAgain.howToStop', { old }),
      ],
    };
  }
  return {
    subject: t('registry.recoveryNews.notBegun.subject'),
    paragraphs: [
      t('registry.recoveryNews.notBegun.body', { next, old }),
      state === 'REQUESTED'
        ? t('registry.recoveryNews.notBegun.waitsAgain')
        : t('registry.recoveryNews.notBegun.nothingToDo'),
    ],
  };
}
