import { Text } from '@mantine/core';
import { ResendConfirmation } from './resend-confirmation';
import { AccountCard } from '@/accounts/ui/doctors/account-card';

/**
 * What one reads after asking for a mail, whether or not one was sent.
 * @param resend it is the mail that confirms an address, which can be sent again
 */
export function SentCard({ email, resend = false }: { email: string; resend?: boolean }) {
  return (
    <AccountCard title="Look into your mailbox">
      <Text role="status">
        We have sent a message to <strong>{email}</strong>. It says how to go on.
      </Text>
      <Text c="dimmed" size="sm">
        Nothing there after a few minutes? Look into the spam folder, or check the address and try
        again.
      </Text>
      {resend && <ResendConfirmation email={email} />}
    </AccountCard>
  );
}
