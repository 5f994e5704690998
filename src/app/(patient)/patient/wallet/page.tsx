import { Alert, Card, Stack, Text, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { requirePageActor } from '@/accounts/require-page-actor';
import { WalletList } from '@/accounts/ui/wallet-list';
import { listWallets } from '@/accounts/wallet/list-wallets';
import { PageHeader } from '@/components/page-header';
import { WalletBinding } from '@/registry/ui/wallet-binding';

export const metadata: Metadata = { title: 'Wallet' };

export default async function WalletPage() {
  const wallets = await listWallets(await requirePageActor('PATIENT'));
  const bound = wallets.find(({ releasedAt }) => releasedAt === null);
  return (
    <>
      <PageHeader
        title="Wallet"
        lead="Your wallet is your key to the blockchain: only it can put your reports there and decide who may see them. MedAnchor never learns its secret."
      />
      <Stack gap="lg" maw={720}>
        <WalletList wallets={wallets} />
        <Card component="section" aria-labelledby="bind">
          <Stack gap="md">
            <Title order={2} id="bind">
              {bound === undefined ? 'Bind your wallet' : 'Use another wallet'}
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
            <WalletBinding bound={bound?.address ?? null} />
          </Stack>
        </Card>
      </Stack>
    </>
  );
}
