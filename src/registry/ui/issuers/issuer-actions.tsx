'use client';

import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import type { IssuerRow } from '../../issuers/list-issuers';
import { shortAddress } from '@/registry/contract/short-address';
import { AdminCallStep } from '../admin-call-step';
import { AskedStep } from '../asked-step';
import { WalletLock } from '../wallet-lock';
import { MarkForm } from './mark-form';

interface IssuerActionsProps {
  issuer: IssuerRow;
  /** The accounts that administer the contract, EIP-55. */
  holders: string[];
  head: number;
  chain: ChainProfile;
}

/** Dismiss, appoint again, or mark as compromised; each says first what will happen and what it costs. */
export function IssuerActions({ issuer, holders, head, chain }: IssuerActionsProps) {
  const { address, status, isOurs } = issuer;
  const [asked, setAsked] = useState<'appoint' | 'dismiss' | 'compromise' | null>(null);
  const name = shortAddress(address);
  const close = () => setAsked(null);
  const mark = status === 'compromised' ? 'Move the mark' : 'Mark as compromised';
  const step = { path: '/api/admin/issuers/steps', holders, chain, onDone: close };
  return (
    <Stack gap="md">
      <WalletLock>
        <Group gap="sm">
          {status === 'active' && (
            <Button
              variant="default"
              aria-label={`Dismiss ${name}`}
              onClick={() => setAsked('dismiss')}
            >
              Dismiss …
            </Button>
          )}
          {status === 'dismissed' && (
            <Button
              variant="default"
              aria-label={`Appoint again: ${name}`}
              onClick={() => setAsked('appoint')}
            >
              Appoint again …
            </Button>
          )}
          {issuer.compromisedFrom !== 0 && (
            <Button
              color="red"
              variant="light"
              aria-label={`${mark}: ${name}`}
              onClick={() => setAsked('compromise')}
            >
              {mark} …
            </Button>
          )}
        </Group>
      </WalletLock>
      {asked === 'dismiss' && (
        <AskedStep title={`Dismiss ${name}?`} onClose={close}>
          <Text>
            It can sign no new report. Reports that it signed stay valid, and you can appoint it
            again.
          </Text>
          {isOurs && <OwnKeyWarning />}
          <AdminCallStep
            {...step}
            body={{ step: 'dismiss', issuer: address }}
            verb="Dismiss: confirm in my wallet"
            destructive
            done={`${name} is dismissed.`}
          />
        </AskedStep>
      )}
      {asked === 'appoint' && (
        <AskedStep title={`Appoint ${name}?`} onClose={close}>
          <Text>It can sign reports again. Make sure that its key is in the right hands.</Text>
          <AdminCallStep
            {...step}
            body={{ step: 'appoint', issuer: address }}
            verb="Appoint: confirm in my wallet"
            done={`${name} may sign.`}
          />
        </AskedStep>
      )}
      {asked === 'compromise' && (
        <AskedStep title={`Mark the key of ${name} as compromised?`} onClose={close}>
          {isOurs && <OwnKeyWarning />}
          <MarkForm {...step} issuer={issuer} head={head} />
        </AskedStep>
      )}
    </Stack>
  );
}

function OwnKeyWarning() {
  return (
    <Text fw={600}>
      This server signs with this key. From then on no patient of this server can add a report,
      until a new key is appointed here and set as ISSUER_PRIVATE_KEY.
    </Text>
  );
}
