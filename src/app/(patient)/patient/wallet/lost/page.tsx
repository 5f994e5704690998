import { getTranslations } from 'next-intl/server';
import { Card, Stack } from '@mantine/core';
import { IconWallet } from '@tabler/icons-react';
import { pageTitle } from '@/app/page-title';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { listWallets } from '@/accounts/wallets/list-wallets';
import { BackLink } from '@/components/frame/back-link';
import { EmptyState } from '@/components/feedback/empty-state';
import { PageHeader } from '@/components/frame/page-header';
import { readChainProfile } from '@/registry/contract/read-chain-profile';
import { listOwnRecoveries } from '@/registry/recovery/list-own-recoveries';
import { HowRecoveryWorks } from '@/registry/ui/recovery/how-recovery-works';
import { LostWalletForm } from '@/registry/ui/recovery/lost-wallet-form';

export const generateMetadata = pageTitle('app.lostWallet.title');

export default async function LostWalletPage() {
  const t = await getTranslations();
  const actor = await requirePageActor('PATIENT');
  const [wallets, recoveries] = await Promise.all([listWallets(actor), listOwnRecoveries(actor)]);
  const bound = wallets.find(({ releasedAt }) => releasedAt === null);
  const taken = recoveries
    .filter(({ blocksRequest }) => blocksRequest)
    .map(({ oldAddress }) => oldAddress);
  const candidates = wallets
    .map(({ address }) => address)
    .filter((address) => !taken.includes(address));
  return (
    <>
      <BackLink href="/patient/wallet">{t('common.wallet')}</BackLink>
      <PageHeader title={t('app.lostWallet.title')} lead={t('app.lostWallet.lead')} />
      <Stack gap="lg" maw={720}>
        <HowRecoveryWorks />
        {candidates.length === 0 ? (
          <EmptyState icon={<IconWallet size={26} />} title={t('app.lostWallet.none')}>
            {t('app.lostWallet.noneHint')}
          </EmptyState>
        ) : (
          <Card>
            <LostWalletForm
              candidates={candidates}
              bound={bound?.address ?? null}
              chain={readChainProfile()}
            />
          </Card>
        )}
      </Stack>
    </>
  );
}
