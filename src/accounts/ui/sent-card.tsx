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
    <AccountCard title={t('accounts.sentCard.lookIntoYourMailbox')}>
      <Text role="status">
        We have sent a message to <strong>{email}</strong>. It says how to go on.
      </Text>
      <Text c="dimmed" size="sm">
        {t('accounts.sentCard.nothingThereAfterAFewMinutes')}
      </Text>
      {resend && <ResendConfirmation email={email} />}
    </AccountCard>
  );
}
