'use client';

import { useTranslations } from 'next-intl';
import { Button, Code, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/feedback/confirm-dialog';
import { Group } from '@/components/plain/group';
import { ZonedTime } from '@/components/zoned-time';
import { shortAddress } from '@/registry/contract/short-address';
import type { KitWay } from '@/reports/recovery-kit/recipient-input';
import { removeRecipient } from './send-recipient';

/** A key of a kit as the browser gets it. */
export interface ShownKey {
  generation: number;
  walletAddress: string | null;
  /** ISO 8601. */
  createdAt: string;
}

/** The key that opens the reports now, and how to remove it. */
export function PresentKey({ way, shown }: { way: KitWay; shown: ShownKey }) {
  const t = useTranslations();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const { generation, walletAddress, createdAt } = shown;
  return (
    <Stack gap="sm" align="flex-start">
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <IconCircleCheck
          aria-hidden="true"
          color="var(--mantine-color-green-text)"
          style={{ flexShrink: 0 }}
        />
        <Text>
          {t.rich(`reports.recoveryKit.${way}.present`, {
            generation,
            made: () => <ZonedTime at={createdAt} dateOnly />,
            address: () => (
              <Code title={walletAddress ?? ''}>{shortAddress(walletAddress ?? '')}</Code>
            ),
          })}
        </Text>
      </Group>
      <Button variant="default" color="red" onClick={() => setAsking(true)}>
        {t(`reports.recoveryKit.${way}.remove`)}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t(`reports.recoveryKit.${way}.remove`)}
        verb={t(`reports.recoveryKit.${way}.remove`)}
        destructive
        onConfirm={async () => {
          await removeRecipient(way);
          router.refresh();
        }}
      >
        <Text>{t(`reports.recoveryKit.${way}.removeWarning`)}</Text>
      </ConfirmDialog>
    </Stack>
  );
}
