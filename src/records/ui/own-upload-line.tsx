import { useTranslations } from 'next-intl';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { ConfirmDialog } from '@/components/feedback/confirm-dialog';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { Badge } from '@/components/plain/badge';
import { Group } from '@/components/plain/group';
import { Paper } from '@/components/plain/paper';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { Title } from '@/components/plain/title';
import { ZonedTime } from '@/components/zoned-time';
import { callApi } from '@/platform/http/call-api';
import { formatPartialDate } from '@/platform/time/partial-date';
import type { OwnUpload } from '../uploads/own-upload-schema';
import { sizeText } from '../uploads/size-text';

interface OwnUploadLineProps {
  upload: OwnUpload;
  onRemoved: () => void;
}

/** One file of the patient's own: what it is, what became of it, and what can be done with it. */
export function OwnUploadLine({ upload, onRemoved }: OwnUploadLineProps) {
  const t = useTranslations();
  const [asked, setAsked] = useState(false);
  const { id, state, kind, title, takenOn, note, announcedAt, bytes, pages, reason } = upload;
  const path = `/api/uploads/${id}`;
  const scan = t(`records.ownUploads.${upload.isScanned === true ? 'scanned' : 'notScanned'}`);
  const remove = async () => {
    await callApi('DELETE', path, z.undefined());
    onRemoved();
  };
  return (
    <Paper component="li" p="md">
      <Stack gap="xs">
        <Group gap="sm">
          <Title order={2} size="h3" style={{ overflowWrap: 'anywhere' }}>
            {title}
          </Title>
          {state !== 'APPROVED' && (
            <Badge color={state === 'REJECTED' ? 'red' : 'yellow'}>
              {t(`records.ownUploads.states.${state}`)}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {kind}
          {bytes > 0 && ` · ${sizeText(bytes)}`}
          {pages !== null && pages > 1 && ` · ${t('records.ownUploads.pages', { pages })}`}
          {takenOn !== null &&
            ` · ${t('records.ownUploads.takenOn', { day: formatPartialDate(takenOn, t) })}`}
        </Text>
        <Text size="sm" c="dimmed">
          {t.rich('records.ownUploads.addedByYou', {
            time: () => <ZonedTime at={announcedAt} dateOnly />,
          })}
          {upload.isScanned !== null && ` · ${scan}`}
        </Text>
        {note !== null && <Text style={{ whiteSpace: 'pre-line' }}>{note}</Text>}
        {upload.isDamaged && <ErrorNotice>{t('records.ownUploads.damaged')}</ErrorNotice>}
        {upload.refusal !== null && <Text>{t(`records.refusal.${upload.refusal}`)}</Text>}
        {reason !== null && <Text>{t('records.ownUploads.reason', { reason })}</Text>}
        <Group gap="xs">
          {state === 'APPROVED' && <Open upload={upload} />}
          <Button
            size="sm"
            variant="default"
            aria-label={t('records.ownUploads.removeName', { title })}
            onClick={() => setAsked(true)}
          >
            {t('records.ownUploads.remove')}
          </Button>
        </Group>
      </Stack>
      <ConfirmDialog
        opened={asked}
        onClose={() => setAsked(false)}
        title={t('records.ownUploads.removeQuestion', { title })}
        verb={t('records.ownUploads.remove')}
        destructive
        onConfirm={remove}
      >
        <Text>{t('records.ownUploads.removeConsequence')}</Text>
      </ConfirmDialog>
    </Paper>
  );
}

/** Opens a file in a tab of its own, from which the browser prints it; of what it cannot show, a picture. */
function Open({ upload: { id, title, mediaType, hasPicture } }: { upload: OwnUpload }) {
  const t = useTranslations();
  const path = `/api/uploads/${id}`;
  const isShown = mediaType !== 'application/dicom';
  return (
    <>
      {(isShown || hasPicture) && (
        <Button
          component="a"
          size="sm"
          href={`${path}/${isShown ? 'file' : 'picture'}`}
          target="_blank"
          rel="noopener"
          aria-label={t('records.ownUploads.openName', { title })}
        >
          {t('records.ownUploads.open')}
        </Button>
      )}
      <Button
        component="a"
        size="sm"
        variant="default"
        href={`${path}/file`}
        download
        aria-label={t('records.ownUploads.downloadName', { title })}
      >
        {t('records.ownUploads.download')}
      </Button>
    </>
  );
}
