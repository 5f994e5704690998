'use client';

import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconLink, IconSwitchHorizontal } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ErrorNotice } from '@/components/error-notice';
import { shortAddress } from '../short-address';
import { chooseOtherAccount, connectAccount } from '../wallet/connect-account';
import { useWallet } from '../wallet/use-wallet';
import { useWalletView } from '../wallet/use-wallet-view';
import { bindWallet } from './bind-wallet';
import { failureMessage } from './failure-message';
import { WalletChoice } from './wallet-choice';

type Phase =
  | { at: 'idle' }
  | { at: 'busy'; what: string }
  | { at: 'done'; account: string }
  | { at: 'failed'; message: string };

/**
 * As high, in pixels, as a wallet that has answered makes it: what stands below must not slip away under a
 * finger.
 */
const HEIGHT_WITH_WALLET = 132;

/** Connects a wallet with this site, then binds the account that is selected in it. */
export function WalletBinding({ bound }: { bound: string | null }) {
  const router = useRouter();
  const choice = useWallet();
  const provider = choice.wallet?.provider ?? null;
  const selected = useWalletView(provider)?.accounts[0] ?? null;
  const [phase, setPhase] = useState<Phase>({ at: 'idle' });
  const busy = phase.at === 'busy';

  async function step(what: string, work: () => Promise<Phase>) {
    setPhase({ at: 'busy', what });
    try {
      setPhase(await work());
    } catch (error) {
      setPhase({ at: 'failed', message: failureMessage(error) });
    }
  }

  return (
    <Stack gap="md" align="flex-start" mih={HEIGHT_WITH_WALLET}>
      <WalletChoice {...choice} />
      {provider !== null && selected === null && (
        <Button
          loading={busy}
          leftSection={<IconLink size={18} aria-hidden="true" />}
          onClick={() =>
            void step('Choose an account in your wallet and confirm.', async () => {
              await connectAccount(provider);
              return { at: 'idle' };
            })
          }
        >
          Connect wallet
        </Button>
      )}
      {provider !== null && selected !== null && (
        <>
          <Text>
            Selected in your wallet: <Code title={selected}>{shortAddress(selected)}</Code>
            {selected === bound && ', which is the wallet of your MedAnchor account.'}
          </Text>
          <Group gap="sm">
            {selected !== bound && (
              <Button
                loading={busy}
                onClick={() =>
                  void step('Sign the message in your wallet.', async () => {
                    await bindWallet(provider, selected);
                    router.refresh();
                    return { at: 'done', account: selected };
                  })
                }
              >
                Bind {shortAddress(selected)} to my account
              </Button>
            )}
            <Button
              variant="default"
              disabled={busy}
              leftSection={<IconSwitchHorizontal size={18} aria-hidden="true" />}
              onClick={() =>
                void step('Choose an account in your wallet and confirm.', async () => {
                  await chooseOtherAccount(provider);
                  return { at: 'idle' };
                })
              }
            >
              Choose another account
            </Button>
          </Group>
        </>
      )}
      <div role="status">
        {phase.at === 'busy' && <Text c="dimmed">{phase.what}</Text>}
        {phase.at === 'done' && (
          <Alert color="green" icon={<IconCheck aria-hidden="true" />}>
            {shortAddress(phase.account)} is now the wallet of your account.
          </Alert>
        )}
      </div>
      {phase.at === 'failed' && <ErrorNotice>{phase.message}</ErrorNotice>}
    </Stack>
  );
}
