'use client';

import { useTranslations } from 'next-intl';
import { Button, Progress } from '@mantine/core';
import { z } from 'zod';
import { useSubmission } from '@/accounts/ui/use-submission';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { Group } from '@/components/plain/group';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { ZonedTime } from '@/components/zoned-time';
import type { ExportProgress } from '@/interop/exports/export-progress-schema';
import { callApi } from '@/platform/http/call-api';
import { useExportProgress } from './use-export-progress';

/**
 * Asks for a copy of all records, shows how far it is, and downloads it.
 * @param props.initial how far it was when the page was made; null when there is none
 */
export function ExportPanel({ initial }: { initial: ExportProgress | null }) {
  const t = useTranslations();
  const { progress, problem, reload } = useExportProgress(initial);
  const { busy, failure, submit } = useSubmission();

  const ask = () => submit(() => callApi('POST', '/api/exports', z.undefined())).then(reload);
  const end = (id: string) =>
    submit(() => callApi('DELETE', `/api/exports/${id}`, z.undefined())).then(reload);

  async function download(id: string) {
    const path = `/api/exports/${id}`;
    // The proof is asked for here: a download cannot ask.
    const proved = await submit(() => callApi('POST', `${path}/downloads`, z.undefined()));
    if (proved) window.location.assign(`${path}/file`);
    else reload();
  }

  return (
    <Stack align="flex-start">
      <Text>{t('interop.exportPanel.explanation')}</Text>
      {progress?.state === 'FAILED' && <ErrorNotice>{t('interop.exportPanel.failed')}</ErrorNotice>}
      {progress?.state === 'REQUESTED' && <Making progress={progress} />}
      {progress?.state === 'READY' && progress.expiresAt !== null && (
        <Text role="status">
          {t.rich('interop.exportPanel.ready', {
            size: sizeText(progress.bytes ?? 0),
            time: () => <ZonedTime at={progress.expiresAt ?? ''} />,
          })}
        </Text>
      )}
      {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
      {failure === null && problem !== null && <ErrorNotice>{problem}</ErrorNotice>}
      <Group>
        {(progress === null || progress.state === 'FAILED') && (
          <Button loading={busy} onClick={() => void ask()}>
            {t('interop.exportPanel.ask')}
          </Button>
        )}
        {progress?.state === 'READY' && (
          <Button loading={busy} onClick={() => void download(progress.id)}>
            {t('interop.exportPanel.download')}
          </Button>
        )}
        {progress !== null && progress.state !== 'FAILED' && (
          <Button variant="default" disabled={busy} onClick={() => void end(progress.id)}>
            {t(`interop.exportPanel.${progress.state === 'READY' ? 'delete' : 'stop'}`)}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function Making({ progress }: { progress: ExportProgress }) {
  const t = useTranslations();
  const { reports, reportsDone, isDelayed } = progress;
  return (
    <Stack gap="xs" style={{ width: '100%' }} role="status">
      <Text>
        {reports === null
          ? t('interop.exportPanel.waiting')
          : t('interop.exportPanel.progress', { done: reportsDone, reports })}
      </Text>
      {reports !== null && reports > 0 && (
        <Progress
          value={(100 * reportsDone) / reports}
          aria-label={t('interop.exportPanel.progressLabel')}
        />
      )}
      {isDelayed && <Text size="sm">{t('interop.exportPanel.delayed')}</Text>}
      <Text size="sm" c="dimmed">
        {t('interop.exportPanel.mayLeave')}
      </Text>
    </Stack>
  );
}

function sizeText(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
