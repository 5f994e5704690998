import { useTranslations } from 'next-intl';
import { Alert } from '@mantine/core';
import type { DeclinedChange } from '@/accounts/profile/find-declined-change';
import type { ProfileFields } from '@/accounts/profile/profile-fields';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { ProfileFacts } from './profile-facts';

interface DeclinedRequestProps {
  declined: DeclinedChange;
  /** As the person's data are now. */
  fields: ProfileFields;
}

/** What a person asked for and did not get, both reasons, and what they can do. The form to ask again stands below. */
export function DeclinedRequest({ declined, fields }: DeclinedRequestProps) {
  const t = useTranslations();
  const { wanted, reason, answer } = declined;
  return (
    <Alert color="yellow" title={t('accounts.profile.declined.title')}>
      <Stack gap="sm">
        <Text>{t('accounts.profile.declined.asked')}</Text>
        <ProfileFacts fields={wanted} against={fields} />
        <Text>{t('accounts.profile.declined.yourReason', { reason })}</Text>
        <Text fw={600}>{t('accounts.profile.declined.answer', { reason: answer })}</Text>
        <Text>{t('accounts.profile.declined.again')}</Text>
      </Stack>
    </Alert>
  );
}
