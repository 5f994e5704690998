import { Card, Stack, Text, Title } from '@mantine/core';
import { IconWallet } from '@tabler/icons-react';
import type { Actor } from '@/accounts/actor';
import { currentWallet } from '@/accounts/wallet/current-wallet';
import { listWallets } from '@/accounts/wallet/list-wallets';
import { LinkButton } from '@/components/link-button';
import { readChainProfile } from '@/registry/read-chain-profile';
import type { PatientReport } from '@/reports/read-patient-report';
import { findLastFailure } from '@/sharing/find-last-failure';
import { findOpenTransaction } from '@/sharing/find-open-transaction';
import { listViewers } from '@/sharing/list-viewers';
import { AnchoringPanel } from '@/sharing/ui/anchoring-panel';
import { ViewersPanel } from '@/sharing/ui/viewers-panel';
import { AnchoringForecast } from '../../anchoring-forecast';

/** What the patient can do with a report on the blockchain: add it, or change who may see it. */
export async function ChainSection({ actor, report }: { actor: Actor; report: PatientReport }) {
  const chain = readChainProfile();
  const open = await findOpenTransaction(actor, report.id);
  const openTransactionId = open?.transactionId ?? null;
  if (report.proof !== null) {
    return (
      <ViewersPanel
        reportId={report.id}
        viewers={await listViewers(actor, report.id)}
        account={report.proof.owner}
        fixed={await whyFixed(actor, report, report.proof.owner)}
        openTransactionId={openTransactionId}
        chain={chain}
      />
    );
  }
  const account = await currentWallet(actor.accountId);
  if (account === null && openTransactionId === null) return <WalletMissing />;
  return (
    <AnchoringPanel
      reportId={report.id}
      account={account ?? ''}
      openTransactionId={openTransactionId}
      lastFailure={await findLastFailure(actor, report.id)}
      chain={chain}
      forecast={<AnchoringForecast actor={actor} />}
    />
  );
}

/** The chain decides who may change it: a report can be handed to another wallet. */
async function whyFixed(
  actor: Actor,
  { state, validity }: PatientReport,
  owner: string,
): Promise<'invalid' | 'handed-over' | null> {
  if (state !== 'ANCHORED' || validity?.outcome === 'invalid') return 'invalid';
  const wallets = await listWallets(actor);
  return wallets.some(({ address }) => address === owner) ? null : 'handed-over';
}

function WalletMissing() {
  return (
    <Card component="section" aria-labelledby="anchoring">
      <Stack gap="md" align="flex-start">
        <Title order={2} id="anchoring">
          Add to the blockchain
        </Title>
        <Text>
          On the blockchain nobody can alter this report, and only the people you choose can see it.
          To add it you need a wallet, and your account has none yet.
        </Text>
        <LinkButton
          href="/patient/wallet"
          leftSection={<IconWallet size={18} aria-hidden="true" />}
        >
          Bind my wallet
        </LinkButton>
      </Stack>
    </Card>
  );
}
