import { useTranslations } from 'next-intl';
import { Card, Stack, Text, Title } from '@mantine/core';
import { IconRosetteDiscountCheck, IconWallet } from '@tabler/icons-react';
import { LinkButton } from '@/components/link-button';
import { LastFailure, type FailedReport } from './last-failure';

interface SealCardProps {
  reportId: string;
  /** Whether the account has a wallet. */
  hasWallet: boolean;
  /** This report with the reason, when the last attempt failed. */
  failed: readonly FailedReport[];
}

/** Explains why to seal an approved report, and leads to the form. */
export function SealCard({ reportId, hasWallet, failed }: SealCardProps) {
  const t = useTranslations();
  return (
    <Card component="section" aria-labelledby="seal">
      <Stack gap="md" align="flex-start">
        <Title order={2} id="seal">
          {t('sharing.sealCard.title')}
        </Title>
        <LastFailure failed={failed} />
        <Text>
          {hasWallet
            ? t('sharing.sealCard.explanation')
            : t('sharing.sealCard.explanationWithoutWallet')}
        </Text>
        {hasWallet ? (
          <LinkButton
            href={`/patient/seal?report=${reportId}`}
            size="md"
            leftSection={<IconRosetteDiscountCheck size={20} aria-hidden="true" />}
          >
            {failed.length === 0 ? t('sharing.sealCard.title') : t('sharing.sealCard.tryAgain')}
          </LinkButton>
        ) : (
          <LinkButton
            href="/patient/wallet"
            size="md"
            leftSection={<IconWallet size={20} aria-hidden="true" />}
          >
            {t('sharing.sealCard.connectWallet')}
          </LinkButton>
        )}
      </Stack>
    </Card>
  );
}
