'use client';

import { useTranslations } from 'next-intl';
import { Alert, Button, Code, Group, List, Stack, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { PrintButton } from '@/components/print-button';
import { callApi } from '@/platform/http/call-api';
import { useSubmission } from '../use-submission';

const answer = z.object({ codes: z.array(z.string()) });

/** How many backup codes are left, and ten new ones, shown once. */
export function BackupCodesSection({ left }: { left: number }) {
  const t = useTranslations();
  const router = useRouter();
  const [codes, setCodes] = useState<string[] | null>(null);
  const { busy, failure, submit } = useSubmission();

  async function make() {
    // Should the answer be lost, those shown so far may be void already.
    setCodes(null);
    await submit(async () => {
      const made = await callApi('POST', '/api/accounts/backup-codes', answer);
      setCodes(made.codes);
      router.refresh();
    });
  }

  return (
    <Stack align="flex-start">
      <Text>{t('accounts.backupCodes.explanation')}</Text>
      <Text fw={600}>{t('accounts.backupCodes.left', { left })}</Text>
      {codes !== null && (
        <Alert color="yellow" icon={<IconKey aria-hidden="true" />} w="100%" role="status">
          <Stack>
            <Text>{t('accounts.backupCodes.shownOnce')}</Text>
            <List listStyleType="none" aria-label={t('accounts.backupCodes.title')}>
              {codes.map((code) => (
                <List.Item key={code}>
                  <Code fz="md">{code}</Code>
                </List.Item>
              ))}
            </List>
            <Group>
              <PrintButton />
            </Group>
          </Stack>
        </Alert>
      )}
      {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
      <Button variant="default" loading={busy} onClick={() => void make()}>
        {left === 0 ? t('accounts.backupCodes.make') : t('accounts.backupCodes.replace')}
      </Button>
    </Stack>
  );
}
