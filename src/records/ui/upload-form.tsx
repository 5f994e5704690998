'use client';

import { useTranslations } from 'next-intl';
import { Button, Checkbox, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconCamera, IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { UPLOAD_KINDS } from '../uploads/upload-kinds';
import { ChosenFileFields } from './chosen-file-fields';
import { useChosenFiles } from './use-chosen-files';

/** Browsers of phones offer the camera for these, too. */
const ACCEPT = Object.values(UPLOAD_KINDS)
  .flatMap(({ extensions, accept }) => [accept, ...extensions.map((name) => `.${name}`)])
  .join(',');

/**
 * Adds files of one's own: chosen from the device or taken by its camera, several at once.
 * @param props.onSent called after each file that has arrived
 */
export function UploadForm({ onSent }: { onSent: () => void }) {
  const t = useTranslations();
  const { files, busy, add, change, drop, send } = useChosenFiles(onSent);
  const [clinicMayLook, setMayLook] = useState(false);
  const ready = files.filter(({ problem }) => problem === null).length;

  return (
    <Stack align="stretch">
      <Text>{t('records.uploadForm.explanation')}</Text>
      <Group>
        <FileButton multiple accept={ACCEPT} onChange={add}>
          {(props) => (
            <Button
              {...props}
              variant={files.length === 0 ? 'filled' : 'default'}
              disabled={busy}
              leftSection={<IconFileUpload size={18} aria-hidden="true" />}
            >
              {t('records.uploadForm.choose')}
            </Button>
          )}
        </FileButton>
        <FileButton
          accept="image/jpeg"
          capture="environment"
          onChange={(photo) => photo !== null && add([photo])}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              disabled={busy}
              leftSection={<IconCamera size={18} aria-hidden="true" />}
            >
              {t('records.uploadForm.takePhoto')}
            </Button>
          )}
        </FileButton>
      </Group>
      {files.map((file) => (
        <ChosenFileFields
          key={file.key}
          chosen={file}
          busy={busy}
          onChange={(part) => change(file.key, part)}
          onDrop={() => drop(file.key)}
        />
      ))}
      {files.length > 0 && (
        <>
          <Checkbox
            label={t('records.uploadForm.mayLook')}
            description={t('records.uploadForm.mayLookHint')}
            checked={clinicMayLook}
            disabled={busy}
            onChange={(event) => setMayLook(event.currentTarget.checked)}
          />
          <Group>
            <Button loading={busy} disabled={ready === 0} onClick={() => void send(clinicMayLook)}>
              {t('records.uploadForm.send', { files: ready })}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}
