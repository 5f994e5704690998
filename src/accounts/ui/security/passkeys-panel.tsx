'use client';

import { useTranslations } from 'next-intl';
import { Button, Group, List, Stack, Text } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { ConfirmDialog } from '@/components/feedback/confirm-dialog';
import { ZonedTime } from '@/components/zoned-time';
import { callApi } from '@/platform/http/call-api';
import { PasskeySetUp } from '../factors/passkey-set-up';

/** A passkey as the page passes it on. */
export interface ListedPasskey {
  id: string;
  name: string;
  backedUp: boolean;
  /** ISO 8601 */
  createdAt: string;
  /** ISO 8601; null when it was never used. */
  lastUsedAt: string | null;
}

/** The account's passkeys, each of which can be removed, and the form for another. */
export function PasskeysPanel({ passkeys }: { passkeys: readonly ListedPasskey[] }) {
  const t = useTranslations();
  const router = useRouter();
  return (
    <Stack>
      <Text>{t('accounts.passkeys.explanation')}</Text>
      {passkeys.length > 0 && (
        <List listStyleType="none" spacing="sm" aria-label={t('accounts.passkeys.title')}>
          {passkeys.map((passkey) => (
            <List.Item key={passkey.id}>
              <PasskeyRow passkey={passkey} />
            </List.Item>
          ))}
        </List>
      )}
      <PasskeySetUp onDone={() => router.refresh()} />
    </Stack>
  );
}

function PasskeyRow({
  passkey: { id, name, backedUp, createdAt, lastUsedAt },
}: {
  passkey: ListedPasskey;
}) {
  const t = useTranslations();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <Group gap="sm" wrap="nowrap" align="flex-start" miw={0}>
        <IconFingerprint size={22} aria-hidden="true" style={{ flex: 'none' }} />
        <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <Text fw={600}>{name}</Text>
          <Text size="sm" c="dimmed">
            {t.rich('accounts.passkeys.made', { at: () => <ZonedTime at={createdAt} dateOnly /> })}{' '}
            {lastUsedAt === null
              ? t('accounts.passkeys.neverUsed')
              : t.rich('accounts.passkeys.lastUsed', {
                  at: () => <ZonedTime at={lastUsedAt} />,
                })}{' '}
            {backedUp && t('accounts.passkeys.backedUp')}
          </Text>
        </div>
      </Group>
      <Button
        variant="subtle"
        color="red"
        style={{ flex: 'none' }}
        aria-label={t('accounts.passkeys.removeNamed', { name })}
        onClick={() => setAsking(true)}
      >
        {t('accounts.passkeys.remove')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('accounts.passkeys.removeNamed', { name })}
        verb={t('accounts.passkeys.remove')}
        destructive
        onConfirm={async () => {
          await callApi('DELETE', `/api/accounts/passkeys/${id}`, z.undefined());
          router.refresh();
        }}
      >
        <Text>{t('accounts.passkeys.removeWarning')}</Text>
      </ConfirmDialog>
    </Group>
  );
}
