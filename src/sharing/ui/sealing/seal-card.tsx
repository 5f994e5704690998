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

/** What sealing an approved report is good for, and the way to it. */
export function SealCard({ reportId, hasWallet, failed }: SealCardProps) {
  const t = useTranslations();
  return (
    <Card component="section" aria-labelledby="seal">
      <Stack gap="md" align="flex-start">
        <Title order={2} id="seal">
          {t('sharing.sealCard.sealThisReport')}
        </Title>
        <LastFailure failed={failed} />
        <Text>
          Sealing puts a fingerprint of the report on the blockchain. From then on nobody can alter
          it, and the people you choose can see it.
          {!hasWallet && ' For that you need a wallet, and your account has none yet.'}
        </Text>
        {hasWallet ? (
          <LinkButton
            href={`/patient/seal?report=${reportId}`}
            size="md"
            leftSection={<IconRosetteDiscountCheck size={20} aria-hidden="true" />}
          >
            {failed.length === 0
              ? t('sharing.sealCard.sealThisReport')
              : t('sharing.sealCard.tryAgain')}
          </LinkButton>
        ) : (
          <LinkButton
            href="/patient/wallet"
            size="md"
            leftSection={<IconWallet size={20} aria-hidden="true" />}
          >
            {t('sharing.sealCard.connectMyWallet')}
          </LinkButton>
        )}
      </Stack>
    </Card>
  );
}
