'use client';

import { Card } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import type { ChainProfile } from '@/registry/chain-profile';
import { BatchForm } from './batch-form';
import { TransactionWatch } from './transaction-watch';

interface BatchPanelProps {
  reports: { id: string; code: string; title: string }[];
  /** The bound wallet, EIP-55. */
  account: string;
  /** The transaction of these reports that is under way already. */
  openTransactionId: string | null;
  chain: ChainProfile;
  /** When to transact, below the price. */
  forecast: ReactNode;
}

/** Adds several approved reports to the blockchain at once, or shows how far that is. */
export function BatchPanel({ openTransactionId, ...form }: BatchPanelProps) {
  const router = useRouter();
  const [begun, setBegun] = useState<string | null>(null);
  const [closed, setClosed] = useState<string | null>(null);
  const underWay = begun ?? (openTransactionId === closed ? null : openTransactionId);
  return (
    <Card component="section" aria-label="Add to the blockchain">
      {underWay === null ? (
        <BatchForm {...form} onSent={setBegun} />
      ) : (
        <TransactionWatch
          transactionId={underWay}
          isNew={begun !== null}
          chain={form.chain}
          done={`${form.reports.length} reports are on the blockchain. The people you chose are told by e-mail.`}
          onConfirmed={() => router.push('/patient')}
          onClose={() => {
            setClosed(underWay);
            setBegun(null);
          }}
        />
      )}
    </Card>
  );
}
