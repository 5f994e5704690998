'use client';

import { useState, type ReactNode } from 'react';
import { Card, Stack, Title } from '@mantine/core';
import type { ChainProfile } from '@/registry/chain-profile';
import { AnchoringForm } from './anchoring-form';
import { TransactionWatch } from './transaction-watch';

interface AnchoringPanelProps {
  reportId: string;
  /** The bound wallet, EIP-55. */
  account: string;
  /** A transaction that is under way already. */
  openTransactionId: string | null;
  /** Why the last attempt came to nothing. */
  lastFailure: string | null;
  chain: ChainProfile;
  /** When to transact, below the price. */
  forecast: ReactNode;
}

/** Adds an approved report to the blockchain, or shows how far that is. */
export function AnchoringPanel({ openTransactionId, ...form }: AnchoringPanelProps) {
  const [begun, setBegun] = useState<string | null>(null);
  const [closed, setClosed] = useState<string | null>(null);
  const underWay = begun ?? (openTransactionId === closed ? null : openTransactionId);
  return (
    <Card component="section" aria-labelledby="anchoring">
      <Stack gap="lg">
        <Title order={2} id="anchoring">
          Add to the blockchain
        </Title>
        {underWay === null ? (
          <AnchoringForm {...form} onSent={setBegun} />
        ) : (
          <TransactionWatch
            transactionId={underWay}
            isNew={begun !== null}
            chain={form.chain}
            done="The report is on the blockchain. The people you chose are told by e-mail."
            onClose={() => {
              setClosed(underWay);
              setBegun(null);
            }}
          />
        )}
      </Stack>
    </Card>
  );
}
