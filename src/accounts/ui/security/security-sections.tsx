import { getTranslations } from 'next-intl/server';
import { Stack } from '@mantine/core';
import { listFactors } from '@/accounts/factors/list-factors';
import { listPasskeys } from '@/accounts/factors/passkeys/list-passkeys';
import { readWordsAbout } from '@/accounts/password-reset/read-words-about';
import type { Actor } from '@/accounts/sessions/actor';
import { listOwnSessions } from '@/accounts/sessions/list-own-sessions';
import { SectionCard } from '@/components/section-card';
import { BackupCodesSection } from './backup-codes-section';
import { ChangeEmailForm } from './change-email-form';
import { ChangePasswordForm } from './change-password-form';
import { PasskeysPanel } from './passkeys-panel';
import { SessionList } from './session-list';
import { TotpSection } from './totp-section';

/** How a person logs in, and where they are logged in: the same for every role. */
export async function SecuritySections({ actor }: { actor: Actor }) {
  const t = await getTranslations();
  const [factors, passkeys, sessions, wordsAbout] = await Promise.all([
    listFactors(actor),
    listPasskeys(actor),
    listOwnSessions(actor),
    readWordsAbout(actor.accountId),
  ]);
  const hasFactor = factors.totp || factors.passkeys > 0;
  return (
    <Stack gap="lg" maw={720}>
      <SectionCard id="passkeys" title={t('accounts.passkeys.title')}>
        <PasskeysPanel
          passkeys={passkeys.map((passkey) => ({
            ...passkey,
            createdAt: passkey.createdAt.toISOString(),
            lastUsedAt: passkey.lastUsedAt?.toISOString() ?? null,
          }))}
        />
      </SectionCard>
      <SectionCard id="totp" title={t('accounts.totp.title')}>
        <TotpSection isSetUp={factors.totp} />
      </SectionCard>
      {hasFactor && (
        <SectionCard id="backup-codes" title={t('accounts.backupCodes.title')}>
          <BackupCodesSection left={factors.backupCodes} />
        </SectionCard>
      )}
      <SectionCard id="password" title={t('accounts.changePasswordForm.title')}>
        <ChangePasswordForm about={wordsAbout} />
      </SectionCard>
      <SectionCard id="email" title={t('accounts.emailChange.section')}>
        <ChangeEmailForm email={actor.email} />
      </SectionCard>
      <SectionCard id="sessions" title={t('accounts.sessions.title')}>
        <SessionList
          sessions={sessions.map((session) => ({
            ...session,
            createdAt: session.createdAt.toISOString(),
            lastSeenAt: session.lastSeenAt.toISOString(),
          }))}
        />
      </SectionCard>
    </Stack>
  );
}
