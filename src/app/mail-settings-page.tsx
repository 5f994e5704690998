import { getTranslations } from 'next-intl/server';
import type { Actor } from '@/accounts/sessions/actor';
import { BackLink } from '@/components/frame/back-link';
import { PageHeader } from '@/components/frame/page-header';
import { readMailPreferences } from '@/notifications/mail-preferences';
import { notificationsPath } from '@/notifications/notice-path';
import { MailSettings } from '@/notifications/ui/mail-settings';

/** Which notifications a person gets by mail, too; the same page for every role, which asks for its role itself. */
export async function MailSettingsPage({ actor }: { actor: Actor }) {
  const t = await getTranslations();
  return (
    <>
      <BackLink href={notificationsPath(actor.role)}>{t('app.notifications.title')}</BackLink>
      <PageHeader
        title={t('app.mailSettings.title')}
        lead={t('app.mailSettings.lead', { email: actor.email })}
      />
      <MailSettings preferences={await readMailPreferences(actor)} />
    </>
  );
}
