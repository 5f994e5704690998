import { getTranslations } from 'next-intl/server';
import { Alert } from '@mantine/core';
import { IconInfoCircle, IconLifebuoy } from '@tabler/icons-react';
import { pageTitle } from '@/app/page-title';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { WalletCards } from '@/accounts/ui/wallet-cards';
import { listWallets } from '@/accounts/wallets/list-wallets';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/frame/page-header';
import { Card } from '@/components/plain/card';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { Title } from '@/components/plain/title';
import { readChainProfile } from '@/registry/contract/read-chain-profile';
import { listOwnRecoveries, type OwnRecovery } from '@/registry/recovery/list-own-recoveries';
import { OwnRecoveryCard } from '@/registry/ui/recovery/own-recovery-card';
import { WalletBinding } from '@/registry/ui/wallet/wallet-binding';

export const generateMetadata = pageTitle('common.wallet');

export default async function WalletPage() {
  const t = await getTranslations();
  const actor = await requirePageActor('PATIENT');
  const [wallets, recoveries] = await Promise.all([listWallets(actor), listOwnRecoveries(actor)]);
  const bound = wallets.find(({ releasedAt }) => releasedAt === null);
  return (
    <>
      <PageHeader title={t('common.wallet')} lead={t('app.patientWallet.lead')} />
      <Stack gap="lg" maw={720}>
        {recoveries.filter(isOpen).map((recovery) => (
          <OwnRecoveryCard key={recovery.id} recovery={recovery} chain={readChainProfile()} />
        ))}
        <WalletCards wallets={wallets} />
        <Card component="section" aria-labelledby="bind">
          <Stack gap="md">
            <Title order={2} id="bind">
              {bound === undefined
                ? t('app.patientWallet.connectYourWallet')
                : t('app.patientWallet.connectAnotherWallet')}
            </Title>
            <Text>{t('app.patientWallet.signHint')}</Text>
            {bound !== undefined && (
              <Alert color="yellow" icon={<IconInfoCircle aria-hidden="true" />}>
                {t('app.patientWallet.anotherWalletHint')}
              </Alert>
            )}
            <WalletBinding bound={bound?.address ?? null} chain={readChainProfile()} />
          </Stack>
        </Card>
        {wallets.length > 0 && (
          <Card component="section" aria-labelledby="lost">
            <Stack gap="md" align="flex-start">
              <Title order={2} id="lost">
                {t('app.patientWallet.lostYourWallet')}
              </Title>
              <Text>{t('app.patientWallet.lostHint')}</Text>
              <LinkButton
                href="/patient/wallet/lost"
                variant="default"
                leftSection={<IconLifebuoy size={18} aria-hidden="true" />}
              >
                {t('app.patientWallet.iLostMyWallet')}
              </LinkButton>
            </Stack>
          </Card>
        )}
        {recoveries
          .filter((recovery) => !isOpen(recovery))
          .map((recovery) => (
            <OwnRecoveryCard key={recovery.id} recovery={recovery} chain={readChainProfile()} />
          ))}
      </Stack>
    </>
  );
}

/** Something is still to come of it. */
function isOpen({ state }: OwnRecovery): boolean {
  return state === 'REQUESTED' || state === 'PROPOSED';
}
