'use client';

import { Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { WholeNumberInput } from '@/components/inputs/whole-number-input';
import { readWholeNumber } from '@/platform/whole-number';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import type { IssuerRow } from '../../issuers/list-issuers';
import { AdminCallStep } from '../admin-call-step';
import { WalletLock } from '../wallet-lock';
import { useReachedReports } from './use-reached-reports';

interface MarkFormProps {
  issuer: IssuerRow;
  /** The newest block. */
  head: number;
  path: string;
  holders: string[];
  chain: ChainProfile;
  onDone: () => void;
}

/** From which block on reports are not trusted, how many that reaches, and the step itself. */
export function MarkForm({ issuer, head, path, holders, chain, onDone }: MarkFormProps) {
  const { address, compromisedFrom } = issuer;
  const latest = compromisedFrom === null ? head : compromisedFrom - 1;
  const last = Math.max(0, latest);
  const [typed, setTyped] = useState(String(last));
  const read = readWholeNumber(typed);
  const isBlock = 'number' in read && read.number <= last;
  const fromBlock = isBlock ? read.number : null;
  const [sure, setSure] = useState(false);
  const reached = useReachedReports(address, fromBlock);
  return (
    <Stack gap="md">
      <Text>
        Every report that this key signed and that was added in the chosen block or later becomes
        invalid, forever: guests are denied, and patients, doctors and the verify page say why. The
        key can never sign again. There is no way back; the mark can only move to an earlier block.
      </Text>
      <WalletLock>
        <WholeNumberInput
          label="First block whose reports are not to be trusted"
          description={`The newest block is ${head}. 0 means all that it ever signed.`}
          value={typed}
          error={isBlock ? null : 'fault' in read ? read.fault : `Write a block from 0 to ${last}.`}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setSure(false);
          }}
        />
      </WalletLock>
      <Text role="status" fw={600}>
        {fromBlock === null
          ? 'No block chosen.'
          : reached === null
            ? 'Counting the reports that this reaches…'
            : reached === 1
              ? '1 valid report becomes invalid.'
              : `${reached} valid reports become invalid.`}
      </Text>
      <WalletLock>
        <Checkbox
          label="I understand that this cannot be undone."
          checked={sure}
          onChange={(event) => setSure(event.currentTarget.checked)}
        />
      </WalletLock>
      <AdminCallStep
        path={path}
        body={{ step: 'compromise', issuer: address, fromBlock }}
        holders={holders}
        chain={chain}
        verb="Mark as compromised: confirm in my wallet"
        blocked={
          fromBlock === null
            ? 'Write a block number first.'
            : reached === null
              ? 'One moment: the reports that this reaches are being counted.'
              : sure
                ? null
                : 'Tick above that you understand first.'
        }
        destructive
        done="The key is marked as compromised."
        onDone={onDone}
      />
    </Stack>
  );
}
