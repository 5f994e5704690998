import { Alert, Card, Stack, Text, Title } from '@mantine/core';
import { IconInfoCircle, IconLifebuoy } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { WalletList } from '@/accounts/ui/wallet-list';
import { listWallets } from '@/accounts/wallets/list-wallets';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/frame/page-header';
import { readChainProfile } from '@/registry/contract/read-chain-profile';
import { listOwnRecoveries, type OwnRecovery } from '@/registry/recovery/list-own-recoveries';
import { OwnRecoveryCard } from '@/registry/ui/recovery/own-recovery-card';
import { WalletBinding } from '@/registry/ui/wallet-binding';

export const metadata: Metadata = { title: 'Wallet' };

export default async function WalletPage() {
  const actor = await requirePageActor('PATIENT');
  const [wallets, recoveries] = await Promise.all([listWallets(actor), listOwnRecoveries(actor)]);
  const bound = wallets.find(({ releasedAt }) => releasedAt === null);
  return (
    <>
      <PageHeader
        title="Wallet"
        lead="Your wallet is your key to the blockchain: only it can put your reports there and decide who may see them. MedAnchor never learns its secret."
      />
      <Stack gap="lg" maw={720}>
        {recoveries.filter(isOpen).map((recovery) => (
          <OwnRecoveryCard key={recovery.id} recovery={recovery} chain={readChainProfile()} />
        ))}
        <WalletList wallets={wallets} />
        <Card component="section" aria-labelledby="bind">
          <Stack gap="md">
            <Title order={2} id="bind">
              {bound === undefined ? 'Connect your wallet' : 'Connect another wallet'}
            </Title>
            <Text>
              You sign a short text that says that this wallet is yours. That costs nothing and
              sends no transaction.
            </Text>
            {bound !== undefined && (
              <Alert color="yellow" icon={<IconInfoCircle aria-hidden="true" />}>
                Reports that are on the blockchain already stay with the wallet that put them there:
                keep it, you need it to change who may see them. The new wallet is for the reports
                that you add from now on.
              </Alert>
            )}
            <WalletBinding bound={bound?.address ?? null} chain={readChainProfile()} />
          </Stack>
        </Card>
        {wallets.length > 0 && (
          <Card component="section" aria-labelledby="lost">
            <Stack gap="md" align="flex-start">
              <Title order={2} id="lost">
                Lost your wallet?
              </Title>
              <Text>
                If you can no longer use a wallet, another one can take over its reports. An
                administrator has to agree, and it takes seven days.
              </Text>
              <LinkButton
                href="/patient/wallet/lost"
                variant="default"
                leftSection={<IconLifebuoy size={18} aria-hidden="true" />}
              >
                I lost my wallet
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
