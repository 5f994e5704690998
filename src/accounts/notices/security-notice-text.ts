import type { JobPayload } from '@/jobs/job-kinds';
import type { Translate } from '@/messages/translator';
import { env } from '@/platform/env';
import { originText } from './origin-text';
import type { SecurityEvent } from './queue-security-notice';

/** The text of one notice. It names no report, no diagnosis and no viewer's address. */
interface NoticeText {
  subject: string;
  paragraphs: string[];
  /** How the reader can check that the mail is real. */
  check: string;
}

/**
 * What happened, when, on which device, and what to do if it was not the account's owner.
 * @param timeZone the owner's; null when it is not known
 */
export function securityNoticeText(
  { at, device, event }: Pick<JobPayload<'mail-security-notice'>, 'at' | 'device' | 'event'>,
  timeZone: string | null,
  t: Translate,
): NoticeText {
  const { subject, happened, ifNotYou, check } = describeEvent(event, t);
  return {
    subject,
    paragraphs: [
      happened,
      originText({ at, device }, timeZone, t),
      t('accounts.securityNotice.ifYou'),
      t('accounts.securityNotice.ifNotYou', { also: ifNotYou }),
    ],
    check,
  };
}

function describeEvent(event: SecurityEvent, t: Translate) {
  const site = new URL(env().APP_URL).host;
  switch (event.kind) {
    case 'password-reset':
      return {
        subject: t('accounts.securityNotice.passwordReset.subject'),
        happened: t('accounts.securityNotice.passwordReset.happened'),
        ifNotYou: t('accounts.securityNotice.passwordReset.ifNotYou'),
        // An attacker who has changed the password leaves the owner unable to log in.
        check: t('accounts.securityNotice.passwordReset.check', { site }),
      };
    case 'password-changed':
      return {
        subject: t('accounts.securityNotice.passwordChanged.subject'),
        happened: t('accounts.securityNotice.passwordChanged.happened'),
        ifNotYou: t('accounts.securityNotice.passwordChanged.ifNotYou'),
        check: t('accounts.securityNotice.passwordChanged.check', { site }),
      };
    case 'email-changed':
      return {
        subject: t('accounts.securityNotice.emailChanged.subject'),
        happened: t('accounts.securityNotice.emailChanged.happened'),
        ifNotYou: t('accounts.securityNotice.emailChanged.ifNotYou'),
        check: t('accounts.securityNotice.emailChanged.check', { site }),
      };
    case 'email-change-requested':
      return {
        subject: t('accounts.securityNotice.emailChangeRequested.subject'),
        happened: t('accounts.securityNotice.emailChangeRequested.happened', {
          newEmail: event.newEmail,
        }),
        ifNotYou: t('accounts.securityNotice.emailChangeRequested.ifNotYou'),
        check: t('accounts.securityNotice.emailChangeRequested.check', { site }),
      };
    case 'administration':
      return {
        subject: t(`accounts.securityNotice.administration.${event.act}.subject`),
        happened: t(`accounts.securityNotice.administration.${event.act}.happened`, {
          about: event.about,
        }),
        ifNotYou: t('accounts.securityNotice.administration.ifNotYou'),
        check: t('accounts.securityNotice.administration.check', { site }),
      };
    case 'account-frozen':
      return {
        subject: t('accounts.securityNotice.accountFrozen.subject'),
        happened: t('accounts.securityNotice.accountFrozen.happened'),
        ifNotYou: t('accounts.securityNotice.accountFrozen.ifNotYou'),
        check: t('accounts.securityNotice.accountFrozen.check', { site }),
      };
    case 'factor-changed':
      return {
        subject: t(`accounts.securityNotice.factorChanged.${event.change}.subject`),
        happened: t(`accounts.securityNotice.factorChanged.${event.change}.happened`),
        ifNotYou: t('accounts.securityNotice.factorChanged.ifNotYou'),
        check: t('accounts.securityNotice.factorChanged.check', { site }),
      };
    case 'export-requested':
    case 'export-downloaded':
    case 'own-reads-silenced':
      return {
        subject: t(`accounts.securityNotice.records.${event.kind}.subject`),
        happened: t(`accounts.securityNotice.records.${event.kind}.happened`),
        ifNotYou: t(`accounts.securityNotice.records.${event.kind}.ifNotYou`),
        check: t('accounts.securityNotice.records.check', { site }),
      };
    case 'emergency-summary-changed':
    case 'patient-code-replaced':
      return {
        subject: t(`accounts.securityNotice.emergency.${event.kind}.subject`),
        happened: t(`accounts.securityNotice.emergency.${event.kind}.happened`),
        ifNotYou: t(`accounts.securityNotice.emergency.${event.kind}.ifNotYou`),
        check: t('accounts.securityNotice.emergency.check', { site }),
      };
    case 'passkey-copied':
      return {
        subject: t('accounts.securityNotice.passkeyCopied.subject'),
        happened: t('accounts.securityNotice.passkeyCopied.happened', { name: event.name }),
        ifNotYou: t('accounts.securityNotice.passkeyCopied.ifNotYou'),
        check: t('accounts.securityNotice.passkeyCopied.check', { site }),
      };
    case 'kit-changed':
      return {
        subject: t(`accounts.securityNotice.kitChanged.${event.change}.subject`),
        happened: t(`accounts.securityNotice.kitChanged.${event.change}.${event.way}`),
        ifNotYou: t('accounts.securityNotice.kitChanged.ifNotYou'),
        check: t('accounts.securityNotice.kitChanged.check', { site }),
      };
    case 'wallet-bound':
      return {
        subject: t('accounts.securityNotice.walletBound.subject'),
        happened: t('accounts.securityNotice.walletBound.happened', { address: event.address }),
        ifNotYou: t('accounts.securityNotice.walletBound.ifNotYou'),
        check: t('accounts.securityNotice.walletBound.check', { site }),
      };
    case 'anchored': {
      const { reports, viewers } = event;
      const mayOpen =
        reports === 1
          ? t('accounts.securityNotice.mayOpenOne', { viewers })
          : t('accounts.securityNotice.mayOpenMany', { viewers });
      return {
        subject: t('accounts.securityNotice.anchored.subject', { reports }),
        happened: t('accounts.securityNotice.anchored.happened', { reports, mayOpen }),
        ifNotYou: t('accounts.securityNotice.anchored.ifNotYou'),
        check: t('accounts.securityNotice.anchored.check', { reports, site }),
      };
    }
    case 'viewers-changed': {
      const mayOpen = t('accounts.securityNotice.mayOpenOne', { viewers: event.viewers });
      return {
        subject: t('accounts.securityNotice.viewersChanged.subject'),
        happened: t('accounts.securityNotice.viewersChanged.happened', { mayOpen }),
        ifNotYou: t('accounts.securityNotice.viewersChanged.ifNotYou'),
        check: t('accounts.securityNotice.viewersChanged.check', { site }),
      };
    }
    case 'withdrawal-sent':
      return {
        subject: t('accounts.securityNotice.withdrawalSent.subject'),
        happened: t('accounts.securityNotice.withdrawalSent.happened'),
        ifNotYou: t('accounts.securityNotice.withdrawalSent.ifNotYou'),
        check: t('accounts.securityNotice.withdrawalSent.check', { site }),
      };
  }
}
