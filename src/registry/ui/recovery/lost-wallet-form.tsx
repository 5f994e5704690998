'use client';

import { Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Copyable } from '@/components/copyable';
import { Section } from '@/components/section';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import { WalletBinding } from '../wallet-binding';
import { WalletLock } from '../wallet-lock';
import { RecoveryConfirmation } from './recovery-confirmation';

interface LostWalletFormProps {
  /** The wallets that may be the lost one, EIP-55. */
  candidates: string[];
  /** The wallet that is bound to the account now, EIP-55. */
  bound: string | null;
  chain: ChainProfile;
}

/** Which wallet is lost, which one follows it, and who says so: by a mailed code. */
export function LostWalletForm({ candidates, bound, chain }: LostWalletFormProps) {
  // Once the new wallet is bound, it is among the candidates, too.
  const [only] = candidates.length === 1 ? candidates : [];
  const [lost, setLost] = useState<string | null>(only ?? null);
  const newWallet = bound !== null && bound !== lost ? bound : null;
  return (
    <Stack gap="xl">
      <Section title="1. Which wallet is lost?">
        <WalletLock>
          <Radio.Group
            aria-label="Lost wallet"
            value={lost ?? ''}
            onChange={(value) => setLost(value)}
          >
            <Stack gap="sm">
              {candidates.map((address) => (
                <Radio
                  key={address}
                  value={address}
                  label={
                    <span style={{ overflowWrap: 'anywhere' }}>
                      {address}
                      {address === bound && ' (connected to your account)'}
                    </span>
                  }
                />
              ))}
            </Stack>
          </Radio.Group>
        </WalletLock>
      </Section>
      {lost !== null && (
        <Section title="2. Which wallet follows it?">
          {newWallet === null ? (
            <>
              <Text>
                Make a new account in your wallet, never with the old recovery phrase, and connect
                it here by signing a short text. That costs nothing.
              </Text>
              <WalletBinding bound={bound} chain={chain} />
            </>
          ) : (
            <>
              <Text>This wallet is connected to your account and will take over:</Text>
              <Copyable name="new wallet" text={newWallet} />
            </>
          )}
        </Section>
      )}
      {lost !== null && newWallet !== null && (
        <Section title="3. Confirm that it is you">
          <RecoveryConfirmation oldAddress={lost} newAddress={newWallet} />
        </Section>
      )}
    </Stack>
  );
}
