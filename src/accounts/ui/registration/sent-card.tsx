import { useTranslations } from 'next-intl';
import { Text } from '@mantine/core';
import { ResendConfirmation } from './resend-confirmation';
import { AccountCard } from '@/accounts/ui/doctors/account-card';

/**
 * What one reads after asking for a mail, whether or not one was sent.
 * @param resend it is the mail that confirms an address, which can be sent again
 */
export function SentCard({ email, resend = false }: { email: string; resend?: boolean }) {
  const t = useTranslations();
  return (
    <AccountCard title={t('accounts.sentCard.title')}>
      <Text role="status">
        {t.rich('accounts.sentCard.sentTo', {
          email,
          strong: (chunks) => <strong>{chunks}</strong>,
        })}
      </Text>
      <Text c="dimmed" size="sm">
        {t('accounts.sentCard.nothingThere')}
      </Text>
      {resend && <ResendConfirmation email={email} />}
    </AccountCard>
  );
}
