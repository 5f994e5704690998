'use client';

import { useTranslations } from 'next-intl';
import { Alert, Button, Code, CopyButton, Group, List, Stack, Text } from '@mantine/core';
import { IconCopy, IconKey } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { ConfirmDialog } from '@/components/feedback/confirm-dialog';
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
  const [asking, setAsking] = useState(false);
  const { busy, failure, submit } = useSubmission();

  async function make() {
    // Should the answer be lost, those shown so far may be void already.
    setCodes(null);
    const made = await callApi('POST', '/api/accounts/backup-codes', answer);
    setCodes(made.codes);
    router.refresh();
  }

  return (
    <Stack align="flex-start">
      <Text>{t('accounts.backupCodes.explanation')}</Text>
      <Text fw={600}>{t('accounts.backupCodes.left', { left })}</Text>
      {codes !== null && (
        <Alert color="yellow" icon={<IconKey aria-hidden="true" />} w="100%" data-print="alone">
          <Stack>
            <Text fw={600} data-print="only">
              {t('accounts.backupCodes.title')}
            </Text>
            <Text role="status">{t('accounts.backupCodes.shownOnce')}</Text>
            <List listStyleType="none" aria-label={t('accounts.backupCodes.title')}>
              {codes.map((code) => (
                <List.Item key={code}>
                  <Code fz="md">{code}</Code>
                </List.Item>
              ))}
            </List>
            <Group data-print="hide">
              <CopyButton value={codes.join('\n')} timeout={2_000}>
                {({ copied, copy }) => (
                  <Button
                    variant="default"
                    leftSection={<IconCopy size={18} aria-hidden="true" />}
                    onClick={copy}
                  >
                    {copied ? t('accounts.backupCodes.copied') : t('accounts.backupCodes.copy')}
                  </Button>
                )}
              </CopyButton>
              <PrintButton />
            </Group>
          </Stack>
        </Alert>
      )}
      {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
      <Button
        variant="default"
        loading={busy}
        onClick={() => (left === 0 ? void submit(make) : setAsking(true))}
      >
        {left === 0 ? t('accounts.backupCodes.make') : t('accounts.backupCodes.replace')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('accounts.backupCodes.replaceTitle')}
        verb={t('accounts.backupCodes.replaceVerb')}
        destructive
        onConfirm={make}
      >
        <Text>{t('accounts.backupCodes.replaceWarning')}</Text>
      </ConfirmDialog>
    </Stack>
  );
}
