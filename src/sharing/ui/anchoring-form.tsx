'use client';

import { Alert, Checkbox, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { ChainProfile } from '@/registry/chain-profile';
import { FormPart } from './form-part';
import { PaidStep } from './paid-step';
import { useViewerList } from './use-viewer-list';
import { ViewersEditor } from './viewers-editor';
import { WhatStays } from './what-stays';

interface AnchoringFormProps {
  reportId: string;
  /** The bound wallet, EIP-55. */
  account: string;
  chain: ChainProfile;
  /** Why the last attempt came to nothing. */
  lastFailure: string | null;
  /** When to transact, below the price. */
  forecast: ReactNode;
  onSent: (transactionId: string) => void;
}

/** Who may see the report, what stays on the chain, what it costs; then the wallet. */
export function AnchoringForm({
  reportId,
  account,
  chain,
  lastFailure,
  forecast,
  onSent,
}: AnchoringFormProps) {
  const list = useViewerList([]);
  const [understood, setUnderstood] = useState(false);
  return (
    <Stack gap="xl">
      {lastFailure !== null && (
        <Alert color="red" icon={<IconX aria-hidden="true" />} title="Your last attempt failed">
          {lastFailure}
        </Alert>
      )}
      <FormPart order={3} title="1. Who may see it?">
        <Text c="dimmed">
          You and your doctor always can. Everybody whom you name here gets a link by e-mail. You
          can name nobody now, and change the list later for a fee.
        </Text>
        <ViewersEditor {...list.editor} />
      </FormPart>
      <FormPart order={3} title="2. What stays on the blockchain for ever?">
        <WhatStays />
        <Checkbox
          label="I have read what stays on the blockchain for ever."
          checked={understood}
          onChange={(event) => setUnderstood(event.currentTarget.checked)}
        />
      </FormPart>
      <FormPart order={3} title="3. What does it cost?">
        <PaidStep
          path={`/api/reports/${reportId}/anchoring`}
          viewerCount={list.count}
          account={account}
          chain={chain}
          verb="Confirm in my wallet"
          forecast={forecast}
          blocked={!understood}
          faulty={list.faulty}
          collect={list.collect}
          onFaults={list.setFaults}
          onSent={onSent}
        />
      </FormPart>
    </Stack>
  );
}
