'use client';

import { useTranslations } from 'next-intl';
import { IconFiles } from '@tabler/icons-react';
import { EmptyState } from '@/components/feedback/empty-state';
import { Stack } from '@/components/plain/stack';
import { SectionCard } from '@/components/section-card';
import type { OwnUpload } from '../uploads/own-upload-schema';
import { OwnUploadLine } from './own-upload-line';
import { UploadForm } from './upload-form';
import { useOwnUploads } from './use-own-uploads';

/**
 * A patient's own files, and the form that adds some.
 * @param props.initial the files when the page was made
 */
export function OwnUploadsPanel({ initial }: { initial: OwnUpload[] }) {
  const t = useTranslations();
  const { uploads, reload } = useOwnUploads(initial);
  return (
    <Stack gap="lg" maw={720}>
      <SectionCard id="add" title={t('records.uploadForm.heading')}>
        <UploadForm onSent={reload} />
      </SectionCard>
      {uploads.length === 0 ? (
        <EmptyState icon={<IconFiles size={26} />} title={t('records.ownUploads.none')}>
          {t('records.ownUploads.noneHint')}
        </EmptyState>
      ) : (
        <Stack component="ul" gap="md" p={0} style={{ margin: 0, listStyle: 'none' }}>
          {uploads.map((upload) => (
            <OwnUploadLine key={upload.id} upload={upload} onRemoved={reload} />
          ))}
        </Stack>
      )}
    </Stack>
  );
}
