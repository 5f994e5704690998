import type { WalletRecovery } from '@/generated/prisma/client';
import type { JobPayload } from '@/jobs/job-kinds';
import { mailTime } from '@/platform/mail/mail-time';
import { shortAddress } from '@/registry/contract/short-address';
import { lapseOf } from './recovery-limits';

/** What can happen to a recovery that its patient is mailed about. */
export type RecoveryNews = JobPayload<'mail-recovery-news'>['news'];

/** A mail about a recovery. */
interface NewsText {
  subject: string;
  paragraphs: string[];
}

/** What the patient is told. The mail names wallets, never a report; times are the patient's. */
export function recoveryNews(
  news: RecoveryNews,
  recovery: WalletRecovery,
  timeZone: string | null,
): NewsText {
  const time = (at: Date | null) =>
    at === null ? 'a time that is not known yet' : mailTime(at, timeZone);
  const old = shortAddress(recovery.oldAddress);
  const next = shortAddress(recovery.newAddress);
  const { opensAt, requestedAt, declineReason } = recovery;
  const lapseAt = opensAt === null ? null : lapseOf(opensAt);
  switch (news) {
    case 'requested':
      return {
        subject: 'You reported a lost wallet',
        paragraphs: [
          `You asked that the wallet ${next} takes over from your lost wallet ${old}. An administrator looks at it and tells you by e-mail.`,
          'If this was not you: log in, take the request back on the page “Wallet”, and change your password.',
        ],
      };
    case 'cancelled':
      return {
        subject: 'Your request about a lost wallet is taken back',
        paragraphs: [`The wallet ${old} stays as it is. Nothing was sent to the blockchain.`],
      };
    case 'declined':
      return {
        subject: 'Your request about a lost wallet was declined',
        paragraphs: [
          `An administrator declined that the wallet ${next} takes over from ${old}. The reason:`,
          declineReason ?? '',
          'Nothing was sent to the blockchain. You can ask again.',
        ],
      };
    case 'proposed':
      return {
        subject: 'A recovery of your wallet has begun',
        paragraphs: [
          `An administrator proposed on the blockchain that the wallet ${next} takes over every report of your wallet ${old}. From ${time(opensAt)} on it can be finished with the new wallet.`,
          `${requestedAt === null ? 'You did not ask for this on MedAnchor. ' : ''}If you still have the wallet ${old} and do not want this, stop it before that time: log in and choose “Stop this recovery”.`,
        ],
      };
    case 'vetoed':
      return {
        subject: 'The recovery of your wallet was stopped',
        paragraphs: [
          recovery.vetoer === recovery.oldAddress
            ? `It was stopped with the wallet ${old} itself, which is therefore not lost. Your reports stay with it.`
            : `An administrator stopped it. Your reports stay with the wallet ${old}.`,
          'If you did not expect this, please ask your administrator before you ask for a recovery again.',
        ],
      };
    case 'undone':
      return undoneNews(recovery.state, { old, next, opensAt: time(opensAt) });
    case 'ready':
      if (requestedAt === null) {
        return {
          subject: 'Another wallet can take over your reports now',
          paragraphs: [
            `You did not ask for this on MedAnchor: whoever has the wallet ${next}, which you did not name, can take over every report of your wallet ${old} from now on, until ${time(lapseAt)}.`,
            `Until they do, your wallet ${old} can still stop it: log in now and choose “Stop this recovery”. If you no longer have that wallet, ask your administrator at once: they can stop it, too.`,
          ],
        };
      }
      return {
        subject: 'You can finish the recovery of your wallet',
        paragraphs: [
          `Nobody stopped it. Log in and choose “Finish”: your new wallet ${next} then sends one transaction, and every report of ${old} is yours to govern again.`,
          `It can be finished until ${time(lapseAt)}.`,
        ],
      };
    case 'executed':
      if (requestedAt === null) {
        return {
          subject: 'A wallet that you did not name has taken over your reports',
          paragraphs: [
            `You did not ask for this on MedAnchor: the wallet ${next} now governs every report of your wallet ${old}, and whoever has it decides who may see them. Your old wallet can do nothing with them any more.`,
            'Tell your administrator and the clinic that issued your reports at once: the clinic can declare these reports invalid and issue them anew to a wallet of yours. Also change your password.',
          ],
        };
      }
      return {
        subject: 'Your new wallet has taken over',
        paragraphs: [
          `The wallet ${next} now governs every report of ${old}. The old wallet can do nothing with them any more, forever. Who may see your reports has not changed.`,
        ],
      };
  }
}

/** A reorganisation took the last news back: what is true now depends on where the recovery stands. */
function undoneNews(
  state: WalletRecovery['state'],
  { old, next, opensAt }: { old: string; next: string; opensAt: string },
): NewsText {
  if (state === 'PROPOSED') {
    return {
      subject: 'The recovery of your wallet runs again',
      paragraphs: [
        `We told you that the recovery of your wallet ${old} was over. The blockchain has dropped the transaction that ended it, which happens rarely. The wallet ${next} can take over from ${opensAt} on.`,
        `If you still have the wallet ${old} and do not want this, stop it: log in and choose “Stop this recovery”.`,
      ],
    };
  }
  return {
    subject: 'The recovery of your wallet has not begun',
    paragraphs: [
      `We told you that the wallet ${next} is to take over from ${old}. The blockchain has dropped that transaction, which happens rarely: nothing has changed.`,
      state === 'REQUESTED'
        ? 'Your request waits for an administrator again, who tells you by e-mail. You need not do anything.'
        : 'You need not do anything.',
    ],
  };
}
