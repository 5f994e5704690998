import { useTranslations } from 'next-intl';
import { Alert, Card, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Copyable } from '@/components/copyable';
import { ZonedTime } from '@/components/zoned-time';
import type { Administration } from '../../issuers/read-administration';

/** Who administers the contract, and a transfer that was announced: time to notice a takeover. */
export function AdministrationCard({ admin, pending }: Administration) {
  const t = useTranslations();
  return (
    <Card component="section" aria-labelledby="administration">
      <Stack gap="sm">
        <Title order={2} size="h3" id="administration">
          {t('registry.administrationCard.whoAdministersTheContract')}
        </Title>
        {admin === null ? (
          <Text>{t('registry.administrationCard.noAdministrator')}</Text>
        ) : (
          <Copyable name={t('registry.administrationCard.administrator')} text={admin} />
        )}
        {pending === null ? (
          <Text size="sm" c="dimmed">
            {t('registry.administrationCard.noTransfer')}
          </Text>
        ) : (
          <Alert
            color="yellow"
            icon={<IconAlertTriangle aria-hidden="true" />}
            title={t('registry.administrationCard.aTransferIsAnnounced')}
          >
            <Text size="sm">
              {t.rich('registry.administrationCard.acceptableFrom', {
                time: () => <ZonedTime at={pending.acceptableFrom} />,
              })}
            </Text>
            <Copyable
              name={t('registry.administrationCard.nextAdministrator')}
              text={pending.admin}
            />
          </Alert>
        )}
      </Stack>
    </Card>
  );
}
