import { Card, Stack } from '@mantine/core';
import { IconWallet } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { listWallets } from '@/accounts/wallets/list-wallets';
import { BackLink } from '@/components/frame/back-link';
import { EmptyState } from '@/components/feedback/empty-state';
import { PageHeader } from '@/components/frame/page-header';
import { readChainProfile } from '@/registry/contract/read-chain-profile';
import { listOwnRecoveries } from '@/registry/recovery/list-own-recoveries';
import { HowRecoveryWorks } from '@/registry/ui/recovery/how-recovery-works';
import { LostWalletForm } from '@/registry/ui/recovery/lost-wallet-form';

export const metadata: Metadata = { title: 'I lost my wallet' };

export default async function LostWalletPage() {
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
      <BackLink href="/patient/wallet">Wallet</BackLink>
      <PageHeader title="I lost my wallet" lead="Your reports are not lost with it." />
      <Stack gap="lg" maw={720}>
        <HowRecoveryWorks />
        {candidates.length === 0 ? (
          <EmptyState icon={<IconWallet size={26} />} title="There is no wallet to recover">
            No wallet is connected to your account, or the recovery of each is under way or done.
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
