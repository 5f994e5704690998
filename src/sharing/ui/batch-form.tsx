'use client';

import { Checkbox, List, ListItem, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { TextLink } from '@/components/text-link';
import type { ChainProfile } from '@/registry/chain-profile';
import { FormPart } from './form-part';
import { PaidStep } from './paid-step';
import { useViewerList } from './use-viewer-list';
import { ViewersEditor } from './viewers-editor';
import { WhatStays } from './what-stays';

interface BatchFormProps {
  reports: { id: string; code: string; title: string }[];
  /** The bound wallet, EIP-55. */
  account: string;
  chain: ChainProfile;
  /** When to transact, below the price. */
  forecast: ReactNode;
  onSent: (transactionId: string) => void;
}

/** Who may see each of the reports, what stays on the chain, what all cost together; then the wallet. */
export function BatchForm({ reports, account, chain, forecast, onSent }: BatchFormProps) {
  const list = useViewerList([]);
  const [understood, setUnderstood] = useState(false);
  return (
    <Stack gap="xl">
      <FormPart order={2} title={`1. These ${reports.length} reports`}>
        <List spacing="xs">
          {reports.map(({ id, code, title }) => (
            <ListItem key={id}>
              <TextLink href={`/patient/reports/${id}`}>{title}</TextLink>, report {code}
            </ListItem>
          ))}
        </List>
        <Text c="dimmed">
          One transaction adds all of them, or none: if one cannot be added, you get all of them
          back and pay only the network’s fee for the attempt.
        </Text>
      </FormPart>
      <FormPart order={2} title="2. Who may see them?">
        <Text c="dimmed">
          Everybody whom you name here may see <strong>each</strong> of these {reports.length}{' '}
          reports, and gets one link by e-mail for each. To show somebody only one of them, name
          nobody here and change that report’s viewers later for a fee, or add it by itself.
        </Text>
        <ViewersEditor {...list.editor} />
      </FormPart>
      <FormPart order={2} title="3. What stays on the blockchain for ever?">
        <WhatStays />
        <Text>
          It holds this once for each report. Everybody can also see that these {reports.length}{' '}
          were added together, by one wallet.
        </Text>
        <Checkbox
          label="I have read what stays on the blockchain for ever."
          checked={understood}
          onChange={(event) => setUnderstood(event.currentTarget.checked)}
        />
      </FormPart>
      <FormPart order={2} title="4. What does it cost?">
        <PaidStep
          path="/api/anchoring-batches"
          reportIds={reports.map(({ id }) => id)}
          viewerCount={list.count}
          account={account}
          chain={chain}
          verb={`Add ${reports.length} reports: confirm in my wallet`}
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
