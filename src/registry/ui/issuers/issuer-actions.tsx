'use client';

import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ChainProfile } from '../../chain-profile';
import type { IssuerRow } from '../../issuers/list-issuers';
import { shortAddress } from '../../short-address';
import { AdminCallStep } from '../admin-call-step';
import { MarkForm } from './mark-form';

const STEPS_PATH = '/api/admin/issuers/steps';

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
  const common = { path: STEPS_PATH, holders, chain, onDone: close };
  return (
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
          aria-label={`Appoint ${name} again`}
          onClick={() => setAsked('appoint')}
        >
          Appoint again …
        </Button>
      )}
      <Button
        color="red"
        variant="light"
        aria-label={`Mark ${name} as compromised`}
        onClick={() => setAsked('compromise')}
      >
        {status === 'compromised' ? 'Move the mark to an earlier block …' : 'Key compromised …'}
      </Button>
      <Modal opened={asked === 'dismiss'} onClose={close} title={`Dismiss ${name}?`} size="lg">
        <Stack>
          <Text>
            It can sign no new report. Reports that it signed stay valid, and you can appoint it
            again.
          </Text>
          {isOurs && <OwnKeyWarning />}
          <AdminCallStep
            {...common}
            body={{ step: 'dismiss', issuer: address }}
            verb="Dismiss: confirm in my wallet"
            destructive
            done={`${name} is dismissed.`}
          />
        </Stack>
      </Modal>
      <Modal opened={asked === 'appoint'} onClose={close} title={`Appoint ${name}?`} size="lg">
        <Stack>
          <Text>It can sign reports again. Make sure that its key is in the right hands.</Text>
          <AdminCallStep
            {...common}
            body={{ step: 'appoint', issuer: address }}
            verb="Appoint: confirm in my wallet"
            done={`${name} may sign.`}
          />
        </Stack>
      </Modal>
      <Modal
        opened={asked === 'compromise'}
        onClose={close}
        title={`Mark the key of ${name} as compromised?`}
        size="lg"
      >
        <Stack>
          {isOurs && <OwnKeyWarning />}
          <MarkForm {...common} issuer={issuer} head={head} />
        </Stack>
      </Modal>
    </Group>
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
